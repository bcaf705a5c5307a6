import { UserFacingError } from '../../ipc/result.ts';
import { unitOfHead } from './columnUnits.ts';
import { mostColumns, type RawCell, type RawTable } from './rawTable.ts';

/** A table with its head found: the rows below it, each with its own number in the file. */
export interface FramedTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly RawCell[])[];
  readonly numbers: readonly number[];
}

const looked = 20;

function filled(row: readonly RawCell[]): number {
  return row.filter((cell) => typeof cell === 'number' || cell.trim() !== '').length;
}

function isNumber(cell: RawCell): boolean {
  return typeof cell === 'number' || /^\s*[-+\u2212(]?\d/.test(cell);
}

/** The first row that is as wide as the table and holds words: titles above a table are narrower. */
function findHead(rows: readonly (readonly RawCell[])[]): number {
  const first = rows.slice(0, looked);
  const widest = Math.max(...first.map(filled));
  const at = first.findIndex((row) => filled(row) * 2 > widest && !row.some(isNumber));
  return Math.max(at, 0);
}

/** A second row of units, as our own tables have it. */
function isUnitRow(row: readonly RawCell[] | undefined): row is readonly RawCell[] {
  if (!row || row.some(isNumber)) return false;
  const texts = row.map(String).filter((text) => text.trim() !== '');
  return texts.some((text) => unitOfHead(`[${text}]`) !== undefined) && row[0] === '';
}

/** Finds the head of a table and gives every column a name. */
export function frameTable({ rows, numbers }: Pick<RawTable, 'rows' | 'numbers'>): FramedTable {
  if (rows.length === 0) throw new UserFacingError('import.empty');
  const at = findHead(rows);
  const below = rows[at + 1];
  const hasUnits = isUnitRow(below);
  const from = at + (hasUnits ? 2 : 1);
  const data = rows.slice(from);
  if (data.length === 0) throw new UserFacingError('import.noRows');
  const head = rows[at] ?? [];
  let width = head.length;
  for (const row of data) width = Math.max(width, row.length);
  if (width > mostColumns) throw new UserFacingError('import.tooManyColumns', { most: String(mostColumns) });
  const heads = Array.from({ length: width }, (_none, column) => {
    const unit = hasUnits ? String(below[column] ?? '').trim() : '';
    return `${String(head[column] ?? '').trim()}${unit === '' ? '' : ` [${unit}]`}`.slice(0, 200);
  });
  return { heads, rows: data, numbers: numbers.slice(from) };
}
