import type { ImportNote } from '../../../shared/domain/tableImport.ts';
import type { Row } from '../../db/history/changeLog.ts';
import type { SheetTableName } from '../../exchange/sheet/sheetTables.ts';
import { recordWords, type PortfolioRows } from './portfolioRows.ts';

type Value = string | number | null;

const note = (code: string, values: Record<string, string> = {}): ImportNote => ({ code, values });

/** Numbers whose share of change means nothing: years, places, numbers that name something. */
const noAmount = /(year|latitude|longitude|superseded|_id)$/;

function stepNote(column: string, before: Value, after: Value): ImportNote[] {
  if (before === null) return [note('fills')];
  if (after === null) return [note('empties')];
  if (typeof after === 'string') return [note('replacesText')];
  if (typeof before !== 'number' || before === 0 || noAmount.test(column)) return [];
  return [note('changesBy', { share: String((after - before) / Math.abs(before)) })];
}

/** Which results rest on a row; nothing is said where that cannot be said for sure. */
function resultNote(
  table: SheetTableName,
  column: string | null,
  row: Row,
  rows: PortfolioRows,
): ImportNote[] {
  const isValue = column === null || column === 'value';
  if (table === 'market_month') return column === 'source' ? [] : [note('computesAll')];
  if (!isValue || (table !== 'figure' && table !== 'own_value')) return [];
  if (row['superseded'] === 1) return [note('setAside')];
  return [note('computes', { name: recordWords(table, row, rows).record })];
}

/** What a changed value does, and whose word it stays. */
export function effectNotes(
  table: SheetTableName,
  change: { readonly column: string; readonly before: Value; readonly after: Value; readonly row: Row },
  rows: PortfolioRows,
): ImportNote[] {
  const { column, before, after, row } = change;
  const source = table === 'figure' && column === 'value' ? rows.find('source', row['source_id']) : undefined;
  return [
    ...stepNote(column, before, after),
    ...resultNote(table, column, row, rows),
    ...(source ? [note('keepsSource', { source: String(source['title']) })] : []),
  ];
}

/** What a new row brings. */
export function newRowNotes(table: SheetTableName, row: Row, rows: PortfolioRows): ImportNote[] {
  return [note('adds'), ...resultNote(table, null, row, rows)];
}

/** What goes with a row that is gone from the sheet. */
export function removedRowNotes(
  table: SheetTableName,
  row: Row,
  rows: PortfolioRows,
  hanging: number,
): ImportNote[] {
  const removes = hanging === 0 ? note('removes') : note('removesWith', { count: String(hanging) });
  return [removes, ...resultNote(table, null, row, rows)];
}
