import { expect, test } from 'vitest';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { ComputedBlock } from '../strategy/siteCaseResult.ts';
import { termAverageYield } from './termAverageYield.ts';

const lease: SiteCaseInput = {
  horizonMonths: 48,
  blocks: [{ id: 'hall', kind: 'colocation', lease: { termMonths: 24 } }],
};

function hall(rentUsd: readonly number[], metrics: ComputedBlock['metrics'] = {}): ComputedBlock {
  return {
    id: 'hall',
    computable: true,
    warnings: [],
    atValuation: {},
    metrics: { billingStart: 12, grossCapexUsd: 1200, ...metrics },
    monthly: { rentUsd, tenantCapexCreditUsd: rentUsd.map(() => -1000) },
  };
}

/** 12 empty months, a year at 10, a year at 20, a year at 90 after the term. */
const flows = [0, 10, 20, 90].flatMap((usd) => Array.from({ length: 12 }, () => usd));

test('R5.13a the mean of the base term, without tenant credits and without what follows', () => {
  // (12 · 10 + 12 · 20) / 24 months · 12 / 1200
  expect(termAverageYield(lease, hall(flows))).toBeCloseTo(0.15, 12);
});

test('R5.13a what lies beyond the horizon does not count', () => {
  expect(termAverageYield({ ...lease, horizonMonths: 24 }, hall(flows))).toBeCloseTo(0.1, 12);
});

test('R4.10b, R5.13a months after the hall is given up are no part of the mean', () => {
  const given = flows.map((usd, month) => (month < 18 ? usd : 0));
  // Six months at 10: 10 · 12 / 1200; over the whole term they would give a quarter of it.
  expect(termAverageYield(lease, hall(given, { endMonth: 18 }))).toBeCloseTo(0.1, 12);
  expect(termAverageYield(lease, hall(flows, { endMonth: null }))).toBeCloseTo(0.15, 12);
  expect(termAverageYield(lease, hall(given, { endMonth: 12 }))).toBeNull();
});

test('R5.13a there is none where nothing was built, or nothing is billed within the horizon', () => {
  expect(termAverageYield(lease, hall(flows, { grossCapexUsd: 0 }))).toBeNull();
  expect(termAverageYield(lease, hall(flows, { billingStart: 48 }))).toBeNull();
});

test('R5.13a a hall that is sold has none', () => {
  const sold: SiteCaseInput = {
    ...lease,
    blocks: [{ id: 'hall', kind: 'colocation', lease: { termMonths: 24 }, shellSale: { month: 20 } }],
  };
  expect(termAverageYield(sold, hall(flows))).toBeNull();
});

test('R5.13a without a contract the term is the life of the first GPUs, which are part of the cost', () => {
  const cloud: SiteCaseInput = {
    horizonMonths: 48,
    blocks: [{ id: 'hall', kind: 'gpuCloud', cloud: { gpuLifeMonths: 12, contract: null } }],
  };
  expect(termAverageYield(cloud, hall(flows, { gpuCapexFirstUsd: 1200 }))).toBeCloseTo(0.05, 12);
});
