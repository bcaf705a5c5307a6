import { randomUUID } from 'node:crypto';
import type { HistoryStep } from '../../../shared/domain/portfolio.ts';
import {
  canBeTaken,
  isTakenByItself,
  type ImportNote,
  type ImportPlan,
  type Outcome,
  type PreviewCell,
  type PreviewRow,
  type RowChoice,
} from '../../../shared/domain/tableImport.ts';
import type { ExportTable } from '../../../shared/exchange/exportTable.ts';
import type { FramedTable } from '../../../shared/exchange/import/frameTable.ts';
import { proposedUnits } from '../../../shared/exchange/import/proposedUnits.ts';
import { readCell } from '../../../shared/exchange/import/readCell.ts';
import {
  resolveColumns,
  storedText,
  type ResolvedColumns,
} from '../../../shared/exchange/import/resolveColumns.ts';
import type { Language } from '../../../shared/format/number.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { importNoteText } from '../../../shared/text/importNoteText.ts';
import { importText } from '../../../shared/text/importText.ts';
import type { ReadableDb, WritableDb } from '../../db/access.ts';
import { importGround } from '../../db/repositories/importRepository.ts';
import type { Turns } from '../../exchange/import/unblocked.ts';
import {
  columnAt,
  examineRow,
  examineTable,
  mappedColumns,
  problemsOf,
  readRow,
  type Examined,
} from './examineTable.ts';
import { createGround } from './ground.ts';
import type { ImportContext } from './rowParts.ts';
import { tenanciesAtSeveralSites } from './tenancies.ts';
import { UnforeseenRow, writeBatch } from './writeBatch.ts';

/** A table read by a plan and compared with the portfolio. */
export interface ExaminedTable {
  readonly table: FramedTable;
  readonly plan: ImportPlan;
  readonly resolved: ResolvedColumns;
  readonly mapped: ReturnType<typeof mappedColumns>;
  readonly problems: readonly ImportNote[];
  readonly context: ImportContext;
  readonly examined: Examined;
}

interface Reader {
  readonly language: Language;
  readonly enteredBy: string | null;
}

/** Reads a whole table by a plan and says of every row what it would do; undefined where it was stopped. */
export async function examine(
  db: ReadableDb,
  { table, plan }: { readonly table: FramedTable; readonly plan: ImportPlan },
  { language, enteredBy }: Reader,
  turns: Turns,
): Promise<ExaminedTable | undefined> {
  const resolved = resolveColumns(table, plan, language);
  const mapped = mappedColumns(plan, resolved);
  const problems = problemsOf(plan, table, resolved);
  const all = importGround(db);
  // Short, because every row and every change of the batch carries it.
  const batchId = randomUUID().replaceAll('-', '').slice(0, 12);
  const atSeveralSites =
    plan.profile === 'contracts'
      ? await tenanciesAtSeveralSites(table, mapped, plan.company, turns)
      : new Set<string>();
  if (!atSeveralSites) return undefined;
  const context: ImportContext = { ground: createGround(all), plan, batchId, enteredBy, atSeveralSites };
  // The ground of the preview stays as the portfolio is; the examination needs one that grows.
  const growing = { ...context, ground: createGround(all) };
  const examined = await examineTable(table, mapped, growing, turns);
  return examined && { table, plan, resolved, mapped, problems, context, examined };
}

const rowNumber = ({ numbers }: FramedTable, index: number): number => numbers[index] ?? 0;

function previewCells({ table, mapped }: ExaminedTable, index: number, language: Language): PreviewCell[] {
  return mapped.map((one): PreviewCell => {
    const { index: column, target } = one;
    const cell = table.rows[index]?.[column] ?? '';
    const raw = String(cell).trim().slice(0, 300);
    const reading = readCell(cell, target, columnAt(one, rowNumber(table, index)));
    if (reading.kind === 'fault') return { raw, read: null, mark: 'wrong' };
    if (reading.value === null) return { raw, read: null, mark: 'missing' };
    const read = storedText(target, reading.value, language);
    return { raw, read, mark: reading.isUnusual ? 'unusual' : 'none' };
  });
}

