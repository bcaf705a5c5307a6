import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { siteEvidence } from '../../../main/analysis/siteView.ts';
import { openReadOnly } from '../../../main/db/openDatabase.ts';
import { siteFigures, siteViews } from '../../../shared/engine/analysis/analyseSite.ts';
import type { SiteEvidence } from '../../../shared/engine/analysis/evidence.ts';
import { inputKeys, inputTable, type InputKey } from '../../../shared/engine/analysis/inputTable.ts';
import type { OwnPlan } from '../../../shared/engine/analysis/ownPlans/ownPlan.ts';
import { planFlows, plansOfSite } from '../../../shared/engine/analysis/planFlows.ts';
import { createSiteCaches } from '../../../shared/engine/analysis/siteCaches.ts';
import { flipKeys, siteFlip } from '../../../shared/engine/analysis/siteFlips.ts';
import {
  createEvaluationCache,
  type EvaluationCache,
} from '../../../shared/engine/strategy/evaluationCache.ts';

/* After a change of one input only what depends on it is evaluated again, and the result is as if everything were. */

const file = join(import.meta.dirname, '../../../out/app/sample/sample.umbau');

function evidenceOf(siteId: string): SiteEvidence {
  const db = openReadOnly(file);
  const evidence = siteEvidence(db, siteId);
  db.close();
  return evidence;
}

const rockdale = evidenceOf('riot-rockdale');

/** A plan that rests on every input of own plans: hosted GPUs with a backstop, own GPUs, loans, tax. */
const ownPlan: OwnPlan = {
  id: 'p1',
  name: 'Made up',
  blocks: (['colocation', 'gpuCloud'] as const).map((use) => ({
    id: use,
    use,
    gridMw: 100,
    fromMonth: 0,
    toMonth: null,
    replaces: null,
    service: use === 'colocation' ? 'managedHosting' : 'reserved',
    terms: [],
  })),
  loans: [{ id: 'l1', blockId: 'colocation', repayment: 'sculpted', terms: [] }],
  isTaxed: true,
  terms: [],
  enteredBy: null,
  enteredAt: '2026-11-25T09:00:00Z',
};
/** What switches inputs on that are none without it. */
const switches = [
  ['allianceBackstopShare', 0.5],
  ['alliancePartnerDefaultMonth', 6],
  ['allianceWarrants', 1_000_000],
] as const satisfies readonly (readonly [InputKey, number])[];
const withPlan: SiteEvidence = {
  ...rockdale,
  ownPlans: [ownPlan],
  ownValues: switches.map(([key, value]) => ({
    key,
    value,
    note: null,
    enteredBy: 'analyst',
    enteredAt: '2026-11-25T09:00:00Z',
  })),
};
const valueOf = new Map(siteFigures(withPlan).inputs.map(({ key, value }) => [key, value]));

function withOwnValue(evidence: SiteEvidence, key: InputKey, value: number): SiteEvidence {
  const own = { key, value, note: null, enteredBy: 'analyst', enteredAt: '2026-11-25T09:00:00Z' };
  return { ...evidence, ownValues: [...evidence.ownValues.filter((other) => other.key !== key), own] };
}

/** Another value that an analyst could enter: a tenth more, or less where that is too much. */
function moved(key: InputKey): number {
  const { min, max, isWhole } = inputTable[key];
  const value = valueOf.get(key) ?? min;
  const step = isWhole ? 1 : value === 0 ? (max - min) / 100 : Math.abs(value) / 10;
  return value + step <= max ? value + step : value - step;
}

/** Ids of the blocks that were evaluated since this was last asked. */
function evaluatedBlocks(cache: EvaluationCache): string[] {
  return cache.blocks.takeComputed().map(({ block }) => block.id);
}

function warmed(): EvaluationCache {
  const cache = createEvaluationCache();
  siteFigures(rockdale, cache);
  evaluatedBlocks(cache);
  return cache;
}

