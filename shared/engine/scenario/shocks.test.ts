import { expect, test } from 'vitest';
import type { EvidenceContract } from '../analysis/evidence.ts';
import { evaluateSiteCase } from '../strategy/siteCase.ts';
import type { ColocationBlock, GpuCloudBlock, MiningBlock } from '../strategy/blockInput.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { ComputedBlock } from '../strategy/siteCaseResult.ts';
import { roundFleet, roundMarket, roundMining } from '../testing/roundMarket.ts';
import { scenarioForTest, shockForTest } from '../testing/scenarioForTest.ts';
import { lineIn, smallCase, smallCloud, smallLease } from '../testing/smallHall.ts';
import type { ShockEvidence } from './ground.ts';
import type { Shock } from './scenario.ts';
import { shockedPlan } from './shockedPlan.ts';

/* Every kind of shock on figures that can be worked on paper: January 2027, 24 months, 10 critical MW. */

const at = (month: number) => ({ start: { counted: 'fromValuation', month } as const });

function lease(counterparty: string, itLoadMw: number | null): EvidenceContract {
  return {
    id: counterparty,
    service: 'colocation',
    counterparty,
    signedDate: null,
    itLoadMw,
    termYears: 10,
    totalContractValueUsd: null,
    source: null,
    sourceUrl: null,
    confidence: null,
  };
}

function planIn(input: SiteCaseInput, shocks: readonly Shock[], other: Partial<ShockEvidence> = {}) {
  return shockedPlan(input, { valuationMonth: '2027-01', scenario: scenarioForTest(shocks), ...other });
}

function blockIn(
  block: ColocationBlock | GpuCloudBlock | MiningBlock,
  shocks: readonly Shock[],
  other: Partial<ShockEvidence> = {},
): ComputedBlock {
  const input = { ...smallCase(block as ColocationBlock), market: roundMarket };
  return evaluateSiteCase(planIn(input, shocks, other)).blocks[0] as ComputedBlock;
}

function hallOf({ blocks }: SiteCaseInput): ColocationBlock {
  return (blocks ?? [])[0] as ColocationBlock;
}

const signed = { contracts: [lease('AMD', 10)] };

test('R7.3d power tax: 10 USD/MWh more on the energy of its months, then the base price', () => {
  const hall = blockIn(smallLease, [shockForTest('powerTax', { ...at(8), durationMonths: 1 })], signed);
  // September: 10 MW · 0.5 · 1.2 · 720 h = 4,320 MWh at 40 + 10 + 10; October: 4,464 MWh at 40 + 10.
  expect(lineIn(hall, 'aiPowerUsd', 8)).toBeCloseTo(-259_200, 6);
  expect(lineIn(hall, 'aiPowerUsd', 9)).toBeCloseTo(-223_200, 6);
});

test('R7.3d heat: June to September only, a hall by its PUE, machines by PUE and uptime', () => {
  const hall = blockIn(smallLease, [shockForTest('heat')], signed);
  expect(lineIn(hall, 'aiPowerUsd', 8)).toBeCloseTo(-10 * 0.5 * 1.3 * 720 * 50, 6);
  expect(lineIn(hall, 'aiPowerUsd', 9)).toBeCloseTo(-223_200, 6);
  const mine = blockIn(roundMining, [shockForTest('heat')]);
  // June: 11 MW · 720 h · 0.95 = 7,524 grid MWh, of which 1/1.1 reach the machines at 100 USD.
  expect(lineIn(mine, 'gridEnergyMwh', 5)).toBeCloseTo(7_524, 9);
  expect(lineIn(mine, 'miningRevenueUsd', 5)).toBeCloseTo(684_000, 6);
  expect(lineIn(mine, 'gridEnergyMwh', 4)).toBeCloseTo(11 * 744, 9);
});

test('R7.3d curfew: a quarter of the hours goes', () => {
  const mine = blockIn(roundMining, [shockForTest('curfew', { durationMonths: 1 })]);
  expect(lineIn(mine, 'gridEnergyMwh', 0)).toBeCloseTo(11 * 744 * 0.75, 9);
  expect(lineIn(mine, 'gridEnergyMwh', 1)).toBeCloseTo(11 * 672, 9);
});

