import { expect, test } from 'vitest';
import { lineIn, smallBlock, smallLease } from '../testing/smallHall.ts';
import { grossCapexUsd } from './capex.ts';

test('R4.6 the cost is that of all parts with contingency, per critical MW', () => {
  expect(grossCapexUsd(smallLease.capex, 10)).toBe(8e6 * 1.25 * 10);
});

test('R4.9 an S-curve of four months: C(1/4) = 5/32, C(1/2) = 1/2, and the same backwards', () => {
  const spent = (months: readonly number[]): number[] => {
    const hall = smallBlock(smallLease);
    return months.map((month) => lineIn(hall, 'buildCapexUsd', month) / -100e6);
  };
  const expected = [0, 5 / 32, 11 / 32, 11 / 32, 5 / 32, 0];
  for (const [index, share] of spent([1, 2, 3, 4, 5, 6]).entries())
    expect(share).toBeCloseTo(expected[index] ?? NaN, 12);
});