test.each(inputKeys)('a change of %s gives the figures of a fresh evaluation, to the last bit', (key) => {
  const cache = createEvaluationCache();
  const before = siteFigures(withPlan, cache);
  const changed = withOwnValue(withPlan, key, moved(key));
  const figures = siteFigures(changed, cache);
  expect(isDeepStrictEqual(figures, siteFigures(changed))).toBe(true);
  expect(isDeepStrictEqual(figures.inputs, before.inputs)).toBe(false);
});

test('a session of edits, each left in place, ends with the figures and cash flows of a fresh evaluation', () => {
  const cache = createEvaluationCache();
  let evidence = withPlan;
  for (const key of inputKeys) {
    evidence = withOwnValue(evidence, key, moved(key));
    siteFigures(evidence, cache);
  }
  expect(isDeepStrictEqual(siteFigures(evidence, cache), siteFigures(evidence))).toBe(true);
  expect(isDeepStrictEqual(siteViews(evidence, cache), siteViews(evidence))).toBe(true);
  for (const plan of plansOfSite(evidence))
    expect(isDeepStrictEqual(planFlows(evidence, plan, cache), planFlows(evidence, plan))).toBe(true);
});

test('another rent evaluates no mining and no GPU block again, only the halls that are let', () => {
  const cache = warmed();
  const changed = withOwnValue(rockdale, 'rentYear1UsdPerKwMonth', moved('rentYear1UsdPerKwMonth'));
  siteFigures(changed, cache);
  // Colocation and alliance share one; a part of it in the hybrid; one that is sold.
  expect(evaluatedBlocks(cache)).toEqual(['colocation', 'colocation', 'colocation']);
});

test('another price of machines evaluates no hall again; another discount rate of cloud only the cloud', () => {
  const cache = warmed();
  siteFigures(withOwnValue(rockdale, 'asicPriceUsdPerTh', moved('asicPriceUsdPerTh')), cache);
  // The new machines of the refresh, to the horizon and, where that is better, to an earlier end.
  expect(new Set(evaluatedBlocks(cache))).toEqual(new Set(['mining']));
  siteFigures(withOwnValue(rockdale, 'discountRateGpuCloud', moved('discountRateGpuCloud')), cache);
  expect(evaluatedBlocks(cache)).toEqual(['gpuCloud']);
});

test('a change that is taken back, and an unchanged site, evaluate nothing', () => {
  const cache = warmed();
  siteFigures(rockdale, cache);
  expect(evaluatedBlocks(cache)).toEqual([]);
  siteFigures(withOwnValue(rockdale, 'btcPriceUsd', moved('btcPriceUsd')), cache);
  expect(evaluatedBlocks(cache)).not.toEqual([]);
  siteFigures(rockdale, cache);
  expect(evaluatedBlocks(cache)).toEqual([]);
});

test('R5.17 flip values found with the cache of the figures are those found without, and leave it as it was', () => {
  const cache = warmed();
  const figures = siteFigures(rockdale, cache);
  const flips = flipKeys.map((key) => siteFlip(rockdale, figures, key, cache));
  expect(flips.some((flip) => (flip?.roots.length ?? 0) > 0)).toBe(true);
  expect(flips).toEqual(flipKeys.map((key) => siteFlip(rockdale, figures, key)));
  siteFigures(rockdale, cache);
  expect(evaluatedBlocks(cache)).toEqual([]);
});

test('a trial reads what is known and evaluates only what the moved input reaches', () => {
  const trial = createEvaluationCache(warmed());
  siteFigures(withOwnValue(rockdale, 'rentYear1UsdPerKwMonth', moved('rentYear1UsdPerKwMonth')), trial);
  expect(new Set(evaluatedBlocks(trial))).toEqual(new Set(['colocation']));
});

test('a session keeps the caches of few sites, the last seen', () => {
  const caches = createSiteCaches();
  const first = caches.of('first');
  const second = caches.of('second');
  for (let count = 0; count < 6; count += 1) caches.of(`other ${count}`);
  expect(caches.of('first')).toBe(first);
  caches.of('one more');
  expect(caches.of('first')).toBe(first);
  expect(caches.of('second')).not.toBe(second);
});
