import { dateShape, type RecordField } from '../domain/records.ts';
import { formatExact, type Language } from '../format/number.ts';
import { unitName } from '../text/inputLabels.ts';
import { readQuantity, typedInAnotherUnit } from './readQuantity.ts';

/** How a typed text was read for a column: a value, or why it cannot be stored. */
export type EntryReading =
  | { readonly kind: 'value'; readonly value: string | number | null }
  | { readonly kind: 'needsText' | 'needsDate' | 'notANumber' }
  | { readonly kind: 'wrongUnit'; readonly unit: string }
  | { readonly kind: 'outOfBounds'; readonly min: number; readonly max: number }
  | { readonly kind: 'ambiguous'; readonly readings: readonly number[] };

function readNumberEntry(field: RecordField, typed: string, language: Language): EntryReading {
  const { unit = '1', min = -Infinity, max = Infinity, isWhole } = field;
  const reading = readQuantity(typed, unit === '' || unit === '°' ? '1' : unit, language);
  if (reading.kind === 'ambiguous') return { kind: 'ambiguous', readings: reading.readings };
  if (reading.kind === 'wrongUnit') return reading;
  if (reading.kind !== 'read') return { kind: 'notANumber' };
  const value = unit === 'percent' ? reading.value / 100 : reading.value;
  const fits = value >= min && value <= max && (isWhole !== true || Number.isInteger(value));
  return fits ? { kind: 'value', value } : { kind: 'outOfBounds', min, max };
}

/** Reads what was typed for a column, in the notation of the field's language; an empty field is not known, never 0. */
export function readEntry(field: RecordField, typed: string, language: Language): EntryReading {
  const text = typed.trim();
  if (text === '') return field.isRequired ? { kind: 'needsText' } : { kind: 'value', value: null };
  if (field.type === 'number') return readNumberEntry(field, text, language);
  if (field.type === 'date' && !dateShape.test(text)) return { kind: 'needsDate' };
  return { kind: 'value', value: text };
}

/** P1 Whether a number lies outside the usual range of its column, which is asked about, not refused. */
export function isUnusual({ low, high }: RecordField, value: number): boolean {
  return (low !== undefined && value < low) || (high !== undefined && value > high);
}

/** P1 How a typed number was read: in the field's unit, beside the one it was typed in. */
export function readingOfTyped(field: RecordField, typed: string, value: number, language: Language): string {
  const read = readingText(field, value, language);
  const other = typedInAnotherUnit(typed, field.unit ?? '1', language);
  return other ? `${formatExact(other.value, language)}\u00a0${other.unit} = ${read}` : read;
}

/** A stored value as it is typed: every digit, in the notation of the language. */
export function entryText(field: RecordField, value: string | number | null, language: Language): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  const shown = field.unit === 'percent' ? Number((value * 100).toPrecision(12)) : value;
  return language === 'de' ? String(shown).replace('.', ',') : String(shown);
}

/** How a number was read, with its unit, so that nobody stores what they did not mean. */
export function readingText(field: RecordField, value: number, language: Language): string {
  if (field.unit === 'percent') return `${formatExact(value * 100, language)}\u00a0%`;
  // Years and counts carry no unit, and a year no sign for thousands.
  if (field.unit === '') return String(value);
  const unit = unitName(field.unit ?? '1', language);
  return `${formatExact(value, language)}${unit === '' ? '' : `\u00a0${unit}`}`;
}
