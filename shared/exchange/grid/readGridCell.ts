import { dateShape, type RecordField } from '../../domain/records.ts';
import type { Language } from '../../format/number.ts';
import { optionWord } from '../../text/entryText.ts';
import { fieldLabel } from '../../text/fieldLabels.ts';
import { isMissingWord } from '../import/readCell.ts';
import { readDate } from '../import/readDate.ts';
import { readEntry, type EntryReading } from '../readEntry.ts';

export type Decimal = 'comma' | 'point';

/** How a typed or pasted text was read for a cell. */
export type GridReading =
  | EntryReading
  | { readonly kind: 'noChoice' | 'tooLong' }
  | { readonly kind: 'openDate'; readonly readings: readonly string[] };

function optionOf(text: string, options: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  return options.find((option) =>
    [
      option,
      option.replaceAll('_', ' '),
      optionWord(option, 'de'),
      optionWord(option, 'en'),
      fieldLabel(option, 'de'),
      fieldLabel(option, 'en'),
    ].some((word) => word.toLowerCase() === wanted),
  );
}

function readDateText(text: string): GridReading {
  if (dateShape.test(text)) return { kind: 'value', value: text };
  const reading = readDate(text, undefined);
  if (reading.kind === 'open') return { kind: 'openDate', readings: reading.readings };
  return reading.kind === 'date' && dateShape.test(reading.date)
    ? { kind: 'value', value: reading.date }
    : { kind: 'needsDate' };
}

/** "1,000" by a decimal sign that was chosen: idle zeros, which the choice vouches for. */
function decided(reading: EntryReading, text: string, decimal: Decimal): EntryReading {
  if (reading.kind !== 'ambiguous') return reading;
  const sign = /^\D*\d{1,3}([.,])000(?![\d.,])/.exec(text)?.[1];
  const [own] = reading.readings;
  return sign === (decimal === 'comma' ? ',' : '.') && own !== undefined
    ? { kind: 'value', value: own }
    : { kind: 'notANumber' };
}

/**
 * Reads a text for a cell: numbers in the notation of the language or by the decimal sign that was chosen, words of
 * choices in either language, dates in the notations of reports. A word for "not known" is a gap, never 0.
 */
export function readGridCell(
  field: RecordField,
  typed: string,
  language: Language,
  decimal: Decimal | null = null,
): GridReading {
  const text = typed.trim();
  const isGap = text === '' || (field.type !== 'long' && field.type !== 'text' && isMissingWord(text));
  if (isGap) return readEntry(field, '', language);
  if (field.type === 'date') return readDateText(text);
  if (field.type === 'choice') {
    const option = optionOf(text, field.options ?? []);
    return option === undefined ? { kind: 'noChoice' } : { kind: 'value', value: option };
  }
  if (field.type !== 'number') {
    const most = field.type === 'long' ? 4000 : 300;
    return text.length > most ? { kind: 'tooLong' } : readEntry(field, text, language);
  }
  if (decimal === null) return readEntry(field, text, language);
  return decided(readEntry(field, text, decimal === 'comma' ? 'de' : 'en'), text, decimal);
}
