import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ageInDays,
  formatDate,
  formatExact,
  formatMillions,
  formatMonthName,
  formatNumber,
  formatPercent,
  formatPlain,
} from './number.ts';

test('numbers follow the language, with a true minus', () => {
  expect(formatNumber(1234.5, 'de', 1)).toBe('1.234,5');
  expect(formatNumber(-2.5, 'en', 1)).toBe('−2.5');
  expect(formatNumber(-0.04, 'en', 1)).toBe('0.0');
  expect(formatMillions(1_029_400_000, 'de')).toBe('1.029');
  expect(formatPercent(0.153, 'de')).toBe('15,3');
});

test('digits carry information only', () => {
  expect([0, 5, 12.345, 0.0222, 141.12, 1.833].map((value) => formatPlain(value, 'en'))).toEqual([
    '0',
    '5',
    '12.3',
    '0.022',
    '141',
    '1.83',
  ]);
});

test('a date is as exact as its source', () => {
  expect(formatDate('2026-10-07', 'de')).toBe('07.10.2026');
  expect(formatDate('2026-10-07', 'en')).toBe('7 Oct 2026');
  expect(formatDate('2024-08', 'de')).toBe('08/2024');
  expect(formatDate('2024-08', 'en')).toBe('Aug 2024');
  expect(formatDate('2026', 'de')).toBe('2026');
  expect(formatMonthName('2028-04', 'de')).toBe('April 2028');
  expect(ageInDays('2026-08', '2026-11-25')).toBe(116);
});

test('numbers are written as Intl writes them, ties and groups included', () => {
  const intl = (value: number, locale: string, decimals: number): string => {
    const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    const text = new Intl.NumberFormat(locale, options).format(value).replace('-', '\u2212');
    return /[1-9]/.test(text) ? text : text.replace('\u2212', '');
  };
  const values = fc.oneof(
    fc.double({ min: -1e15, max: 1e15, noNaN: true }),
    fc.integer({ min: -4000, max: 4_000_000 }).map((eighths) => eighths / 8),
    fc.constantFrom(0, -0, 0.5, 1.5, 2.5, -0.5, 999.5, 1000, 999_999.95, 1.005, 1e-7),
  );
  fc.assert(
    fc.property(values, fc.integer({ min: 0, max: 4 }), (value, decimals) => {
      expect(formatNumber(value, 'en', decimals)).toBe(intl(value, 'en-US', decimals));
      expect(formatNumber(value, 'de', decimals)).toBe(intl(value, 'de-DE', decimals));
    }),
    { numRuns: 3000 },
  );
});

test('what is read back has every digit that was typed', () => {
  expect(formatExact(30.66, 'en')).toBe('30.66');
  expect(formatExact(7200.5, 'de')).toBe('7.200,5');
  expect(formatExact(0.1 + 0.2, 'en')).toBe('0.3');
  expect(formatExact(-0.0425, 'de')).toBe('\u22120,0425');
  expect(formatExact(1_000_000, 'en')).toBe('1,000,000');
  expect(formatExact(1e-9, 'en')).toBe('0.000000');
});