function previewRow(of: ExaminedTable, index: number, language: Language): PreviewRow {
  const outcome = of.examined.outcomes[index] ?? 'rejected';
  const row = rowNumber(of.table, index);
  const cells = of.table.rows[index] ?? [];
  const read = readRow(cells, of.mapped, row);
  const { notes } = examineRow(read, of.context, () => outcome === 'repeated');
  const proposals = of.mapped.flatMap((one) =>
    proposedUnits(cells[one.index] ?? '', one.target, columnAt(one, row)).map((proposed) => ({
      column: one.index,
      key: one.target.key,
      ...proposed,
    })),
  );
  const meant = proposals.map(({ key, unit, value }): ImportNote => {
    return { code: 'meant', values: { key, unit, value: String(value) } };
  });
  return { row, outcome, cells: previewCells(of, index, language), notes: [...notes, ...meant], proposals };
}

/** Rows of one outcome, or all, as far as they are looked at. */
export function previewRows(
  of: ExaminedTable,
  { only, offset, limit }: { readonly only: Outcome | null; readonly offset: number; readonly limit: number },
  language: Language,
): PreviewRow[] {
  const rows: PreviewRow[] = [];
  let skipped = 0;
  for (const [index, outcome] of of.examined.outcomes.entries()) {
    if (only !== null && outcome !== only) continue;
    if (skipped < offset) skipped += 1;
    else rows.push(previewRow(of, index, language));
    if (rows.length >= limit) break;
  }
  return rows;
}

/** P24 What was not taken, as it stood in the file, each row with its reason. */
export function rejectTable(of: ExaminedTable, language: Language): ExportTable {
  const text = importText[language];
  const left = of.examined.outcomes.flatMap((outcome, index) =>
    outcome === 'rejected' || outcome === 'repeated' ? [index] : [],
  );
  return {
    columns: [text.row, ...of.table.heads, text.reason].map((head) => ({ head, unit: '' })),
    rows: left.map((index) => {
      const cells = of.table.heads.map((_head, column) => of.table.rows[index]?.[column] ?? '');
      const { row, notes } = previewRow(of, index, language);
      return [row, ...cells, notes.map((note) => importNoteText(note, language)).join(' ')];
    }),
  };
}

/** Writes what is taken: what is new or changed by itself, and what the analyst decided otherwise. */
export async function importRows(
  db: WritableDb,
  of: ExaminedTable,
  how: { readonly choices: readonly RowChoice[]; readonly fileName: string; readonly now: string },
  turns: (of: number) => Turns,
  language: Language,
): Promise<HistoryStep | undefined> {
  const [problem] = of.problems;
  if (problem) throw new UserFacingError('import.notReady', { problem: importNoteText(problem, language) });
  const chosen = new Map(how.choices.map(({ row, isTaken }) => [row, isTaken]));
  const taken = of.examined.outcomes.flatMap((outcome, index) => {
    const choice = chosen.get(rowNumber(of.table, index));
    return canBeTaken(outcome) && (choice ?? isTakenByItself(outcome)) ? [index] : [];
  });
  const { fileName, now } = how;
  if (taken.length === 0)
    throw new UserFacingError('import.notReady', { problem: importText[language].nothingToTake });
  const { table, mapped, examined } = of;
  const context = { ...of.context, ground: createGround(importGround(db)) };
  const batch = { table, mapped, context, shown: examined.outcomes, taken, fileName, now };
  try {
    return await writeBatch(db, batch, turns(taken.length));
  } catch (error) {
    if (!(error instanceof UnforeseenRow)) throw error;
    const values = { row: String(rowNumber(table, error.index)) };
    const note: ImportNote = { code: 'unforeseen', values };
    throw new UserFacingError('import.notReady', { problem: importNoteText(note, language) });
  }
}
