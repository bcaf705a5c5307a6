import { expect, test } from 'vitest';
import { macrs5BookValues, straightLineBookValues } from './bookValues.ts';

test('R3.5 five years declining at 40 %, half a year first, straight line once that is more', () => {
  const values = macrs5BookValues(1000, { kind: 'halfYear' });
  for (const [year, expected] of [1000, 800, 480, 288, 172.8, 57.6, 0].entries())
    expect(values[year]).toBeCloseTo(expected, 10);
});

test('R3.5 bought in the last quarter, an eighth of the first year counts', () => {
  expect(macrs5BookValues(1000, { kind: 'midQuarter', quarter: 4 })[1]).toBeCloseTo(1000 - 400 / 8, 10);
});

test('R3.5 straight line ends at nothing', () => {
  expect(straightLineBookValues(1000, 4)).toEqual([1000, 750, 500, 250, 0]);
});
