import type { ImportNote } from '../../../shared/domain/tableImport.ts';
import { keptNumber, keptText } from '../../../shared/exchange/keptText.ts';
import type { Row } from '../../db/history/changeLog.ts';
import { textHash, type ExportedCell } from '../../exchange/sheet/asExported.ts';
import type { SheetCell, SheetRow } from '../../exchange/sheet/readSheets.ts';
import { checkValue, unusualNote } from './checkValue.ts';
import { note, proposalOf, type Draft, type TableCase } from './draft.ts';
import { effectNotes } from './effectNotes.ts';
import { isAsExported, readSheetCell, shownCell } from './readSheetCell.ts';
import { unitOf, type SheetColumn } from './sheetColumns.ts';

type Value = string | number | null;

export function cellAt({ places }: TableCase, row: SheetRow, column: string): SheetCell {
  return row.cells[places.get(column) ?? -1] ?? null;
}

export function keyOf(keys: readonly SheetColumn[], row: Row): Row {
  return Object.fromEntries(keys.map(({ name }) => [name, row[name] ?? null]));
}

function isSame(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return keptNumber(a) === keptNumber(b);
  return keptText(String(a ?? '')) === keptText(String(b ?? ''));
}

/** Whether the portfolio still holds what was exported. */
function isUntouched(now: Value, was: ExportedCell): boolean {
  if (was !== null && typeof was === 'object') return textHash(String(now ?? '')) === was.hash;
  return isSame(now, was);
}

function shownExported(was: ExportedCell): string {
  return was === null ? '' : typeof was === 'object' ? '…' : String(was);
}

interface RowCase {
  readonly of: TableCase;
  readonly sheetRow: SheetRow;
  readonly current: Row;
  readonly was: ReadonlyMap<string, ExportedCell>;
}

interface CellChange {
  readonly column: SheetColumn;
  readonly after: Value;
  /** Columns that go along. */
  readonly along?: Row;
}

const idOf = ({ of, current }: RowCase, column: string): string =>
  [of.table, ...of.keys.map(({ name }) => String(current[name])), column].join('/');

function refusal(row: RowCase, column: string, after: string, reason: ImportNote): Draft {
  const before = row.current[column] ?? null;
  const told = { column, sheetRow: row.sheetRow.number, row: row.current, before, after, notes: [reason] };
  return { proposal: proposalOf(row.of, idOf(row, column), { ...told, outcome: 'rejected' }), write: null };
}

function refersToNothing({ of }: RowCase, { refersTo }: SheetColumn, value: Value): boolean {
  return refersTo !== undefined && value !== null && !of.isThere(refersTo, value);
}

function draftOf(row: RowCase, { column, after, along = {} }: CellChange): Draft {
  const { of, current, was, sheetRow } = row;
  const { table, rows, enteredBy } = of;
  const { name } = column;
  const before = current[name] ?? null;
  const wrong = column.isFixed ? note('fixedColumn') : checkValue(table, column, after, current);
  if (wrong) return refusal(row, name, String(after ?? ''), wrong);
  if (refersToNothing(row, column, after))
    return refusal(row, name, String(after), note('refersToNothing', { id: String(after) }));
  const exported = was.get(name) ?? null;
  const isConflict = !isUntouched(before, exported);
  const unusual = unusualNote(table, name, after, current);
  const notes = [
    ...(isConflict ? [note('conflict', { exported: shownExported(exported) })] : []),
    ...unusual,
    ...effectNotes(table, { column: name, before, after, row: current }, rows),
  ];
  const outcome = isConflict ? 'conflict' : unusual.length > 0 ? 'check' : 'changed';
  const told = {
    outcome,
    column: name,
    sheetRow: sheetRow.number,
    row: current,
    before,
    after,
    notes,
  } as const;
  // Who changed a row last is who entered it.
  const has = (wanted: string): boolean => of.columns.some((one) => one.name === wanted);
  const author: Row = {
    ...(has('entered_by') ? { entered_by: enteredBy } : {}),
    ...(has('entered_at') ? { entered_at: of.now } : {}),
  };
  const set = { [name]: after, ...along, ...author };
  const write = { kind: 'set', table, key: keyOf(of.keys, current), set } as const;
  return { proposal: proposalOf(of, idOf(row, name), told), write };
}

/** A cell that was edited and says something else than the portfolio; a draft where it was refused. */
function changeAt(row: RowCase, column: SheetColumn): CellChange | Draft | undefined {
  const { of, sheetRow, current, was } = row;
  const cell = cellAt(of, sheetRow, column.name);
  if (isAsExported(cell, was.get(column.name) ?? null, column, of.notation)) return undefined;
  const read = readSheetCell(cell, column, unitOf(of.table, column.name, current), of.notation);
  if (read.kind === 'fault')
    return refusal(row, column.name, shownCell(cell).slice(0, 300), note(read.code, { cell: read.shown }));
  return isSame(read.value, current[column.name] ?? null) ? undefined : { column, after: read.value };
}

/** Value and state of a figure are one statement: known with its value, or not applicable. */
function figureTogether(row: RowCase, changes: readonly CellChange[]): (CellChange | Draft)[] {
  const state = changes.find(({ column }) => column.name === 'state');
  const value = changes.find(({ column }) => column.name === 'value');
  if (!state && !value) return [...changes];
  const rest = changes.filter((one) => one !== state && one !== value);
  const column = row.of.columns.find(({ name }) => name === 'value');
  if (!column) return rest;
  const after = value ? value.after : (row.current['value'] ?? null);
  const saysNot = state?.after === 'notApplicable';
  if (saysNot && (after === null || !value))
    return [...rest, { column, after: null, along: { state: 'notApplicable' } }];
  if (after === null || (state && state.after !== 'known'))
    return [...rest, refusal(row, 'value', String(after ?? ''), note('emptyFigure'))];
  return [...rest, { column, after, along: { state: 'known' } }];
}

/** Every edited cell of a row that is in the portfolio. */
export function compareRow(
  of: TableCase,
  sheetRow: SheetRow,
  current: Row,
  exported: readonly ExportedCell[],
): Draft[] {
  const was = new Map(of.exported.columns.map((name, index) => [name, exported[index] ?? null]));
  const row: RowCase = { of, sheetRow, current, was };
  const found = of.columns
    .filter(({ name, isKey }) => !isKey && of.places.has(name) && was.has(name))
    .flatMap((column) => changeAt(row, column) ?? []);
  const refused = found.filter((one): one is Draft => 'proposal' in one);
  const changes = found.filter((one): one is CellChange => 'column' in one);
  const joined = of.table === 'figure' ? figureTogether(row, changes) : changes;
  return [...refused, ...joined.map((one) => ('proposal' in one ? one : draftOf(row, one)))];
}
