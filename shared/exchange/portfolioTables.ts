import type { Language } from '../format/number.ts';
import { fill } from '../text/screenText.ts';
import { notCarriedText } from '../text/attachmentText.ts';
import { wholeExportText } from '../text/wholeExportText.ts';
import { numberCell, sheetName, textCell } from '../workbook/workbookCells.ts';
import type { WorkbookCell, WorkbookSheet, WorkbookSpec } from '../workbook/workbookSpec.ts';
import { unitOfColumn } from './columnUnits.ts';
import { formulaStart } from './exportTable.ts';
import {
  portfolioFormat,
  type StoredCell,
  type StoredPortfolio,
  type StoredTable,
} from './portfolioDocument.ts';

/** What an export says of itself. */
export interface ExportOrigin {
  readonly fileName: string;
  readonly appVersion: string;
  readonly exportedAt: string;
  readonly language: Language;
}

/** A value without a number in JSON, as words: it is rare, and what it is must stay readable. */
function namedText(cell: Extract<StoredCell, object>): string {
  if ('real' in cell) return cell.real;
  return 'integer' in cell ? cell.integer : cell.base64;
}

/** Reversible: exactly the texts that begin with an apostrophe were given one, or had one already and got another. */
function guarded(text: string): string {
  return formulaStart.test(text) || text.startsWith("'") ? `'${text}` : text;
}

function csvField(cell: StoredCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = guarded(typeof cell === 'string' ? cell : namedText(cell));
  return text === '' || /[",;\r\n\t]/.test(text) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}

/** RFC 4180, with the mark by which Excel reads UTF-8; unlike a table for reading, it keeps every line break. */
export function storedTableCsv({ columns, rows }: StoredTable): string {
  const lines = [columns, columns.map(unitOfColumn), ...rows].map((row) => row.map(csvField).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function aboutLines(stored: StoredPortfolio, origin: ExportOrigin, form: 'csv' | 'xlsx'): readonly string[] {
  const text = wholeExportText[origin.language];
  const attached = stored.tables.find(({ name }) => name === 'attachment')?.rows.length ?? 0;
  const notCarried = notCarriedText(attached, origin.language);
  return [
    fill(text.title, { file: origin.fileName }),
    fill(text.facts, { schema: stored.schemaVersion, app: origin.appVersion, at: origin.exportedAt }),
    portfolioFormat,
    ...text[form],
    ...(notCarried === '' ? [] : [notCarried]),
  ];
}

/** P30 The portfolio as files of a folder. */
export function portfolioCsvFiles(
  stored: StoredPortfolio,
  origin: ExportOrigin,
): ReadonlyMap<string, string> {
  const about = `\uFEFF${aboutLines(stored, origin, 'csv').join('\r\n')}\r\n`;
  return new Map([
    [wholeExportText[origin.language].aboutFile, about],
    ...stored.tables.map((table) => [`${table.name}.csv`, storedTableCsv(table)] as const),
  ]);
}

/** Excel takes no longer text in a cell, and calls a file with one damaged. */
const mostCharacters = 32_767;

/** What XML cannot hold, and what would be read as its stand-in, in Excel's own way of writing it. */
function cellText(text: string): string {
  return text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(
      /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

/** A text as a sheet holds it: written in Excel's way, and cut where it is longer than Excel takes. */
function sheetText(cell: Exclude<StoredCell, number | null>, language: Language): string {
  const text = cellText(typeof cell === 'string' ? cell : namedText(cell));
  if (text.length <= mostCharacters) return text;
  const cut = fill(wholeExportText[language].cut, { count: text.length });
  return text.slice(0, mostCharacters - cut.length) + cut;
}

function workbookCell(cell: StoredCell, language: Language): WorkbookCell {
  if (cell === null || cell === '') return {};
  return typeof cell === 'number' ? numberCell(cell, 'General') : textCell(sheetText(cell, language));
}

/** A value as whoever reads the exported file finds it there. */
export function readBack(cell: StoredCell, form: 'csv' | 'xlsx', language: Language): string | number | null {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return cell;
  if (form === 'csv') return typeof cell === 'string' ? cell : namedText(cell);
  return sheetText(cell, language).replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function tableSheet({ name, columns, rows }: StoredTable, language: Language): WorkbookSheet {
  return {
    name: sheetName(name),
    widths: [18],
    frozen: { rows: 2, columns: 1 },
    rows: [
      columns.map((column) => textCell(column, 'head')),
      columns.map((column) => textCell(unitOfColumn(column), 'note')),
      ...rows.map((row) => row.map((cell) => workbookCell(cell, language))),
    ],
  };
}

/** P30 The portfolio as one sheet a table, with the units in the second row. */
export function portfolioWorkbook(stored: StoredPortfolio, origin: ExportOrigin): WorkbookSpec {
  const { language, fileName } = origin;
  const lines = aboutLines(stored, origin, 'xlsx');
  return {
    title: fileName,
    fileName,
    sheets: [
      {
        name: wholeExportText[language].aboutSheet,
        widths: [110],
        frozen: { rows: 1, columns: 0 },
        rows: lines.map((line, index) => [textCell(line, index === 0 ? 'title' : 'note')]),
      },
      ...stored.tables.map((table) => tableSheet(table, language)),
    ],
  };
}
