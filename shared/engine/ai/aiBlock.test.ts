import { expect, test } from 'vitest';
import { readGolden, type GoldenCase } from '../testing/golden.ts';
import { evaluateSiteCase } from '../strategy/siteCase.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { ColocationBlock } from '../strategy/blockInput.ts';
import type { Cloud, Lease } from '../strategy/serviceInput.ts';
import type { ComputedBlock } from '../strategy/siteCaseResult.ts';
import { spentShare } from './capex.ts';
import { gpuCount, gpuGenerations } from './gpuGenerations.ts';
import { leasePeriods, rentOfPeriod, yearOneRentUsdPerKwMonth } from './leaseTerms.ts';

const lease: Lease = {
  rentUsdPerKwMonth: 100,
  escalatorPerYear: 0.1,
  termMonths: 24,
  freeRentMonths: 2,
  passThrough: 'gross',
  tenantLoadFactor: 0.8,
  tenantDefaultProbabilityPerYear: 0.1,
  recoveryShare: 0.25,
  renewals: [],
};

function hallWith(change: Partial<Lease>): ComputedBlock {
  const { input } = readGolden<{ input: SiteCaseInput }>('10-alliance-mara-starwood.json');
  const block = { ...(input.blocks?.[0] as ColocationBlock), lease: { ...lease, ...change } };
  return evaluateSiteCase({ ...input, blocks: [block] }).blocks[0] as ComputedBlock;
}

const at = (block: ComputedBlock, line: string, month: number): number => block.monthly[line]?.[month] ?? 0;

test('R4.9 the build is paid in full, half of it at half time', () => {
  expect([spentShare(0), spentShare(0.5), spentShare(1)]).toEqual([0, 0.5, 1]);
});

test('R4.13 the year-1 rent of an announced total gives back the total', () => {
  const rent = yearOneRentUsdPerKwMonth(1e9, 10, 0.03, 50_000);
  let total = 0;
  for (let year = 0; year < 10; year += 1) total += rent * 12 * 50_000 * 1.03 ** year;
  expect(total).toBeCloseTo(1e9, 2);
  expect(yearOneRentUsdPerKwMonth(1.2e9, 10, 0, 50_000)).toBe(200);
});

test('R4.15 renewals start from the passing rent, the probability multiplies', () => {
  const renewal = {
    termMonths: 12,
    probability: 0.5,
    markToMarketShare: 0.25,
    marketRentUsdPerKwMonth: { values: [200], growthPerYear: 0 },
    escalatorPerYear: 0,
    downtimeMonths: 3,
  };
  const [base, first, second] = leasePeriods({ ...lease, renewals: [renewal, renewal] }, 10);
  expect(base && rentOfPeriod(base, 33)).toBeCloseTo(110, 12);
  expect(first).toMatchObject({ startMonth: 37, endMonth: 49, probability: 0.5, isBaseTerm: false });
  expect(first?.rentUsdPerKwMonth).toBeCloseTo(0.75 * 110 + 0.25 * 200, 12);
  expect(second).toMatchObject({ startMonth: 52, probability: 0.25 });
});

test('R4.16, R4.17 rent, backstop and recovery of a base term share the contractual rent', () => {
  const hall = hallWith({ freeRentMonths: 0, recoveryShare: 1, backstop: { share: 0.4, tenorMonths: 12 } });
  const contractual = at(hall, 'rentUsd', 30) / at(hall, 'occupancy', 30);
  const received = at(hall, 'rentUsd', 30) + at(hall, 'backstopUsd', 30) + at(hall, 'defaultRecoveryUsd', 30);
  expect(received / contractual).toBeCloseTo(1, 12);
  expect(at(hall, 'backstopUsd', 31)).toBe(0);
  expect(at(hall, 'rentUsd', 43)).toBe(0);
});

test('R4.18 the tenant gets its part of the build back out of the rent, at most capShare of it', () => {
  const hall = hallWith({
    termMonths: 120,
    tenantDefaultProbabilityPerYear: 0,
    tenantFundedCapex: { usdPerMwIt: 1e6, capShare: 0.5 },
  });
  const sum = (line: string): number => hall.monthly[line]?.reduce((total, value) => total + value, 0) ?? 0;
  expect(hall.metrics.tenantFundedUsd).toBe(1e8);
  expect(sum('tenantCapexContributionUsd')).toBeCloseTo(1e8, 3);
  expect(sum('tenantCapexCreditUsd')).toBeCloseTo(-1e8, 3);
  expect(at(hall, 'tenantCapexCreditUsd', 25)).toBeCloseTo(-0.5 * at(hall, 'rentUsd', 25), 6);
});

test('R4.14 free months bring no rent, but energy, and a triple net tenant pays it back', () => {
  const hall = hallWith({ passThrough: 'tripleNet', tenantDefaultProbabilityPerYear: 0 });
  expect(at(hall, 'rentUsd', 19)).toBe(0);
  expect(at(hall, 'billedKw', 19)).toBe(0);
  expect(at(hall, 'aiPowerUsd', 19)).toBeLessThan(0);
  expect(at(hall, 'powerReimbursementUsd', 19)).toBeCloseTo(-at(hall, 'aiPowerUsd', 19), 6);
});

test('R4.20, R4.23 GPUs are whole, generations follow each other within the horizon', () => {
  expect(gpuCount(200, 1.8333)).toBe(109_092);
  expect(gpuCount(0, 1)).toBe(0);
  const cloud = { gpuLifeMonths: 40, refresh: { costShareOfFirst: 0.5, priceFactor: 2 } } as Cloud;
  expect(gpuGenerations(cloud, 10, 100, 91)).toEqual([
    { startMonth: 10, endMonth: 50, costUsd: 100 },
    { startMonth: 50, endMonth: 90, costUsd: 50 },
    { startMonth: 90, endMonth: 130, costUsd: 50 },
  ]);
  expect(gpuGenerations({ ...cloud, refresh: null }, 10, 100, 91)).toHaveLength(1);
});

test('R4.23 without refresh revenue, energy and GPU opex end with the life', () => {
  const { input } = readGolden<GoldenCase>('09-gpu-cloud-iren-childress.json');
  const [mine, cloudBlock] = input.blocks ?? [];
  const { cloud } = cloudBlock as { cloud: Cloud };
  const block = { ...cloudBlock, cloud: { ...cloud, refresh: null } } as never;
  const result = evaluateSiteCase({ ...input, blocks: [mine, block] }).blocks[1] as ComputedBlock;
  for (const line of ['gpuRevenueUsd', 'gridEnergyMwh', 'gpuOpexUsd']) {
    expect(at(result, line, 80), line).not.toBe(0);
    expect(at(result, line, 81), line).toBe(0);
  }
  expect(at(result, 'aiOpexUsd', 100)).toBeLessThan(0);
});
