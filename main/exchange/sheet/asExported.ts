import { hash } from 'node:crypto';
import { z } from 'zod';
import { keptNumber, keptText } from '../../../shared/exchange/keptText.ts';
import type { StoredPortfolio } from '../../../shared/exchange/portfolioDocument.ts';
import { readBack } from '../../../shared/exchange/portfolioTables.ts';
import type { Language } from '../../../shared/format/number.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { WorkbookSheet } from '../../../shared/workbook/workbookSpec.ts';
import { sheetTables } from './sheetTables.ts';

/*
 * P47 An export carries its values a second time, where nobody edits them: only so can a cell that the analyst changed
 * be told from one that the portfolio changed since. Lines of plain letters, which no spreadsheet writes otherwise.
 */

const format = 'umbau-sheet-1';
export const asExportedSheet = 'Umbau';
export const asExportedFile = 'as-exported.txt';

/** A value as it was exported; of a long text only what tells it from another. */
export type ExportedCell = string | number | null | { readonly hash: string };

export interface ExportedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ExportedCell[])[];
}

export interface AsExported {
  readonly portfolioId: string;
  readonly exportedAt: string;
  readonly tables: readonly ExportedTable[];
}

const longText = 120;

/** What tells a long text from another. */
export function textHash(text: string): string {
  return hash('sha256', keptText(text), 'base64').slice(0, 16);
}

function exportedCell(value: string | number | null): ExportedCell {
  if (value === null) return null;
  if (typeof value === 'number') return keptNumber(value);
  const text = keptText(value);
  return text.length > longText ? { hash: textHash(text) } : text === '' ? null : text;
}

/** JSON of letters that every table program leaves as they are; an underscore may begin a stand-in of Excel's. */
function plainJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^\u0020-\u005E\u0060-\u007E]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function checkOf(lines: readonly string[]): string {
  return hash('sha256', lines.join('\n'), 'hex').slice(0, 32);
}

/** The lines that go with an export: a head with a check over the rest, then each table with its rows. */
export function asExportedLines(
  { tables }: StoredPortfolio,
  about: { readonly portfolioId: string; readonly exportedAt: string; readonly language: Language },
  form: 'csv' | 'xlsx',
): string[] {
  const lines = tables
    .filter(({ name }) => (sheetTables as readonly string[]).includes(name))
    .flatMap(({ name, columns, rows }) => [
      plainJson({ table: name, columns }),
      ...rows.map((row) => plainJson(row.map((cell) => exportedCell(readBack(cell, form, about.language))))),
    ]);
  const { portfolioId, exportedAt } = about;
  return [plainJson({ format, portfolioId, exportedAt, check: checkOf(lines) }), ...lines];
}

/** The same lines as a sheet that is not shown. */
export function asExportedWorkbookSheet(lines: readonly string[]): WorkbookSheet {
  return {
    name: asExportedSheet,
    widths: [60],
    frozen: { rows: 1, columns: 0 },
    isHidden: true,
    rows: lines.map((text) => [{ text }]),
  };
}

const Head = z.object({
  format: z.literal(format),
  portfolioId: z.string(),
  exportedAt: z.string(),
  check: z.string(),
});
const Table = z.strictObject({ table: z.string(), columns: z.array(z.string()) });
const Row = z.array(z.union([z.string(), z.number(), z.null(), z.strictObject({ hash: z.string() })]));

function changed(): UserFacingError {
  return new UserFacingError('sheet.asExportedChanged');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw changed();
  }
}

/** Reads the lines back; refused where they are not as they were written. */
export function readAsExported([first = '', ...lines]: readonly string[]): AsExported {
  const head = Head.safeParse(parsed(first));
  if (!head.success || head.data.check !== checkOf(lines)) throw changed();
  const tables: { name: string; columns: string[]; rows: z.infer<typeof Row>[] }[] = [];
  for (const line of lines) {
    const value = parsed(line);
    const [row, table] = [Row.safeParse(value), Table.safeParse(value)];
    const last = tables.at(-1);
    if (table.success) tables.push({ name: table.data.table, columns: table.data.columns, rows: [] });
    else if (row.success && row.data.length === last?.columns.length) last.rows.push(row.data);
    else throw changed();
  }
  const { portfolioId, exportedAt } = head.data;
  return { portfolioId, exportedAt, tables };
}
