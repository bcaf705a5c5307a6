import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RawTable } from '../../../shared/exchange/import/rawTable.ts';
import { bytesOfFile, isArchive, tableOfText } from '../import/openTable.ts';
import { asExportedFile, readAsExported } from './asExported.ts';
import {
  editedTable,
  sheetsOfWorkbook,
  type EditedExport,
  type EditedTable,
  type SheetCell,
} from './readSheets.ts';

/** What a file turned out to be: one table, or an export of a whole portfolio that comes back. */
export type OpenedFile =
  | { readonly kind: 'table'; readonly table: RawTable }
  | { readonly kind: 'export'; readonly edited: EditedExport };

/** The apostrophe by which our own files keep a text a text. */
function csvCell(cell: string | number): SheetCell {
  if (cell === '') return null;
  const text = String(cell);
  return text.startsWith("'") ? text.slice(1) : text;
}

/** Text files drop nothing: an empty field is a row's field all the same, and rows count from the head. */
async function tableOfCsv(path: string, name: string): Promise<EditedTable> {
  const { rows, numbers } = await tableOfText(bytesOfFile(path));
  return editedTable(
    name,
    rows.map((cells, index) => ({ number: numbers[index] ?? 0, cells: cells.map(csvCell) })),
  );
}

async function exportOfFolder(folder: string): Promise<EditedExport> {
  const lines = Buffer.from(bytesOfFile(join(folder, asExportedFile)))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  const asExported = readAsExported(lines.map((line) => line.replace(/\r$/, '')));
  const tables: EditedTable[] = [];
  for (const { name } of asExported.tables) {
    const path = join(folder, `${name}.csv`);
    if (existsSync(path)) tables.push(await tableOfCsv(path, name));
  }
  return { form: 'csv', asExported, tables };
}

/** Opens a table or an export: a workbook, a folder of CSV files, or any file of such a folder. */
export async function openFile(path: string): Promise<OpenedFile> {
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const isExport = isFolder || /\.(csv|txt)$/i.test(path);
  if (isExport && existsSync(join(folder, asExportedFile)))
    return { kind: 'export', edited: await exportOfFolder(folder) };
  const bytes = bytesOfFile(path);
  if (!isArchive(bytes)) return { kind: 'table', table: await tableOfText(bytes) };
  // The reader is large and seldom needed: it is loaded when a workbook is.
  const { loadWorkbook, tableOfWorkbook } = await import('../import/readWorkbook.ts');
  const workbook = await loadWorkbook(bytes);
  const edited = sheetsOfWorkbook(workbook);
  return edited ? { kind: 'export', edited } : { kind: 'table', table: tableOfWorkbook(workbook) };
}
