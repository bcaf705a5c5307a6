import { expect, test } from 'vitest';
import { exp, integerPower, log, pow } from './elementary.ts';
import fixtures from './elementary.fixtures.json' with { type: 'json' };

function unitsInLastPlace(actual: number, expected: number): number {
  if (actual === expected) return 0;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(expected));
  const exponent = Math.max(view.getUint32(0) >>> 20, 1);
  view.setUint32(0, exponent << 20);
  view.setUint32(4, 0);
  const binade = view.getFloat64(0);
  return (Math.abs(actual - expected) / binade) * 4503599627370496;
}

test('exp agrees with 400-bit arithmetic to one unit in the last place', () => {
  for (const [x, expected] of fixtures.exp as [number, number][]) {
    expect(unitsInLastPlace(exp(x), expected), `exp(${x})`).toBeLessThanOrEqual(1);
  }
});

test('log agrees with 400-bit arithmetic to one unit in the last place', () => {
  for (const [x, expected] of fixtures.log as [number, number][]) {
    expect(unitsInLastPlace(log(x), expected), `log(${x})`).toBeLessThanOrEqual(1);
  }
});

test('pow agrees with 400-bit arithmetic to one unit in the last place', () => {
  for (const [x, y, expected] of fixtures.pow as [number, number, number][]) {
    expect(unitsInLastPlace(pow(x, y), expected), `pow(${x}, ${y})`).toBeLessThanOrEqual(1);
  }
});

test('edge cases follow IEEE 754', () => {
  expect([exp(NaN), log(-1), pow(-2, 0.5), pow(NaN, 1)]).toEqual([NaN, NaN, NaN, NaN]);
  expect([exp(800), log(Infinity), pow(0, -1), pow(10, 400), pow(2, Infinity)]).toEqual(
    Array(5).fill(Infinity),
  );
  expect([exp(-800), pow(0, 2), pow(10, -400), pow(0.5, Infinity)]).toEqual([0, 0, 0, 0]);
  expect(log(0)).toBe(-Infinity);
  expect([pow(0, 0), pow(-3, 0), pow(1, 1e9)]).toEqual([1, 1, 1]);
});

test('whole powers by repeated multiplication are exact', () => {
  expect([integerPower(3, 0), integerPower(3, 5), integerPower(-2, 7)]).toEqual([1, 243, -128]);
});
