import { dateShape } from '../../../shared/domain/records.ts';
import { cellNotation } from '../../../shared/exchange/import/notation.ts';
import { readDate } from '../../../shared/exchange/import/readDate.ts';
import { keptNumber, keptText } from '../../../shared/exchange/keptText.ts';
import { readQuantity } from '../../../shared/exchange/readQuantity.ts';
import { textHash, type ExportedCell } from '../../exchange/sheet/asExported.ts';
import type { SheetCell } from '../../exchange/sheet/readSheets.ts';
import type { SheetColumn } from './sheetColumns.ts';

/** The decimal sign of numbers that stand in a file as text; null where nothing tells. */
export type Notation = 'comma' | 'point' | null;

/** How a cell was read: a value, or why it is none. */
export type CellRead =
  | { readonly kind: 'value'; readonly value: string | number | null }
  | { readonly kind: 'fault'; readonly code: string; readonly shown: string };

type Read = Pick<SheetColumn, 'type' | 'isDate' | 'name'>;

export function shownCell(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'date' in cell ? cell.date : cell.shown;
}

const fault = (code: string, cell: SheetCell): CellRead => ({
  kind: 'fault',
  code,
  shown: shownCell(cell).trim().slice(0, 60),
});
const valued = (value: string | number | null): CellRead => ({ kind: 'value', value });

/** "1.000" where the point is the decimal sign: idle zeros, for which the file as a whole vouches. */
function hasIdleZeros(text: string, notation: Notation): boolean {
  const sign = /^\D*\d{1,3}([.,])000(?![\d.,])/.exec(text)?.[1];
  return sign === (notation === 'comma' ? ',' : '.');
}

function numberOfText(text: string, unit: string, notation: Notation): number | 'open' | 'none' {
  if (/^[-+]?\d+([.,]\d+)?e[-+]?\d+$/i.test(text)) return Number(text.replace(',', '.'));
  const own = cellNotation(text);
  if (notation === null && own === 'open') return 'open';
  const isComma = notation === null ? own === 'comma' : notation === 'comma';
  const isPercent = unit === '' && /%\s*$/.test(text);
  const reading = readQuantity(text, isPercent ? 'percent' : unit || '1', isComma ? 'de' : 'en');
  if (reading.kind === 'read') return isPercent ? keptNumber(reading.value / 100) : reading.value;
  if (reading.kind !== 'ambiguous') return 'none';
  return notation !== null && hasIdleZeros(text, notation) ? reading.readings[0] : 'open';
}

function readNumberCell(cell: SheetCell, type: SheetColumn['type'], unit: string, by: Notation): CellRead {
  if (cell !== null && typeof cell === 'object') return fault('dateInNumber', cell);
  const value = typeof cell === 'number' ? cell : numberOfText(String(cell).trim(), unit, by);
  if (value === 'open') return fault('openNumber', cell);
  if (value === 'none' || !Number.isFinite(value)) return fault('notANumber', cell);
  return type === 'INTEGER' && !Number.isSafeInteger(value) ? fault('notWhole', cell) : valued(value);
}

function readDateCell(cell: SheetCell, { name }: Read): CellRead {
  const reading = readDate(typeof cell === 'object' ? shownCell(cell) : cell, undefined);
  if (reading.kind === 'open') return fault('openDate', cell);
  if (reading.kind === 'noDate' || !dateShape.test(reading.date)) return fault('needsDate', cell);
  const isMonth = name === 'month' || name === 'last_month';
  if (isMonth && reading.date.length < 7) return fault('needsMonth', cell);
  return valued(isMonth ? reading.date.slice(0, 7) : reading.date);
}

/** Reads a cell for its column. Formulas and faults are no values, whatever result stands with them. */
export function readSheetCell(cell: SheetCell, column: Read, unit: string, notation: Notation): CellRead {
  if (cell !== null && typeof cell === 'object' && 'unreadable' in cell) return fault(cell.unreadable, cell);
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return valued(null);
  if (column.type !== 'TEXT') return readNumberCell(cell, column.type, unit, notation);
  if (column.isDate) return readDateCell(cell, column);
  return valued(shownCell(cell));
}

/** What a spreadsheet makes of a text that looks like a date, taken back. */
function isSameDate(cell: SheetCell, was: string): boolean {
  const meant = readDate(was, undefined);
  if (meant.kind !== 'date') return false;
  const reading = readDate(typeof cell === 'object' ? shownCell(cell) : cell, undefined);
  if (reading.kind === 'noDate') return false;
  // A month becomes its first day.
  const day = meant.date.length === 7 ? `${meant.date}-01` : meant.date;
  const readings: readonly string[] = reading.kind === 'open' ? reading.readings : [reading.date];
  return readings.includes(meant.date) || readings.includes(day);
}

/** Whether a cell still says what was exported, in whatever notation the file was saved. */
export function isAsExported(cell: SheetCell, was: ExportedCell, column: Read, notation: Notation): boolean {
  if (cell !== null && typeof cell === 'object' && 'unreadable' in cell) return false;
  if (cell === null) return was === null;
  if (was === null) return typeof cell === 'string' && cell.trim() === '';
  if (typeof was === 'number') {
    const read = readSheetCell(cell, { ...column, type: 'REAL' }, '', notation);
    return read.kind === 'value' && read.value !== null && keptNumber(Number(read.value)) === was;
  }
  const text = keptText(shownCell(cell));
  if (typeof was === 'object') return textHash(text) === was.hash;
  return text === was || isSameDate(cell, was);
}

/** The decimal sign by which the numbers of a table are what they were; the rest is read by it, too. */
export function notationBy(pairs: Iterable<readonly [cell: SheetCell, was: ExportedCell]>): Notation {
  const hits = { comma: 0, point: 0 };
  const proofs = { comma: 0, point: 0 };
  for (const [cell, was] of pairs) {
    if (typeof cell !== 'string' || !/[.,]/.test(cell)) continue;
    const says = cellNotation(cell);
    if (says === 'comma' || says === 'point') proofs[says] += 1;
    for (const notation of ['comma', 'point'] as const)
      if (typeof was === 'number' && numberOfText(cell.trim(), '', notation) === was) hits[notation] += 1;
  }
  const better = (of: typeof hits): Notation =>
    of.comma === of.point ? null : of.comma > of.point ? 'comma' : 'point';
  return better(hits) ?? better(proofs);
}
