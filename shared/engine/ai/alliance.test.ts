import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Alliance } from '../strategy/siteCaseInput.ts';
import { splitAlliance } from './alliance.ts';

const terms: Alliance = {
  siteContributionMonth: 0,
  siteContributionUsd: 50,
  minerFundingShare: 0.2,
  partnerFundsFirstUsd: 100,
  preferredReturnPerYear: 0,
  minerResidualShare: 0.4,
  minerDiscountRatePerYear: 0.1,
  partnerDiscountRatePerYear: 0.1,
};

test('R4.8, R4.25 by hand: partner first, then both, then capital back pro rata, then the residual', () => {
  const split = splitAlliance(terms, Float64Array.from([-60, -140, 100, 200]));
  const rounded = (vector: Float64Array): number[] =>
    Array.from(vector, (value) => Math.round(value * 1e9) / 1e9);
  expect(rounded(split.partnerUsd)).toEqual([-60, -120, 72, 108 + 0.6 * 50]);
  expect(rounded(split.minerUsd)).toEqual([0, -20, 28, 42 + 0.4 * 50]);
  expect(Array.from(split.tierOneUsd)).toEqual([0, 0, 100, 150]);
  expect(split.minerCapitalUsd[3]).toBe(0);
});

test('property: R4.25 miner and partner together have the flow of the site', () => {
  const flow = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(fc.array(flow, { minLength: 1, maxLength: 130 }), (flows) => {
      const split = splitAlliance({ ...terms, preferredReturnPerYear: 0.09 }, Float64Array.from(flows));
      for (const [index, value] of flows.entries()) {
        const sum = (split.minerUsd[index] ?? NaN) + (split.partnerUsd[index] ?? NaN);
        expect(Math.abs(sum - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
      }
    }),
  );
});
