import { expect, test } from 'vitest';
import { pathAt, stepFactor } from './path.ts';

test('R1.4 a table grows on from its last value', () => {
  const path = { values: [100, 200], growthPerYear: 0.21 };
  expect([pathAt(path, 0), pathAt(path, 1)]).toEqual([100, 200]);
  expect(pathAt(path, 7)).toBeCloseTo(220, 12);
});

test('R1.5 escalators step on the anniversary', () => {
  expect([stepFactor(0.5, 11), stepFactor(0.5, 12), stepFactor(0.5, 24)]).toEqual([1, 1.5, 2.25]);
});
