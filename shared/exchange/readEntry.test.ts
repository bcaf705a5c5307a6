import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordFields, type RecordField } from '../domain/records.ts';
import { entryText, isUnusual, readEntry, readingOfTyped, readingText } from './readEntry.ts';

const mw: RecordField = { key: 'it_load_mw', type: 'number', unit: 'MW', min: 0, max: 1000 };
const coupon: RecordField = { key: 'coupon_share', type: 'number', unit: 'percent', min: 0, max: 1 };

test('a quantity is read in the notation of the language and brought to the unit of the column', () => {
  expect(readEntry(mw, '50.000 kW', 'de')).toEqual({ kind: 'value', value: 50 });
  expect(readEntry(mw, '1.5', 'en')).toEqual({ kind: 'value', value: 1.5 });
  expect(readEntry(mw, '12.5', 'de')).toMatchObject({ kind: 'ambiguous' });
  expect(readEntry(coupon, '0,75 %', 'de')).toEqual({ kind: 'value', value: 0.0075 });
});

test('an empty field is not known, never 0; a required one says so', () => {
  expect(readEntry(mw, '  ', 'de')).toEqual({ kind: 'value', value: null });
  expect(readEntry({ ...mw, isRequired: true }, '', 'de')).toEqual({ kind: 'needsText' });
  expect(readEntry(mw, '0', 'de')).toEqual({ kind: 'value', value: 0 });
});

test('what cannot be is refused: words, another unit, out of bounds, half a GPU, no date', () => {
  expect(readEntry(mw, 'many', 'en')).toEqual({ kind: 'notANumber' });
  expect(readEntry(mw, '5 %', 'en')).toEqual({ kind: 'wrongUnit', unit: '%' });
  expect(readEntry(mw, '1001', 'en')).toEqual({ kind: 'outOfBounds', min: 0, max: 1000 });
  expect(readEntry({ ...mw, isWhole: true }, '1.5', 'en').kind).toBe('outOfBounds');
  const signed: RecordField = { key: 'signed_date', type: 'date' };
  expect(readEntry(signed, '2026-13', 'en')).toEqual({ kind: 'needsDate' });
  expect(readEntry(signed, '2026-12', 'en')).toEqual({ kind: 'value', value: '2026-12' });
});

test('what is stored is read back as it was, in either language', () => {
  const numbers = Object.values(recordFields)
    .flat()
    .filter(({ type }) => type === 'number');
  fc.assert(
    fc.property(
      fc.constantFrom(...numbers),
      fc.integer({ min: 0, max: 90 }),
      fc.constantFrom('de' as const, 'en' as const),
      (field, whole, language) => {
        const value = field.unit === 'percent' ? whole / 100 : Math.max(field.min ?? 0, whole);
        if (value > (field.max ?? Infinity)) return;
        expect(readEntry(field, entryText(field, value, language), language)).toEqual({
          kind: 'value',
          value,
        });
      },
    ),
  );
});

test('how a number was read is told with its unit in words', () => {
  const term: RecordField = { key: 'term_years', type: 'number', unit: 'years' };
  expect(readingText(term, 12, 'de')).toMatch(/\u00a0Jahre$/);
  expect(readingText({ ...term, unit: 'shares' }, 12, 'de')).toMatch(/\u00a0Aktien$/);
  expect(readingText(coupon, 0.05, 'de')).toMatch(/\u00a0%$/);
});

test('P1 "50 MW" in a field of kW is 50,000 kW, and both are shown; the field’s own unit is shown once', () => {
  const kw: RecordField = { key: 'power_kw', type: 'number', unit: 'kW', min: 0, max: 1e9 };
  expect(readEntry(kw, '50 MW', 'en')).toEqual({ kind: 'value', value: 50_000 });
  expect(readingOfTyped(kw, '50 MW', 50_000, 'en')).toBe('50\u00a0MW = 50,000\u00a0kW');
  expect(readingOfTyped(kw, '50 MW', 50_000, 'de')).toBe('50\u00a0MW = 50.000\u00a0kW');
  expect(readingOfTyped(kw, '50000 kW', 50_000, 'en')).toBe('50,000\u00a0kW');
  expect(readingOfTyped(kw, '50000', 50_000, 'en')).toBe('50,000\u00a0kW');
});

test('P1 every number of every form has a usual range inside what can be stored', () => {
  for (const [kind, fields] of Object.entries(recordFields))
    for (const { key, type, min = NaN, max = NaN, low = NaN, high = NaN } of fields) {
      if (type !== 'number') continue;
      expect(min <= low && low < high && high <= max, `${kind}.${key}`).toBe(true);
    }
  const power = { key: 'x', type: 'number', low: 16, high: 200 } as const;
  expect([15.9, 16, 200, 5_000].map((value) => isUnusual(power, value))).toEqual([true, false, false, true]);
});
