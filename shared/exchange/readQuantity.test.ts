import { expect, test } from 'vitest';
import { readQuantity } from './readQuantity.ts';

test.each([
  ['50 MW', 'MW', 'de', 50],
  ['50.000 kW', 'MW', 'de', 50],
  ['0,042 $/kWh', 'USD/MWh', 'de', 42],
  ['$0.042/kWh', 'USD/MWh', 'en', 42],
  ['4,2 ct/kWh', 'USD/MWh', 'de', 42],
  ['11 Mio. $/MW', 'USD/MW', 'de', 11_000_000],
  ['1,2 Mio', 'USD/MW', 'de', 1_200_000],
  ['130 $ je kW und Monat', 'USD/kW-month', 'de', 130],
  ['15 Jahre', 'months', 'de', 180],
  ['20 %', 'percent', 'de', 20],
  ['20 % im Jahr', 'percent', 'de', 20],
  ['1.5', '1', 'en', 1.5],
  ['\u22125', 'USD/MWh', 'de', -5],
] as const)('%s in a field of %s (%s) is %d', (text, unit, language, value) => {
  expect(readQuantity(text, unit, language)).toEqual({ kind: 'read', value });
});

test.each([
  ['20 %', 'USD/MWh'],
  ['50 $', 'MW'],
  ['50 MWh', 'MW'],
  ['12 Äpfel', 'MW'],
  ['5 MW', 'percent'],
])('%s in a field of %s is refused, not read without its unit', (text, unit) => {
  expect(readQuantity(text, unit, 'de').kind).toBe('wrongUnit');
});

test('what only the other notation explains is asked, in the field’s unit', () => {
  expect(readQuantity('12.5 kW', 'MW', 'de')).toEqual({ kind: 'ambiguous', readings: [0.0125, 0.125] });
  expect(readQuantity('1,000', 'MW', 'de')).toEqual({ kind: 'ambiguous', readings: [1, 1000] });
  expect(readQuantity('abc', 'MW', 'de').kind).toBe('notANumber');
  expect(readQuantity('', 'MW', 'de').kind).toBe('notANumber');
});
