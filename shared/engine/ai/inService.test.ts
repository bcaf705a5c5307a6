import { expect, test } from 'vitest';
import { caseFindings } from '../findings/caseFindings.ts';
import type { ColocationBlock, GpuCloudBlock } from '../strategy/blockInput.ts';
import { evaluateSiteCase } from '../strategy/siteCase.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { ComputedSite } from '../strategy/siteCaseResult.ts';
import { lineIn, smallBlock, smallCase, smallCloud, smallLease, smallSite } from '../testing/smallHall.ts';

/*
 * The small hall signed twenty months before January 2027: build from month −18, energised in −14, billing from −13.
 * The rent of 100 USD rises by 10 % in months −1 and 11; a term of 36 months ends after month 22.
 */
const timeline = { ...smallLease.timeline, leaseSignedMonth: -20, inService: true };
const lease = { ...smallLease.lease, escalatorPerYear: 0.1, termMonths: 36 };
const standing: ColocationBlock = { ...smallLease, timeline, lease };

function withLease(change: object): ColocationBlock {
  return { ...standing, lease: { ...lease, ...change } };
}

test('R4.10a a lease in service goes on where it is: anniversaries and remaining term, nothing built', () => {
  const hall = smallBlock(standing);
  const rents = [0, 10, 11, 22, 23].map((month) => Math.round(lineIn(hall, 'rentUsd', month)));
  expect(rents).toEqual([1_100_000, 1_100_000, 1_210_000, 1_210_000, 0]);
  expect(hall.monthly).not.toHaveProperty('buildCapexUsd');
  expect(hall).toMatchObject({ warnings: [], atValuation: {} });
  // What the hall once cost, 100 million, still sets property tax and insurance; power is paid for from month 0.
  expect(lineIn(hall, 'propertyTaxInsuranceUsd', 0)).toBeCloseTo(-100_000, 6);
  expect(lineIn(hall, 'demandChargeUsd', 0)).toBe(-22_000);
  expect(hall.metrics).toMatchObject({ energisation: -14, billingStart: -13, grossCapexUsd: 100e6 });
});

test('R4.10a, R5.13 the year of the yield on cost starts at the valuation date', () => {
  const { metrics } = smallBlock(standing);
  // Eleven months at 110 USD and one at 121, less 2 %; 132,000 of fixed cost a month; 6 MW · 8,760 h at 50 USD.
  const noi = 0.98 * (11 * 1.1e6 + 1.21e6) - 12 * 132_000 - 6 * 8760 * 50;
  expect(metrics.stabilisedNoiUsd).toBeCloseTo(noi, 4);
  expect(metrics.yieldOnCost).toBeCloseTo(noi / 100e6, 12);
});

test('R4.10a, R4.16 the tenant is there: survival counts from the valuation date', () => {
  const hall = smallBlock(withLease({ tenantDefaultProbabilityPerYear: 0.19 }));
  expect([0, 6].map((month) => lineIn(hall, 'occupancy', month))).toEqual([1, expect.closeTo(0.9, 12)]);
});

test('R4.10a, R4.17 free months and backstop run from the first bill, before or after the valuation date', () => {
  const backstop = { share: 1, tenorMonths: 15 };
  const change = { freeRentMonths: 14, backstop, tenantDefaultProbabilityPerYear: 0.19 };
  const hall = smallBlock(withLease(change));
  // Month 0 is k = 13, still free; month 1 is k = 14, the last that is backed.
  expect(lineIn(hall, 'rentUsd', 0)).toBe(0);
  expect(lineIn(hall, 'backstopUsd', 1)).toBeCloseTo(1.1e6 - lineIn(hall, 'rentUsd', 1), 6);
  expect(lineIn(hall, 'backstopUsd', 2)).toBe(0);
});

test('R4.10a, R4.18 credits before the valuation date have lowered what the tenant is still owed', () => {
  const hall = smallBlock(withLease({ tenantFundedCapex: { usdPerMwIt: 1e6, capShare: 0.5 } }));
  // 10 million less 0.25 at half load, 11 · 0.5 and 0.55 million: 3.7 million, six credits of 0.55 and one of 0.4.
  const credits = [0, 5, 6, 7].map((month) => Math.round(lineIn(hall, 'tenantCapexCreditUsd', month)));
  expect(credits.map((usd) => usd + 0)).toEqual([-550_000, -550_000, -400_000, 0]);
  expect(hall.monthly).not.toHaveProperty('tenantCapexContributionUsd');
});

const tax = {
  ratePerYear: 0.2,
  lossUseCapShare: 1,
  initialLossCarryForwardUsd: 0,
  taxTerminalValue: false,
};

test('R4.10a, R5.9 the book value is written off from month 0, the parts of the build no more', () => {
  const booked = { ...standing, book: { valueUsd: 36e6, remainingLifeMonths: 36 } };
  const years = smallSite({ ...smallCase(booked), tax }).taxUnlevered ?? [];
  expect(years.map(({ depreciationUsd }) => Math.round(depreciationUsd))).toEqual([12e6, 12e6]);
  const none = smallSite({ ...smallCase(standing), tax }).taxUnlevered ?? [];
  expect(none.map(({ depreciationUsd }) => depreciationUsd)).toEqual([0, 0]);
});

