import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type CsvRow = Readonly<Record<string, string>>;

export function readCsv(path: string): CsvRow[] {
  return parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true }) as CsvRow[];
}

/** Empty means not found, never zero. */
export function text(row: CsvRow, column: string): string | null {
  const value = row[column]?.trim() ?? '';
  return value === '' ? null : value;
}

export function number(row: CsvRow, column: string): number | null {
  const value = text(row, column);
  if (value === null) return null;
  const parsed = Number(value);
  if (!Number.isFinite(parsed)) throw new Error(`${column}: "${value}" is not a number`);
  return parsed;
}
