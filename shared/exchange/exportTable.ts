import type { Language } from '../format/number.ts';

/** A number, a text (ISO for dates and months), or nothing: a missing value stays an empty cell, never 0. */
export type ExportCell = number | string | null;

/** A table on its way out of Umbau: values as they are computed, with the unit they are in. */
export interface ExportTable {
  readonly columns: readonly { readonly head: string; readonly unit: string }[];
  readonly rows: readonly (readonly ExportCell[])[];
}

/** What a spreadsheet takes for the beginning of a formula, also in the wide forms of East Asian keyboards. */
export const formulaStart = /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/;

/**
 * Text that stays text wherever it is opened: one that a spreadsheet would compute gets the apostrophe by which
 * spreadsheets mark text. Breaks and tabs become spaces, so that a row stays a row.
 */
export function plainText(text: string): string {
  const line = text.replaceAll(/[\t\r\n]+/g, ' ');
  return formulaStart.test(line) ? `'${line}` : line;
}

/** Digits as they are, with a decimal point and never with an exponent; empty where there is no number. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(value);
  return text.includes('e')
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}

function csvField(cell: ExportCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return plainNumber(cell);
  const text = plainText(cell);
  return /[",;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function linesOf(table: ExportTable, fieldOf: (cell: ExportCell) => string, separator: string): string[] {
  const { columns, rows } = table;
  const heads = [columns.map(({ head }) => head), columns.map(({ unit }) => unit)];
  return [...heads, ...rows].map((row) => row.map(fieldOf).join(separator));
}

/** RFC 4180: commas, a decimal point whatever the language, heads in the first row and units in the second. */
export function csvText(table: ExportTable): string {
  return `${linesOf(table, csvField, ',').join('\r\n')}\r\n`;
}

/** Excel reads a CSV file as UTF-8 only with this mark in front. */
export function csvFile(table: ExportTable): string {
  return `\uFEFF${csvText(table)}`;
}

const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-US' };
const readDigits = 7;
const wholeFrom = 1_000_000;

/** A number for reading: grouped, with a true minus, and no more digits than carry information. */
function readNumber(value: number, language: Language): string {
  const digits =
    Math.abs(value) >= wholeFrom ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: readDigits };
  return value.toLocaleString(locales[language], digits).replace('-', '\u2212');
}

/** A number that a spreadsheet in this language reads as one: every digit, no groups, a plain minus. */
function typedNumber(value: number, language: Language): string {
  const text = plainNumber(value);
  return language === 'de' ? text.replace('.', ',') : text;
}

/** Lines of tabs for the clipboard, numbers in the language's notation: to be read, or to be computed with. */
export function tabText(table: ExportTable, language: Language, purpose: 'reading' | 'spreadsheet'): string {
  const numberText = purpose === 'reading' ? readNumber : typedNumber;
  const field = (cell: ExportCell): string => {
    if (cell === null) return '';
    return typeof cell === 'number' ? numberText(cell, language) : plainText(cell);
  };
  return linesOf(table, field, '\t').join('\n');
}
