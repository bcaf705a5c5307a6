import { expect, test } from 'vitest';
import { exactMoney, exactNumber, formulaInNumbers, formulaInSymbols } from './formulaText.ts';

const rent = [
  { symbol: 'r', value: 120, unit: 'USD/kW-month' },
  { symbol: 'kW', value: 500_000, unit: 'kW' },
  { symbol: 'g', value: 0.03, unit: '1/yr' },
  { symbol: 'k', value: 38, unit: 'months' },
  { symbol: 'W', value: 0.98, unit: '1' },
];

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

test('an equation is shown with its numbers put in, growth as one factor', () => {
  const formula = 'r·kW·(1 + g)^⌊k/12⌋·W';
  expect(plain(formulaInNumbers(formula, rent, 'en'))).toBe('120 $/kW-month × 500,000 kW × 1.03³ × 0.98');
  expect(plain(formulaInNumbers(formula, rent, 'de'))).toBe(
    '120 $ je kW und Monat × 500.000 kW × 1,03³ × 0,98',
  );
});

test('brackets stand where they are needed, and only there', () => {
  const operands = [
    { symbol: 'a', value: 5, unit: 'MWh' },
    { symbol: 'b', value: 3, unit: 'MWh' },
    { symbol: 'c', value: -2, unit: 'MWh' },
  ];
  expect(plain(formulaInNumbers('−(a + b)/(a − c)', operands, 'en'))).toBe(
    '−(5 MWh + 3 MWh) ÷ (5 MWh − (−2 MWh))',
  );
  expect(plain(formulaInNumbers('a + (−c)/b', operands, 'en'))).toBe('5 MWh + (−(−2 MWh) ÷ 3 MWh)');
  expect(plain(formulaInNumbers('[a > b]·a', operands, 'en'))).toBe('[5 MWh > 3 MWh] × 5 MWh');
});

test('symbols carry small digits', () => {
  expect(formulaInSymbols('S0 + x^2')).toBe('S₀ + x²');
  expect(formulaInSymbols('1e15 + 36e8/x')).toBe('10¹⁵ + 36\u202f·\u202f10⁸/x');
});

test('numbers keep the digits that a check by hand needs', () => {
  expect(exactNumber(61_234_567.89, 'en')).toBe('61,234,568');
  expect(exactNumber(0.974370812, 'de')).toBe('0,9743708');
  expect(plain(exactNumber(1.5e24, 'en'))).toBe('1.5 × 10²⁴');
  expect(plain(exactMoney(-1234.5, 'en'))).toBe('−$1,234.5');
  expect(plain(exactMoney(-1234.5, 'de'))).toBe('−1.234,5 $');
});
