import { expect, test } from 'vitest';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { createEvaluationCache } from '../strategy/evaluationCache.ts';
import { baseMarket } from './baseMarket.ts';
import { presentValueUsd } from './comparePlans.ts';
import { evaluatePlan } from './evaluatePlan.ts';
import type { SiteEvidence } from './evidence.ts';
import { gpuHourView, type GpuHourView } from './gpuHour.ts';
import { resolveInputs, valuesOf } from './resolveInputs.ts';

function evidenceWith(own: Readonly<Record<string, number>>): SiteEvidence {
  const entered = { note: null, enteredBy: null, enteredAt: '2026-11-25T12:00:00Z' };
  const values = { fleetEfficiencyJPerTh: 25, ...own };
  const ownValues = Object.entries(values).map(([key, value]) => ({ key, value, ...entered }));
  return { ...evidenceForTest(), ownValues };
}

function viewOf(evidence: SiteEvidence): Extract<GpuHourView, { computable: true }> {
  const view = gpuHourView(evidence);
  if (!view.computable) throw new Error(`missing: ${view.missing.join(', ')}`);
  return view;
}

function costs(view: ReturnType<typeof viewOf>): number[] {
  return view.lives.map(({ lcocUsdPerGpuHour }) => lcocUsdPerGpuHour ?? NaN);
}

test('R5.14 the longer GPUs last, the less an hour costs; the life assumed is marked and its cost that of the plan', () => {
  const view = viewOf(evidenceWith({}));
  expect(view.lives.map(({ lifeMonths }) => lifeMonths)).toEqual([36, 48, 60, 72]);
  expect(view.lives.filter(({ isCurrent }) => isCurrent).map(({ lifeMonths }) => lifeMonths)).toEqual([60]);
  expect(costs(view)).toEqual(costs(view).toSorted((a, b) => b - a));
  expect(new Set(costs(view)).size).toBe(4);
});

test('R5.14 a life between the years shown stands among them', () => {
  const { lives } = viewOf(evidenceWith({ gpuLifeMonths: 54 }));
  expect(lives.map(({ lifeMonths }) => lifeMonths)).toEqual([36, 48, 54, 60, 72]);
  expect(lives[2]?.isCurrent).toBe(true);
});

test('R5.14a without prepayments, price less cost on the net hours is the NPV of the hall', () => {
  const evidence = evidenceWith({ prepaymentShare: 0 });
  const view = viewOf(evidence);
  const values = valuesOf(resolveInputs(evidence));
  const market = baseMarket(evidence, values);
  const { result } = evaluatePlan('gpuCloud', evidence, values, market, createEvaluationCache());
  const cloud = result.blocks.find(({ id }) => id === 'gpuCloud');
  if (!cloud?.computable) throw new Error('the cloud can be computed');
  const hours = { valuationUsd: 0, monthly: cloud.monthly['billedGpuHours'] ?? [] };
  const { discountRateGpuCloud = NaN, managementFeeShare = NaN } = values;
  const { slaCreditShare = NaN, platformCostShare = NaN } = values;
  const net =
    presentValueUsd(hours, discountRateGpuCloud) *
    (1 - managementFeeShare - slaCreditShare - platformCostShare);
  const cost = view.lives.find(({ isCurrent }) => isCurrent)?.lcocUsdPerGpuHour ?? NaN;
  const npvUsd = ((view.levelisedPriceUsdPerGpuHour ?? NaN) - cost) * net;
  const scale = Math.abs(cost * net);
  expect(Math.abs(npvUsd - (cloud.metrics.npvUsd ?? NaN))).toBeLessThan(1e-9 * scale);
});

test('R4.21 the market path may rise as well as fall, and the range of the assumption stands beside it', () => {
  const rising = viewOf(evidenceWith({ gpuMarketPriceUsdPerGpuHour: 2, gpuPriceChangePerYear: 0.21 }));
  expect(rising.marketUsdPerGpuHour[0]).toBe(2);
  expect(rising.marketUsdPerGpuHour[12]).toBeCloseTo(2.42, 9);
  // Presets: −25 % to +5 % a year.
  expect(rising.marketRange?.lowUsdPerGpuHour[12]).toBeCloseTo(1.5, 9);
  expect(rising.marketRange?.highUsdPerGpuHour[12]).toBeCloseTo(2.1, 9);
});

test('R4.21 before the first bill no hour is sold and no price is drawn; then the contract’s holds', () => {
  const { planUsdPerGpuHour } = viewOf(evidenceWith({ gpuPriceUsdPerGpuHour: 3 }));
  expect(planUsdPerGpuHour[0]).toBeNull();
  expect(planUsdPerGpuHour.find((price) => price !== null)).toBeCloseTo(3, 9);
});

test('R1.7 without the site’s power there is no cost of an hour, and it is named', () => {
  const base = evidenceWith({});
  const facts = base.facts.filter(({ field }) => field !== 'energised_mw');
  expect(gpuHourView({ ...base, facts })).toEqual({
    computable: false,
    missing: expect.arrayContaining(['gridPowerMw']) as unknown,
  });
});
