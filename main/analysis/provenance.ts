import type { Provenance } from '../../shared/domain/attachment.ts';
import { inputTable, isInputKey, type InputRow } from '../../shared/engine/analysis/inputTable.ts';
import type { ReadableDb } from '../db/access.ts';
import { stepsOfRow, type LoggedTable, type Row } from '../db/history/changeLog.ts';
import { attachmentsOf } from '../db/repositories/attachmentRepository.ts';
import { currentFigure, figuresOf } from '../db/repositories/figureRepository.ts';
import { batchOf } from '../db/repositories/importRepository.ts';
import { findSourceRecord } from '../db/repositories/sourceRepository.ts';
import { findSite } from '../db/repositories/siteRepository.ts';

type Kind = Provenance['record']['kind'];

/** Tables whose numbers are shown under `id.column`. */
const recordTables = [
  ['contract', 'contract'],
  ['instrument', 'debt_instrument'],
  ['identity', 'identity_period'],
  ['fleet', 'fleet'],
] as const satisfies readonly (readonly [Kind, LoggedTable])[];

interface Found {
  readonly kind: Kind;
  readonly table: LoggedTable;
  readonly row: Row;
}

function rowOf(db: ReadableDb, table: LoggedTable, id: string): Row | undefined {
  return db.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined;
}

/** The figure that R1.9 takes for an input of a site, if one does. */
function figureOfInput(db: ReadableDb, key: string, siteId: string): string | undefined {
  const company = findSite(db, siteId)?.company_id;
  if (!isInputKey(key) || company === undefined) return undefined;
  const { facts = [] }: InputRow = inputTable[key];
  for (const fact of facts) {
    const isCompany = fact.startsWith('company.');
    const figures = isCompany ? figuresOf(db, 'company', company) : figuresOf(db, 'site', siteId);
    const found = currentFigure(figures, isCompany ? fact.slice('company.'.length) : fact);
    if (found && found.value !== null) return found.id;
  }
  return undefined;
}

function find(db: ReadableDb, id: string, siteId: string | null): Found | undefined {
  const figureId = siteId === null ? id : figureOfInput(db, id, siteId);
  const figure = figureId === undefined ? undefined : rowOf(db, 'figure', figureId);
  if (figure) return { kind: 'figure', table: 'figure', row: figure };
  const recordId = id.slice(0, id.lastIndexOf('.'));
  for (const [kind, table] of recordTables) {
    const row = rowOf(db, table, recordId);
    if (row) return { kind, table, row };
  }
  return undefined;
}

const text = (row: Row, column: string): string | null => {
  const value = row[column] ?? null;
  return value === null ? null : String(value);
};

/** P5 Everything the portfolio can say of where a number comes from. */
export function provenanceOf(db: ReadableDb, id: string, siteId: string | null): Provenance | null {
  const found = find(db, id, siteId);
  if (!found) return null;
  const { kind, table, row } = found;
  const recordId = text(row, 'id') ?? '';
  const sourceId = text(row, 'source_id');
  const batchId = text(row, 'batch_id');
  return {
    record: { kind, id: recordId },
    page: text(row, 'source_page'),
    enteredBy: text(row, 'entered_by'),
    batch: batchId === null ? null : batchOf(db, batchId),
    source: sourceId === null ? null : (findSourceRecord(db, sourceId) ?? null),
    attachments: kind === 'figure' || kind === 'contract' ? attachmentsOf(db, { kind, id: recordId }) : [],
    sourceAttachments: sourceId === null ? [] : attachmentsOf(db, { kind: 'source', id: sourceId }),
    history: stepsOfRow(db, table, { id: recordId }),
  };
}
