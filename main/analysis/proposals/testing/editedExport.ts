import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { WritableDb } from '../../../db/access.ts';
import { openDatabase } from '../../../db/openDatabase.ts';
import { temporaryFolder } from '../../../db/testing/portfolioForTest.ts';
import { exportPortfolio } from '../../../exchange/exportPortfolio.ts';
import { openFile } from '../../../exchange/sheet/openExport.ts';
import { compareExport, type Compared } from '../compareExport.ts';

export const at = { language: 'en', now: '2026-11-25T10:00:00.000Z' } as const;
const entering = { enteredBy: 'A. Analyst', now: at.now };

/** A copy of the shipped sample: real companies, real sites, every kind of text. */
export function sampleCopy(): { readonly path: string; readonly db: WritableDb } {
  const path = join(temporaryFolder(), 'sample.umbau');
  copyFileSync(join(import.meta.dirname, '../../../../out/app/sample/sample.umbau'), path);
  return { path, db: openDatabase(path) };
}

export async function exportedFile(db: WritableDb, form: 'csv' | 'xlsx'): Promise<string> {
  const target = join(temporaryFolder(), form === 'csv' ? 'out' : 'out.xlsx');
  await exportPortfolio({ path: '/made-up/a.umbau', db }, form, target, at);
  return target;
}

export async function comparedWith(db: WritableDb, path: string): Promise<Compared> {
  const opened = await openFile(path);
  if (opened.kind !== 'export') throw new Error('no export');
  return compareExport(db, opened.edited, entering);
}

/** Edits a sheet of a workbook as somebody would: by the name of its column, in the row of an id. */
export interface SheetEditor {
  readonly sheet: ExcelJS.Worksheet;
  readonly column: (head: string) => number;
  readonly cell: (id: string | number, head: string) => ExcelJS.Cell;
}

export function editorOf(workbook: ExcelJS.Workbook, name: string, key = 'id'): SheetEditor {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(name);
  const column = (head: string): number => (sheet.getRow(1).values as unknown[]).indexOf(head);
  const cell = (id: string | number, head: string): ExcelJS.Cell => {
    for (let row = 3; row <= sheet.rowCount; row += 1)
      if (sheet.getRow(row).getCell(column(key)).value === id) return sheet.getRow(row).getCell(column(head));
    throw new Error(`${name} ${id}`);
  };
  return { sheet, column, cell };
}

export async function editWorkbook(path: string, edit: (workbook: ExcelJS.Workbook) => void): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  edit(workbook);
  await workbook.xlsx.writeFile(path);
}