test('R7.3e mining ban: for good it ends the block and sells its machines, for months it stands still', () => {
  const sale = { monthsAfterEnd: 0, usdPerTh: { values: [2], growthPerYear: 0 }, costUsdPerUnit: 0 };
  const block = { ...roundMining, fleet: [{ ...roundFleet, sale }], fixedOpexUsdPerMwMonth: 100 };
  const banned = blockIn(block, [shockForTest('miningBan', at(6))]);
  expect(lineIn(banned, 'gridEnergyMwh', 5)).toBeGreaterThan(0);
  expect(lineIn(banned, 'gridEnergyMwh', 6)).toBe(0);
  expect(lineIn(banned, 'asicSaleUsd', 5)).toBe(1_100_000);
  expect(lineIn(banned, 'miningFixedOpexUsd', 6)).toBe(0);
  const paused = blockIn(block, [shockForTest('miningBan', { ...at(6), durationMonths: 2 })]);
  expect([6, 7].map((month) => lineIn(paused, 'gridEnergyMwh', month))).toEqual([0, 0]);
  expect(lineIn(paused, 'miningFixedOpexUsd', 6)).toBe(-1_100);
  expect(lineIn(paused, 'gridEnergyMwh', 8)).toBeCloseTo(11 * 720, 9);
});

test('R7.3c ASIC leap: machines bring half of what they would have brought', () => {
  const sale = { monthsAfterEnd: 0, usdPerTh: { values: [2], growthPerYear: 0 }, costUsdPerUnit: 0 };
  const block = { ...roundMining, fleet: [{ ...roundFleet, sale }] };
  expect(lineIn(blockIn(block, [shockForTest('asicLeap', at(3))]), 'asicSaleUsd', 23)).toBe(550_000);
});

test('R7.3e moratorium: a site below approval builds 24 months later, an approved one as planned', () => {
  const fact = (field: string) => ({
    field,
    value: 100,
    unit: 'MW',
    basis: null,
    asOf: null,
    source: null,
    sourceUrl: null,
    confidence: null,
    note: null,
  });
  const startAt = (fields: readonly string[]) => {
    const plan = planIn(smallCase(smallLease), [shockForTest('moratorium')], { facts: fields.map(fact) });
    return hallOf(plan).timeline.monthsLeaseToBuildStart;
  };
  expect(startAt(['requested_mw'])).toBe(26);
  expect(startAt(['requested_mw', 'contracted_mw'])).toBe(2);
  expect(startAt([])).toBe(2);
});

test('R7.3d AI bust: rents and prices of the market fall, those of signed contracts do not', () => {
  const bust = [shockForTest('aiBust')];
  expect(lineIn(blockIn(smallLease, bust), 'rentUsd', 8)).toBeCloseTo(700_000, 6);
  expect(lineIn(blockIn(smallLease, bust, signed), 'rentUsd', 8)).toBeCloseTo(1_000_000, 6);
  const cloud = blockIn(smallCloud, bust);
  // 5,000 GPUs · 720 h · 0.9 · 0.8 at half of 2 USD in contract; · 0.3 of market utilisation at half of 1 USD after it.
  expect(lineIn(cloud, 'gpuRevenueUsd', 8)).toBeCloseTo(5_000 * 720 * 0.9 * 0.8 * 1, 6);
  expect(lineIn(cloud, 'gpuRevenueUsd', 20)).toBeCloseTo(5_000 * 720 * 0.9 * 0.3 * 0.5, 6);
});

test('R7.3d AI bust: three times the default probability in its months, a renewal half as likely', () => {
  const renewal = {
    termMonths: 24,
    probability: 0.8,
    markToMarketShare: 1,
    marketRentUsdPerKwMonth: { values: [90], growthPerYear: 0 },
    escalatorPerYear: 0,
    downtimeMonths: 0,
  };
  const block: ColocationBlock = {
    ...smallLease,
    lease: {
      ...smallLease.lease,
      termMonths: 13,
      tenantDefaultProbabilityPerYear: 0.05,
      renewals: [renewal],
    },
  };
  const hall = blockIn(block, [shockForTest('aiBust')], signed);
  // Month 19 is the twelfth after the first of billing: one year at 15 %.
  expect(lineIn(hall, 'rentUsd', 19)).toBeCloseTo(850_000, 4);
  // Month 20 begins the renewal: one month more, half of 80 %, 70 % of 90 USD.
  expect(lineIn(hall, 'rentUsd', 20) / (0.4 * 630_000)).toBeCloseTo(0.85 ** (13 / 12), 10);
});

