import { expect, test } from 'vitest';
import { formatAlike } from '../format/number.ts';
import { figureWithUnit } from './figureText.ts';
import { inputText, rangeText } from './inputText.ts';
import { sourceName } from './sourceText.ts';

test('both ends of a range are in one scale, and the unit stands once', () => {
  expect(rangeText('siteSaleUsdPerMw', 200_000, 1_500_000, 'USD/MW', 'en')).toBe(
    '$0.2m\u00a0to $1.5m/grid MW',
  );
  expect(rangeText('siteSaleUsdPerMw', 200_000, 1_500_000, 'USD/MW', 'de')).toBe(
    '0,2\u00a0bis 1,5\u00a0Mio.\u00a0$/MW Anschluss',
  );
  expect(rangeText('fixedOpexUsdPerMwMonth', 0, 4000, 'USD/MW-month', 'de')).toBe(
    '0\u00a0bis 4.000\u00a0$ je MW und Monat',
  );
  expect(rangeText('uptime', 0.9, 0.98, '1', 'en')).toBe('90\u00a0to 98\u00a0%');
});

test('money per megawatt has its sign in front in English, whatever its size', () => {
  expect(inputText('siteSaleUsdPerMw', 500_000, 'USD/MW', 'en')).toBe('$500,000/grid MW');
  expect(inputText('siteSaleUsdPerMw', 1_500_000, 'USD/MW', 'en')).toBe('$1.5m/grid MW');
  expect(inputText('fixedOpexUsdPerMwMonth', 2500, 'USD/MW-month', 'en')).toBe('$2,500/MW-month');
  expect(inputText('siteSaleUsdPerMw', 500_000, 'USD/MW', 'de')).toBe('500.000\u00a0$/MW Anschluss');
});

test('amounts of a company read as the language writes them', () => {
  expect(figureWithUnit({ value: 471e6, unit: 'USD' }, 'en')).toBe('$471m');
  expect(figureWithUnit({ value: -471e6, unit: 'USD' }, 'en')).toBe('\u2212$471m');
  expect(figureWithUnit({ value: 471e6, unit: 'USD' }, 'de')).toBe('471\u00a0Mio.\u00a0$');
  expect(figureWithUnit({ value: 44.4, unit: 'EH/s' }, 'en')).toBe('44.4\u00a0EH/s');
});

test('numbers of one row have one count of decimals', () => {
  const shown = (values: readonly number[]) => values.map(formatAlike(values, 'de'));
  expect(shown([33.3, 102.44, 9.876])).toEqual(['33', '102', '10']);
  expect(shown([33.3, 9.876, 40])).toEqual(['33,3', '9,9', '40,0']);
  expect(shown([1, 2, 1000])).toEqual(['1', '2', '1.000']);
});

test('files that a preset rests on are joined by the reader’s word; other sources stay as they are', () => {
  expect(sourceName('benchmarks.csv and sites.csv', 'de')).toBe('benchmarks.csv und sites.csv');
  expect(sourceName('benchmarks.csv and sites.csv', 'en')).toBe('benchmarks.csv and sites.csv');
  expect(sourceName('Bit Digital and WhiteFiber, 10-Q', 'de')).toBe('Bit Digital and WhiteFiber, 10-Q');
});
