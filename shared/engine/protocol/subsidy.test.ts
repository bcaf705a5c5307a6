import { expect, test } from 'vitest';
import { difficultyOfBits, retargetBits, targetTimespanS } from './retarget.ts';
import { cumulativeIssuedSat, halvingsAt, nextHalving, subsidySat } from './subsidy.ts';

test('R2.1 the subsidy halves every 210,000 blocks and ends with the 33rd halving', () => {
  expect([0, 209_999, 210_000, 840_000].map(subsidySat)).toEqual([5e9, 5e9, 2.5e9, 312_500_000]);
  expect([32, 33, 64].map((halving) => subsidySat(halving * 210_000))).toEqual([1, 0, 0]);
  expect(halvingsAt(1_049_999)).toBe(4);
  expect(cumulativeIssuedSat(210_000)).toBe(210_000 * 5e9 + 2.5e9);
});

test('R2.1 the next halving is dated from a block that is found', () => {
  expect(nextHalving(1_049_000, 1000, 600)).toEqual({
    height: 1_050_000,
    blocksLeft: 1000,
    etaS: 601_000,
  });
});

test('R2.4 half the time doubles the difficulty, a tenth of it quadruples it at most', () => {
  const bits = 0x1c00ffff;
  const change = (timespanS: number): number =>
    difficultyOfBits(retargetBits(bits, timespanS)) / difficultyOfBits(bits);
  expect(change(targetTimespanS / 2)).toBeCloseTo(2, 4);
  expect(change(targetTimespanS / 10)).toBeCloseTo(4, 4);
  expect(change(targetTimespanS * 10)).toBeCloseTo(1 / 4, 4);
});
