import type { ImportColumn } from '../../domain/tableImport.ts';
import { optionWord } from '../../text/entryText.ts';
import { dateShape } from '../../domain/records.ts';
import { readPlain } from '../readNumber.ts';
import { readQuantity, type QuantityReading } from '../readQuantity.ts';
import { columnUnits } from './columnUnits.ts';
import { cellNotation } from './notation.ts';
import type { ImportTarget } from './profiles.ts';
import type { RawCell } from './rawTable.ts';
import { readDate } from './readDate.ts';

/** Why a cell cannot be stored. */
export type CellFault =
  | 'needsText'
  | 'needsDate'
  | 'needsMonth'
  | 'openDate'
  | 'notANumber'
  | 'wrongUnit'
  | 'openNumber'
  | 'outOfBounds'
  | 'tooLong'
  | 'noChoice'
  | 'needsUrl';

/** How a cell was read. Null as value: the cell holds nothing, which is no zero. */
export type CellReading =
  | {
      readonly kind: 'value';
      readonly value: string | number | null;
      readonly isUnusual: boolean;
      readonly isSerial?: boolean;
    }
  | { readonly kind: 'fault'; readonly fault: CellFault };

const fault = (name: CellFault): CellReading => ({ kind: 'fault', fault: name });
const valued = (value: string | number | null): CellReading => ({ kind: 'value', value, isUnusual: false });

/** Words by which reports say that they do not know. */
const missing =
  /^(|-|–|—|\?|k\. ?a\.|n\. ?a\.|n\/a|na|nan|null|#n\/a|#nv|fehlt|unbekannt|unknown|tbd|not disclosed)$/i;

/** Whether a text says that nothing is known. */
export function isMissingWord(text: string): boolean {
  return missing.test(text.trim());
}

function scaled(value: number, target: ImportTarget, column: ImportColumn): number {
  const factor = columnUnits[target.field.unit ?? '']?.[column.unit ?? ''] ?? 1;
  const inUnit = factor === 1 ? value : Number((value * factor).toPrecision(15));
  return target.field.unit === 'percent' ? Number((inUnit / 100).toPrecision(15)) : inUnit;
}

function bounded(value: number, target: ImportTarget): CellReading {
  const { min = -Infinity, max = Infinity, isWhole } = target.field;
  if (!Number.isFinite(value) || value < min || value > max || (isWhole === true && !Number.isInteger(value)))
    return fault('outOfBounds');
  return { kind: 'value', value, isUnusual: value < target.low || value > target.high };
}

/** "1.000" where the point is the decimal sign: three idle zeros, which only the column as a whole can vouch for. */
function hasIdleZeros(text: string, notation: ImportColumn['notation']): boolean {
  const sign = /^\D*\d{1,3}([.,])000(?![\d.,])/.exec(text)?.[1];
  return sign === (notation === 'comma' ? ',' : '.');
}

function quantityOf(text: string, target: ImportTarget, { notation }: ImportColumn): QuantityReading {
  const unit = target.field.unit === '' || target.field.unit === '°' ? '1' : (target.field.unit ?? '1');
  const reading = readQuantity(text, unit, notation === 'comma' ? 'de' : 'en');
  if (notation === null && reading.kind === 'read' && cellNotation(text) === 'open')
    return { kind: 'ambiguous', readings: [reading.value, reading.value] };
  if (reading.kind !== 'ambiguous' || notation === null) return reading;
  // The sign has been decided for the whole column: no cell is asked again, and none is read by the other sign.
  return hasIdleZeros(text, notation) ? { kind: 'read', value: reading.readings[0] } : { kind: 'notANumber' };
}

function readNumberCell(cell: RawCell, target: ImportTarget, column: ImportColumn): CellReading {
  if (typeof cell === 'number') return bounded(scaled(cell, target, column), target);
  const { notation } = column;
  const text = cell.trim();
  // Without a decided sign the point of "1.234" could be a group: only digits alone are plain then.
  const isSure = notation !== null || !/\D/.test(text);
  const plain = isSure ? readPlain(text, notation === 'comma' ? 'de' : 'en') : undefined;
  if (plain !== undefined) return bounded(scaled(plain, target, column), target);
  const reading = quantityOf(text, target, column);
  if (reading.kind === 'wrongUnit') return fault('wrongUnit');
  if (reading.kind === 'notANumber') return fault('notANumber');
  if (reading.kind === 'ambiguous') return fault('openNumber');
  // A unit in the cell wins over the column's: only a bare number is in the column's unit.
  const isBare = /^[-+\u2212(]?[\d.,'\u2019\s\u00a0\u202f]+\)?$/.test(text);
  if (isBare) return bounded(scaled(reading.value, target, column), target);
  return bounded(target.field.unit === 'percent' ? reading.value / 100 : reading.value, target);
}

function readDateCell(cell: RawCell, target: ImportTarget, column: ImportColumn): CellReading {
  const reading = readDate(cell, column.dateOrder ?? undefined);
  if (reading.kind === 'open') return fault('openDate');
  if (reading.kind === 'noDate' || !dateShape.test(reading.date)) return fault('needsDate');
  if (target.isMonth === true && reading.date.length < 7) return fault('needsMonth');
  const value = target.isMonth === true ? reading.date.slice(0, 7) : reading.date;
  return { kind: 'value', value, isUnusual: false, isSerial: reading.isSerial };
}

const choices = new Map<string, ReadonlyMap<string, string>>();

function choiceOf(text: string, options: readonly string[]): string | undefined {
  const key = options.join('|');
  let words = choices.get(key);
  if (!words) {
    words = new Map(
      options.flatMap((option) =>
        [option, option.replaceAll('_', ' '), optionWord(option, 'de'), optionWord(option, 'en')].map(
          (word) => [word.toLowerCase(), option] as const,
        ),
      ),
    );
    choices.set(key, words);
  }
  return words.get(text.toLowerCase());
}

/** What our own files mark as text, without the mark; anything else stays as it is. */
function unmarked(text: string): string {
  return /^'\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/.test(text) ? text.slice(1) : text;
}

/** Reads one cell for the target of its column. */
export function readCell(cell: RawCell, target: ImportTarget, column: ImportColumn): CellReading {
  const { field } = target;
  if (typeof cell === 'string' && missing.test(cell.trim()))
    return field.isRequired === true
      ? fault(field.type === 'date' ? 'needsDate' : 'needsText')
      : valued(null);
  if (field.type === 'number') return readNumberCell(cell, target, column);
  if (field.type === 'date') return readDateCell(cell, target, column);
  const text = unmarked(String(cell).trim());
  if (field.type === 'choice') {
    const option = choiceOf(text, field.options ?? []);
    return option === undefined ? fault('noChoice') : valued(option);
  }
  if (field.key === 'source_url' && !/^https?:\/\/\S+$/.test(text)) return fault('needsUrl');
  return text.length > (field.type === 'long' ? 4000 : 300) ? fault('tooLong') : valued(text);
}