test('R7.3f default of a tenant: empty for its months, then let at the market rent; of two tenants in part', () => {
  const renewal = {
    termMonths: 24,
    probability: 1,
    markToMarketShare: 1,
    marketRentUsdPerKwMonth: { values: [80], growthPerYear: 0 },
    escalatorPerYear: 0,
    downtimeMonths: 0,
  };
  const block = { ...smallLease, lease: { ...smallLease.lease, renewals: [renewal] } };
  const shock = shockForTest('tenantDefault', { ...at(10), sizes: { reletMonths: 2 }, tenant: 'amd' });
  const rents = (hall: ComputedBlock) => [9, 10, 11, 12].map((month) => lineIn(hall, 'rentUsd', month));
  const alone = blockIn(block, [shock], { contracts: [lease('AMD Inc.', null)] });
  expect(rents(alone)).toEqual([1_000_000, 0, 0, 800_000]);
  expect(lineIn(alone, 'aiPowerUsd', 10)).toBeCloseTo(0, 9);
  const half = blockIn(block, [shock], { contracts: [lease('AMD', 50), lease('Lab', 50)] });
  expect(rents(half)).toEqual([1_000_000, 500_000, 500_000, 900_000]);
  const elsewhere = blockIn(block, [shock], { contracts: [lease('Lab', 50)] });
  expect(rents(elsewhere)).toEqual([1_000_000, 1_000_000, 1_000_000, 1_000_000]);
});

test('R7.3d GPU leap: 60 % of the market price, half of the residual', () => {
  const cloud = { ...smallCloud.cloud, gpuLifeMonths: 12, contract: null };
  const hall = blockIn({ ...smallCloud, cloud }, [shockForTest('gpuLeap', at(10))]);
  expect(lineIn(hall, 'gpuRevenueUsd', 9)).toBeCloseTo(5_000 * 744 * 0.9 * 0.5 * 1, 6);
  expect(lineIn(hall, 'gpuRevenueUsd', 10)).toBeCloseTo(5_000 * 720 * 0.9 * 0.5 * 0.6, 6);
  // 5,000 GPUs at 20,000 USD, 10 % left without the leap.
  expect(lineIn(hall, 'gpuResidualUsd', 17)).toBeCloseTo(5_000_000, 6);
});

test('R7.3e overrun: a quarter dearer and nine months later, a sale of the shell with it', () => {
  const shellSale = { method: 'usdPerMwIt', month: 6, usdPerMwIt: 1, costShare: 0 } as const;
  const plan = planIn(smallCase({ ...smallLease, shellSale }), [shockForTest('overrun')]);
  const hall = hallOf(plan);
  expect(hall.timeline.slipMonths).toBe(9);
  expect(hall.shellSale?.month).toBe(15);
  expect(evaluateSiteCase(plan).blocks[0]).toMatchObject({ metrics: { grossCapexUsd: 125_000_000 } });
  const over = planIn(smallCase(smallLease), [shockForTest('overrun', at(6))]);
  expect(hallOf(over).timeline.slipMonths).toBe(0);
});

test('R7.3e credit: a loan that is not drawn yet costs 300 bp more and lends 15 points less', () => {
  const loan = {
    id: 'loan',
    blockId: 'hall',
    eligibleLines: ['buildCapexUsd'],
    loanToCost: 0.85,
    ratePerYear: 0.07,
    upfrontFeeShare: 0,
    capitaliseInterest: true,
    interestOnlyMonths: 0,
    tenorMonths: 12,
    repayment: 'annuity',
    balloonShare: 0,
    equityDiscountRatePerYear: 0.1,
  } as const;
  const terms = (month: number) =>
    planIn({ ...smallCase(smallLease), debts: [loan] }, [shockForTest('credit', at(month))]).debts?.[0];
  expect(terms(0)?.ratePerYear).toBeCloseTo(0.1, 12);
  expect(terms(0)?.loanToCost).toBeCloseTo(0.7, 12);
  // The first draw is in month 2, before the squeeze.
  expect(terms(3)).toMatchObject({ ratePerYear: 0.07, loanToCost: 0.85 });
});
