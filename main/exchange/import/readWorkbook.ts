import ExcelJS from 'exceljs';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import {
  mostColumns,
  mostRows,
  type FileNote,
  type RawCell,
  type RawTable,
} from '../../../shared/exchange/import/rawTable.ts';
import { checkArchive } from './checkArchive.ts';

function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** A cell's value as it is shown: of a formula the value it carries, of rich text and links the words. */
function rawCell(value: ExcelJS.CellValue | undefined, notes: Set<FileNote>): RawCell {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dateText(value);
  if ('formula' in value || 'sharedFormula' in value) {
    notes.add('formulas');
    return rawCell(value.result as ExcelJS.CellValue, notes);
  }
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return rawCell(value.text as ExcelJS.CellValue, notes);
  return 'error' in value ? value.error : '';
}

function rowsOf(sheet: ExcelJS.Worksheet, notes: Set<FileNote>): Pick<RawTable, 'rows' | 'numbers'> {
  if (sheet.actualColumnCount > mostColumns)
    throw new UserFacingError('import.tooManyColumns', { most: String(mostColumns) });
  if (sheet.actualRowCount > mostRows)
    throw new UserFacingError('import.tooManyRows', { most: String(mostRows) });
  const rows: RawCell[][] = [];
  const numbers: number[] = [];
  sheet.eachRow((row) => {
    const cells: RawCell[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, mostColumns); column += 1) {
      const cell = row.getCell(column);
      if (cell.isMerged) notes.add('mergedCells');
      // The value of merged cells stands in the first of them; its echoes would double a head.
      cells.push(cell.isMerged && cell.master !== cell ? '' : rawCell(cell.value, notes));
    }
    if (cells.every((cell) => cell === '')) return;
    rows.push(cells);
    numbers.push(row.number);
  });
  return { rows, numbers };
}

/** A workbook whose archive was checked before anything of it was unpacked. */
export async function loadWorkbook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  checkArchive(bytes);
  const workbook = new ExcelJS.Workbook();
  try {
    // The reader's types still ask for Node's Buffer of an older age.
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  } catch {
    throw new UserFacingError('import.unreadableWorkbook');
  }
  return workbook;
}

/** The first sheet of a workbook that holds anything. */
export function tableOfWorkbook(workbook: ExcelJS.Workbook): RawTable {
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  if (!sheet) throw new UserFacingError('import.empty');
  const notes = new Set<FileNote>();
  const kept = rowsOf(sheet, notes);
  if (workbook.worksheets.filter(({ actualRowCount }) => actualRowCount > 0).length > 1)
    notes.add('moreSheets');
  const about = { format: 'workbook', encoding: null, delimiter: null } as const;
  return { ...about, sheet: sheet.name, ...kept, notes: [...notes] };
}
