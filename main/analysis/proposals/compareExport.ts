import { hash, randomUUID } from 'node:crypto';
import {
  proposalOutcomes,
  type Proposal,
  type ProposalOutcome,
  type ProposedSheet,
} from '../../../shared/domain/sheetProposals.ts';
import type { ImportNote } from '../../../shared/domain/tableImport.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { WritableDb } from '../../db/access.ts';
import type { Row } from '../../db/history/changeLog.ts';
import { metaValue } from '../../db/repositories/evidenceRepository.ts';
import { freeId } from '../../db/repositories/recordRepository.ts';
import { sheetTables, type SheetTableName } from '../../exchange/sheet/sheetTables.ts';
import type { EditedExport, EditedTable } from '../../exchange/sheet/readSheets.ts';
import { removal } from '../records.ts';
import { compareTable, notationOf } from './compareTable.ts';
import { note, type Draft, type TableCase } from './draft.ts';
import { portfolioRows, type PortfolioRows } from './portfolioRows.ts';
import { shownCell } from './readSheetCell.ts';
import { columnsOf, kindOf } from './sheetColumns.ts';

interface Entering {
  readonly enteredBy: string | null;
  readonly now: string;
}

/** What an edited export proposes, and what each proposal would write. */
export interface Compared {
  readonly drafts: readonly Draft[];
  readonly counts: Readonly<Record<ProposalOutcome, number>>;
  readonly notes: readonly ImportNote[];
  readonly state: string;
}

/** Ids of the file's rows, by table: what a new row may name. */
function idsInFile({ tables }: EditedExport): (table: string, id: string | number) => boolean {
  const ids = new Map(
    tables.map(({ name, heads, rows }) => {
      const place = heads.indexOf('id');
      return [name, new Set(rows.map(({ cells }) => shownCell(cells[place] ?? null)))] as const;
    }),
  );
  return (table, id) => ids.get(table)?.has(String(id)) === true;
}

function freshIds(
  table: SheetTableName,
  rows: PortfolioRows,
  isInFile: (table: string, id: string) => boolean,
): TableCase['freshId'] {
  const made = new Set<string>();
  const isTaken = (id: string): boolean =>
    made.has(id) || rows.find(table, id) !== undefined || isInFile(table, id);
  const kind = kindOf(table);
  return (row) => {
    if (table === 'source') {
      let id = Math.max(0, ...[...rows.of('source').keys()].map(Number)) + 1;
      while (isTaken(String(id))) id += 1;
      made.add(String(id));
      return id;
    }
    if (!kind) return randomUUID();
    const named = ['name', 'counterparty', 'instrument', 'period', 'model'].find((key) => row[key] != null);
    const name = String(row[named ?? ''] ?? '');
    const owner = row['company_id'] ?? row['site_id'];
    const id = freeId(kind, kind === 'company' ? name : `${String(owner)}-${name}`, isTaken);
    made.add(id);
    return id;
  };
}

function usedSources(rows: PortfolioRows): ReadonlySet<number> {
  return new Set(
    sheetTables.flatMap((table) => [...rows.of(table).values()].map((row) => Number(row['source_id'] ?? 0))),
  );
}

function hangingOn(
  db: WritableDb,
  table: SheetTableName,
  used: ReadonlySet<number>,
): (row: Row) => number | undefined {
  const kind = kindOf(table);
  return (row) => {
    if (table === 'source') return used.has(Number(row['id'])) ? undefined : 0;
    return kind ? removal(db, kind, String(row['id'])).filter(({ after }) => after === null).length - 1 : 0;
  };
}

/** Columns of the sheet that the table does not have, though somebody filled them. */
function strangeColumns(edited: EditedTable, names: readonly string[]): ImportNote[] {
  return edited.heads.flatMap((head, index) =>
    names.includes(head) || edited.rows.every(({ cells }) => (cells[index] ?? null) === null)
      ? []
      : [note('strangeColumn', { table: edited.name, column: head === '' ? String(index + 1) : head })],
  );
}

/** P47 Compares an edited export with what was exported and with what the portfolio holds now. */
export function compareExport(db: WritableDb, edited: EditedExport, { enteredBy, now }: Entering): Compared {
  if (edited.asExported.portfolioId !== metaValue(db, 'portfolio_id'))
    throw new UserFacingError('sheet.otherPortfolio');
  const rows = portfolioRows(db);
  const isInFile = idsInFile(edited);
  const used = usedSources(rows);
  const isThere: TableCase['isThere'] = (table, id) =>
    rows.find(table, id) !== undefined || isInFile(table, id);
  const notes: ImportNote[] = [];
  const drafts = sheetTables.flatMap((table): Draft[] => {
    const exported = edited.asExported.tables.find(({ name }) => name === table);
    const sheet = edited.tables.find(({ name }) => name === table);
    if (!exported) return [];
    const columns = columnsOf(db, table);
    const keys = columns.filter(({ isKey }) => isKey);
    const places = new Map((sheet?.heads ?? []).map((head, index) => [head, index] as const).toReversed());
    if (!sheet || keys.some(({ name }) => !places.has(name))) {
      notes.push(note(sheet ? 'noKeyColumn' : 'noSheet', { table }));
      return [];
    }
    const names = columns.map(({ name }) => name);
    const gone = names.filter((name) => !places.has(name) && exported.columns.includes(name));
    notes.push(...gone.map((column) => note('columnGone', { table, column })));
    notes.push(...strangeColumns(sheet, names));
    const seen = { keys, places, edited: sheet, exported };
    const more = { table, columns, rows, enteredBy, now, isThere };
    return compareTable({
      ...seen,
      ...more,
      notation: edited.form === 'csv' ? notationOf(seen, columns) : null,
      freshId: freshIds(table, rows, isInFile),
      hanging: hangingOn(db, table, used),
    });
  });
  const counts = Object.fromEntries(proposalOutcomes.map((outcome) => [outcome, 0])) as Record<
    ProposalOutcome,
    number
  >;
  for (const { proposal } of drafts) counts[proposal.outcome] += 1;
  const state = hash('sha256', JSON.stringify([drafts.map(({ proposal }) => proposal), notes]), 'hex');
  return { drafts, counts, notes, state };
}

/** What a file proposes, without the list. */
export function summaryOf(name: string, edited: EditedExport, compared: Compared): ProposedSheet {
  const { counts, notes, state } = compared;
  const { form, asExported } = edited;
  return { name, exportedAt: asExported.exportedAt, form, counts, notes: [...notes], state };
}

/** Proposals of one outcome, or all, as far as they are looked at. */
export function listProposals(
  { drafts }: Compared,
  { only, offset, limit }: { only: ProposalOutcome | null; offset: number; limit: number },
): Proposal[] {
  return drafts
    .map(({ proposal }) => proposal)
    .filter(({ outcome }) => only === null || outcome === only)
    .slice(offset, offset + limit);
}
