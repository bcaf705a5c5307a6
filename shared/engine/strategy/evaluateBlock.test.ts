import { expect, test } from 'vitest';
import { smallCase, smallLease } from '../testing/smallHall.ts';
import { evaluateSiteCase } from './siteCase.ts';
import type { ComputedBlock, ComputedSite } from './siteCaseResult.ts';

const sale = {
  id: 'sale',
  kind: 'siteSale',
  month: 3,
  gridMw: 11,
  usdPerGridMw: 4e5,
  costShare: 0.05,
} as const;
const sold = (month: number): ComputedBlock =>
  evaluateSiteCase({ ...smallCase(smallLease), blocks: [{ ...sale, month }] }).blocks[0] as ComputedBlock;

test('R5.5 the site is sold per grid MW, less cost, in its month', () => {
  expect(sold(3).monthly).toEqual({
    siteSaleUsd: Array.from({ length: 24 }, (_, m) => (m === 3 ? 4.18e6 : 0)),
  });
});

test('R5.5 a sale at the horizon or later does not happen and is announced', () => {
  expect(sold(24)).toMatchObject({ monthly: {}, warnings: ['saleBeyondHorizon'] });
});

test('R1.8 outflows are negative, and a line that is absent is zero', () => {
  const result = evaluateSiteCase(smallCase(smallLease));
  const hall = result.blocks[0] as ComputedBlock;
  const costs = ['aiPowerUsd', 'demandChargeUsd', 'aiOpexUsd', 'propertyTaxInsuranceUsd', 'managementFeeUsd'];
  for (const line of costs)
    expect(
      hall.monthly[line]?.every((value) => value <= 0),
      line,
    ).toBe(true);
  expect(hall.monthly).not.toHaveProperty('backstopUsd');
  const site = result.site as ComputedSite;
  // September 2027: 848,000 USD less 300 USD for each of 720 hours.
  expect(site.monthly['netPreTaxUsd']?.[8]).toBeCloseTo(848_000 - 300 * 720, 6);
});

test('R1.7 what overflows is named by its place in the result', () => {
  const priced = { ...smallLease, lease: { ...smallLease.lease, rentUsdPerKwMonth: 1e305 } };
  expect(evaluateSiteCase(smallCase(priced)).blocks[0]).toMatchObject({
    computable: false,
    invalid: expect.arrayContaining(['blocks[0].monthly.rentUsd', 'blocks[0].monthly.managementFeeUsd']),
  });
});
