import type { ImportNote } from '../../../shared/domain/tableImport.ts';
import { wrongField } from '../../../shared/domain/records.ts';
import type { Row } from '../../db/history/changeLog.ts';
import type { SheetTableName } from '../../exchange/sheet/sheetTables.ts';
import { boundsOf, kindOf, type SheetColumn } from './sheetColumns.ts';

/** Words that a column takes where the table of fields does not say it. */
const choices: Readonly<Record<string, readonly (string | number)[]>> = {
  confidence: ['high', 'medium', 'low'],
  'figure.state': ['known', 'notApplicable'],
  'figure.superseded': [0, 1],
  'production_report.period': ['month', 'quarter', 'year'],
  'lease_announcement.noi_basis': ['average', 'stabilised'],
};

const longest = 4_000;

const note = (code: string, values: Record<string, string>): ImportNote => ({ code, values });

function checkNumber(table: SheetTableName, column: string, value: number, row: Row): ImportNote | undefined {
  const { field } = boundsOf(table, column, row);
  const { min = -Infinity, max = Infinity, isWhole } = field ?? {};
  const fits = value >= min && value <= max && (isWhole !== true || Number.isInteger(value));
  return fits
    ? undefined
    : note('outOfBounds', { value: String(value), low: String(min), high: String(max) });
}

/** Why a value cannot stand in its column; undefined where it can. `row` tells what a figure is about. */
export function checkValue(
  table: SheetTableName,
  column: SheetColumn,
  value: string | number | null,
  row: Row,
): ImportNote | undefined {
  const { name } = column;
  if (value === null) return column.isRequired ? note('needsValue', {}) : undefined;
  const words = choices[`${table}.${name}`] ?? choices[name];
  if (words && !words.includes(value))
    return note('noChoice', { cell: String(value), words: words.join(', ') });
  if (typeof value === 'number') return checkNumber(table, name, value, row);
  if (value.length > longest) return note('tooLong', {});
  const kind = kindOf(table);
  const { field } = boundsOf(table, name, row);
  if (kind === undefined || field === undefined || wrongField(kind, { [name]: value }) === undefined)
    return undefined;
  return note('noChoice', { cell: value.slice(0, 60), words: (field.options ?? []).join(', ') });
}

/** Whether a number is outside what is usual, which is asked about and not refused. */
export function unusualNote(
  table: SheetTableName,
  column: string,
  value: string | number | null,
  row: Row,
): ImportNote[] {
  const { low, high } = boundsOf(table, column, row);
  if (typeof value !== 'number' || (value >= low && value <= high)) return [];
  return [note('unusual', { value: String(value), low: String(low), high: String(high) })];
}