const gpus: GpuCloudBlock = {
  ...smallCloud,
  timeline,
  cloud: {
    ...smallCloud.cloud,
    contract: {
      termMonths: 24,
      priceUsdPerGpuHour: 2,
      priceChangePerYear: 0,
      utilisation: 0.7,
      takeOrPayShare: 0.8,
      prepayment: { shareOfContractValue: 0.25 },
    },
    gpuLifeMonths: 24,
  },
};

test('R4.10a, R4.22, R4.23 GPUs in service earn to the end of their life; the prepayment is past, its use is not', () => {
  const cloud = smallBlock(gpus);
  // 5,000 GPUs · 744 h · 0.9 · 0.8 at 2 USD, a quarter of it prepaid.
  expect(lineIn(cloud, 'gpuRevenueUsd', 0)).toBeCloseTo(5_356_800, 4);
  expect(lineIn(cloud, 'prepaymentAppliedUsd', 0)).toBeCloseTo(-1_339_200, 4);
  expect(cloud.monthly).not.toHaveProperty('prepaymentReceivedUsd');
  expect(cloud.monthly).not.toHaveProperty('gpuCapexUsd');
  // Life of 24 months from month −14: the last is month 9, with a tenth of 100 million left.
  expect(lineIn(cloud, 'gpuResidualUsd', 9)).toBeCloseTo(10e6, 4);
  expect([9, 10].map((month) => lineIn(cloud, 'gpuRevenueUsd', month) > 0)).toEqual([true, false]);
});

test('R4.10a, R4.23, R5.9 later generations are bought and written off, those that stand are in the books', () => {
  const refresh = { costShareOfFirst: 0.5, priceFactor: 1 };
  const depreciation = { method: 'straightLine', lifeMonths: 10 } as const;
  const renewed = { ...gpus, cloud: { ...gpus.cloud, gpuLifeMonths: 12, refresh, depreciation } };
  const site = evaluateSiteCase({ ...smallCase(renewed), tax });
  const [cloud] = site.blocks;
  // Generations start in months −14, −2, 10 and 22; the last two are paid in months 9 and 21.
  const spent = cloud?.computable ? (cloud.monthly['gpuCapexUsd'] ?? []) : [];
  expect(spent.flatMap((usd, month) => (usd === 0 ? [] : [month, usd]))).toEqual([9, -50e6, 21, -50e6]);
  expect(cloud).toMatchObject({ warnings: [] });
  // Of 50 million over ten months: two months in 2027, eight more and two of the last generation in 2028.
  const years = (site.site as ComputedSite).taxUnlevered ?? [];
  expect(years.map(({ depreciationUsd }) => Math.round(depreciationUsd))).toEqual([10e6, 50e6]);
});

test('R1.7, R4.10a what contradicts a hall in service is named', () => {
  const invalidOf = (block: ColocationBlock, change: Partial<SiteCaseInput> = {}): unknown => {
    const [result] = evaluateSiteCase({ ...smallCase(block), ...change }).blocks;
    return result && 'invalid' in result ? result.invalid : undefined;
  };
  const late = { ...standing, timeline: { ...timeline, leaseSignedMonth: 0 } };
  expect(invalidOf(late)).toEqual(['blocks[0].timeline.inService']);
  expect(caseFindings(smallCase(late), evaluateSiteCase(smallCase(late)))[0]?.code).toBe('datesOutOfOrder');
  expect(invalidOf(withLease({ termMonths: 13 }))).toEqual(['blocks[0].lease.termMonths']);
  expect(invalidOf({ ...smallLease, book: { valueUsd: 1, remainingLifeMonths: 1 } })).toEqual([
    'blocks[0].book',
  ]);
  const asPlanned = { ...standing, timeline: { ...timeline, inService: false } };
  expect(invalidOf(asPlanned)).toEqual(['blocks[0].timeline']);
  const { leaseSignedMonth: _, ...undated } = timeline;
  const missing = evaluateSiteCase({ ...smallCase(standing), blocks: [{ ...standing, timeline: undated }] });
  expect(missing.site).toEqual({ computable: false, missing: ['blocks[0].timeline.leaseSignedMonth'] });
});

test('R4.10a, R5.8 a loan on a hall in service is refused: what it once drew is not known', () => {
  const debt = {
    blockId: 'hall',
    eligibleLines: ['buildCapexUsd'],
    loanToCost: 0.5,
    ratePerYear: 0.05,
    upfrontFeeShare: 0,
    capitaliseInterest: false,
    interestOnlyMonths: 0,
    tenorMonths: 10,
    repayment: 'annuity',
    balloonShare: 0,
    equityDiscountRatePerYear: 0.1,
  } as const;
  const { metrics } = smallSite({ ...smallCase(standing), debt });
  expect(metrics.leveredPreTax).toMatchObject({ invalid: ['debt.blockId'] });
});
