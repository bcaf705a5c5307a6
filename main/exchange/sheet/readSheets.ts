import type ExcelJS from 'exceljs';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { portfolioFormat } from '../../../shared/exchange/portfolioDocument.ts';
import { mostColumns, mostRows } from '../../../shared/exchange/import/rawTable.ts';
import { asExportedSheet, readAsExported, type AsExported } from './asExported.ts';

/** A cell of an edited sheet: what stands there, or why nothing can be read from it. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly date: string }
  | { readonly unreadable: 'formula' | 'errorCell' | 'merged'; readonly shown: string };

export interface SheetRow {
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

export interface EditedTable {
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** An export that was edited, with its values as they were. */
export interface EditedExport {
  readonly form: 'csv' | 'xlsx';
  readonly asExported: AsExported;
  readonly tables: readonly EditedTable[];
}

function shownResult(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function sheetCell(value: ExcelJS.CellValue | undefined): SheetCell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) };
  if ('formula' in value || 'sharedFormula' in value)
    return { unreadable: 'formula', shown: shownResult(value.result) };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return sheetCell(value.text as ExcelJS.CellValue);
  return 'error' in value ? { unreadable: 'errorCell', shown: value.error } : null;
}

function tableOfSheet(sheet: ExcelJS.Worksheet): EditedTable {
  if (sheet.actualColumnCount > mostColumns)
    throw new UserFacingError('import.tooManyColumns', { most: String(mostColumns) });
  if (sheet.actualRowCount > mostRows)
    throw new UserFacingError('import.tooManyRows', { most: String(mostRows) });
  const rows: SheetRow[] = [];
  sheet.eachRow((row) => {
    const cells: SheetCell[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, mostColumns); column += 1) {
      const cell = row.getCell(column);
      // Merging drops what stood in the other cells, which nobody may take for a value that was deleted.
      const isEcho = cell.isMerged && cell.master !== cell;
      cells.push(isEcho ? { unreadable: 'merged', shown: '' } : sheetCell(cell.value));
    }
    rows.push({ number: row.number, cells });
  });
  return editedTable(sheet.name, rows);
}

/** The first row names the columns. */
export function editedTable(name: string, [head, ...rows]: readonly SheetRow[]): EditedTable {
  const heads = (head?.cells ?? []).map((cell) => (typeof cell === 'string' ? cell.trim() : ''));
  return { name, heads, rows };
}

/** A workbook of ours: its first sheet says so even where the one with the exported values is gone. */
function isOurs(workbook: ExcelJS.Workbook): boolean {
  return workbook.worksheets[0]?.getCell('A3').value === portfolioFormat;
}

/** The sheets of an exported workbook; undefined where it is any other. */
export function sheetsOfWorkbook(workbook: ExcelJS.Workbook): EditedExport | undefined {
  const kept = workbook.getWorksheet(asExportedSheet);
  const lines: string[] = [];
  kept?.eachRow((row) => lines.push(String(row.getCell(1).value)));
  if (lines[0]?.startsWith('{"format":"umbau-sheet-') !== true) {
    if (isOurs(workbook)) throw new UserFacingError('sheet.noAsExported');
    return undefined;
  }
  const asExported = readAsExported(lines);
  const names = new Set(asExported.tables.map(({ name }) => name));
  const tables = workbook.worksheets.filter(({ name }) => names.has(name)).map(tableOfSheet);
  return { form: 'xlsx', asExported, tables };
}
