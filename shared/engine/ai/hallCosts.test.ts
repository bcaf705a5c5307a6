import { expect, test } from 'vitest';
import { lineIn, smallBlock, smallLease } from '../testing/smallHall.ts';

const result = smallBlock(smallLease);

test('R4.1 critical IT power is grid power over the ratio, not over the PUE', () => {
  expect(result.metrics.criticalItMw).toBeCloseTo(11 / 1.1, 12);
});

test('R4.7 from energisation on, whatever is let: opex per MW, property tax and insurance flat', () => {
  expect([5, 6, 23].map((month) => lineIn(result, 'aiOpexUsd', month))).toEqual([0, -10_000, -10_000]);
  expect(lineIn(result, 'propertyTaxInsuranceUsd', 5)).toBe(0);
  expect(lineIn(result, 'propertyTaxInsuranceUsd', 6)).toBeCloseTo((-0.012 / 12) * 100e6, 6);
});

test('R4.11 the demand charge runs on grid MW from the month in which the block holds the power', () => {
  expect([1, 2, 23].map((month) => lineIn(result, 'demandChargeUsd', month))).toEqual([0, -22_000, -22_000]);
});
