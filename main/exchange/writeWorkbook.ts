import ExcelJS from 'exceljs';
import type { WorkbookCell, WorkbookSheet, WorkbookSpec } from '../../shared/workbook/workbookSpec.ts';

const fonts: Readonly<Record<NonNullable<WorkbookCell['style']>, Partial<ExcelJS.Font>>> = {
  title: { bold: true, size: 14 },
  head: { bold: true },
  sum: { bold: true },
  note: { color: { argb: 'FF5F6C68' } },
  missing: { italic: true, color: { argb: 'FF5F6C68' } },
};

function fill(cell: ExcelJS.Cell, { text, number, formula, format, style }: WorkbookCell): void {
  // A text is stored as text, so that "=cmd" in a name is never read as a formula.
  if (formula !== undefined) cell.value = { formula, result: number ?? text ?? 0 };
  else if (number !== undefined) cell.value = number;
  else if (text !== undefined) cell.value = text;
  if (format !== undefined) cell.numFmt = format;
  if (style !== undefined) cell.font = fonts[style];
}

function addSheet(
  workbook: ExcelJS.Workbook,
  { name, widths, frozen, rows, isHidden = false }: WorkbookSheet,
): void {
  const sheet = workbook.addWorksheet(name, {
    state: isHidden ? 'hidden' : 'visible',
    views: [{ state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows }],
  });
  for (const [rowIndex, row] of rows.entries())
    for (const [columnIndex, cell] of row.entries()) fill(sheet.getCell(rowIndex + 1, columnIndex + 1), cell);
  const columns = Math.max(...rows.map((row) => row.length));
  for (let column = 0; column < columns; column += 1)
    sheet.getColumn(column + 1).width = widths[Math.min(column, widths.length - 1)] ?? 12;
}

/** A workbook's bytes. The formulas carry their values and are recomputed when the file is opened. */
export async function workbookBytes(spec: WorkbookSpec, createdAt: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.title = spec.title;
  workbook.creator = 'Umbau';
  workbook.created = new Date(createdAt);
  workbook.modified = workbook.created;
  workbook.calcProperties = { fullCalcOnLoad: true };
  for (const sheet of spec.sheets) addSheet(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
