import { expect, test } from 'vitest';
import { evaluateExpression, parseFormula } from './expression.ts';

function valueOf(formula: string, values: Readonly<Record<string, number>> = {}): number {
  return evaluateExpression(parseFormula(formula), (symbol) => values[symbol]);
}

test.each([
  ['1 + 2·3', 7],
  ['(1 + 2)·3', 9],
  ['8/4/2', 1],
  ['−2^2', -4],
  ['10 − 4 − 3', 3],
  ['2·⌊13/12⌋', 2],
  ['[3 > 2]·5 + [2 > 3]·7 + [2 ≥ 2]', 6],
  ['min(4, max(1, 3))', 3],
  ['exp(ln(5))', 5],
  ['1e3/2.5', 400],
])('%s is %d', (formula, value) => {
  expect(valueOf(formula)).toBeCloseTo(value, 12);
});

test('symbols take the values they are given, and one without a value is no number', () => {
  expect(valueOf('r·(1 + g)^⌊k/12⌋', { r: 100, g: 0.1, k: 25 })).toBeCloseTo(121, 10);
  expect(valueOf('λ·H0', { λ: 0.5 })).toBeNaN();
});

test('what is no equation is refused', () => {
  expect(() => parseFormula('a +')).toThrow(RangeError);
  expect(() => parseFormula('(a')).toThrow(RangeError);
  expect(() => parseFormula('a # b')).toThrow(RangeError);
  expect(() => parseFormula('a b')).toThrow(RangeError);
});
