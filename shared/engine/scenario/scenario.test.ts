import fc from 'fast-check';
import { expect, test } from 'vitest';
import { siteFigures } from '../analysis/analyseSite.ts';
import { baseMarket } from '../analysis/baseMarket.ts';
import type { InputKey } from '../analysis/inputTable.ts';
import { resolveInputs, valuesOf } from '../analysis/resolveInputs.ts';
import type { SiteFigures } from '../analysis/siteAnalysis.ts';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { changeForTest, inScenarioForTest, shockForTest } from '../testing/scenarioForTest.ts';
import type { InputChange, Shock } from './scenario.ts';
import { actsIn, effectIn, under } from './shockEffect.ts';
import { shockKinds, shockTable } from './shockTable.ts';

const base = evidenceForTest();
const figuresOfBase = siteFigures(base);
const firstMonth = 24_322;

/** Figures without what only says that there is a scenario. */
function numbersOf(figures: SiteFigures) {
  return { ...figures, scenario: null, counts: null };
}

function pricesIn(shocks: readonly Shock[]) {
  const evidence = inScenarioForTest(base, shocks);
  const market = baseMarket(evidence, valuesOf(resolveInputs(evidence)));
  const { btcPriceUsd, network } = market;
  return { price: btcPriceUsd?.values ?? [], hashrate: (network?.path?.values ?? []) as readonly number[] };
}

function valueIn(key: InputKey, changes: readonly InputChange[]) {
  return resolveInputs(inScenarioForTest(base, [], changes)).find((input) => input.key === key);
}

test('R7.3 without a change that changes anything, a scenario is the base to the last bit', () => {
  const neutral = shockKinds
    .filter((kind) => kind !== 'miningBan')
    .map((kind) => shockForTest(kind, { sizes: {}, tenant: 'nobody' }));
  const late = shockKinds.map((kind) =>
    shockForTest(kind, { start: { counted: 'fromValuation', month: 500 }, tenant: 'nobody' }),
  );
  const changes = [
    changeForTest('btcPriceUsd', 'multiply', 1),
    changeForTest('buildMonths', 'add', 0),
    changeForTest('gridPowerMw', 'set', 100),
  ];
  for (const shocks of [[], neutral, late]) {
    const figures = siteFigures(inScenarioForTest(base, shocks, changes));
    expect(numbersOf(figures)).toEqual(numbersOf(figuresOfBase));
    expect(figures.counts).toEqual({ ...figuresOfBase.counts, scenario: 0 });
  }
});

test('R7.3c BTC at 40 % for three months, then the base path; the responsive hash rate answers', () => {
  const calm = pricesIn([]);
  const { price, hashrate } = pricesIn([shockForTest('btcPrice', { durationMonths: 3 })]);
  expect(price.slice(0, 4)).toEqual([36_000, 36_000, 36_000, 90_000]);
  // ln H(1) = ln H(0) + κ·(ln H* − ln H(0)): H* is 40 % of what it was, κ = 0.10.
  expect((hashrate[1] ?? 0) / (calm.hashrate[1] ?? 1)).toBeCloseTo(0.4 ** 0.1, 12);
  expect(hashrate[0]).toBe(calm.hashrate[0]);
});

test('R7.3c a surge of the hash rate is a factor on its path, a leap of machines moves where it settles', () => {
  const calm = pricesIn([]);
  const surge = pricesIn([shockForTest('difficulty', { durationMonths: 12 })]);
  expect((surge.hashrate[11] ?? 0) / (calm.hashrate[11] ?? 1)).toBeCloseTo(1.3, 12);
  expect(surge.hashrate[12]).toBe(calm.hashrate[12]);
  const leap = pricesIn([shockForTest('asicLeap')]);
  expect((leap.hashrate[1] ?? 0) / (calm.hashrate[1] ?? 1)).toBeCloseTo((1 / 0.7) ** 0.1, 12);
});

test('R7.3a set, then factors, then additions; the narrowest scope sets; months are whole; bounds hold', () => {
  const site = { of: 'site', siteId: 's1' } as const;
  const changes = [
    changeForTest('btcPriceUsd', 'add', 1_000),
    changeForTest('btcPriceUsd', 'multiply', 2),
    changeForTest('btcPriceUsd', 'set', 50_000, site),
    changeForTest('btcPriceUsd', 'set', 70_000),
    changeForTest('btcPriceUsd', 'multiply', 0.5),
  ];
  expect(valueIn('btcPriceUsd', changes)).toMatchObject({
    value: 51_000,
    origin: 'scenario',
    fallback: 90_000,
    scenario: { name: 'Made-up', baseValue: 90_000, baseOrigin: 'fact', isBounded: false },
  });
  expect(valueIn('buildMonths', [changeForTest('buildMonths', 'multiply', 1.26)])?.value).toBe(
    Math.round((valueIn('buildMonths', [])?.value ?? 0) * 1.26),
  );
  expect(valueIn('uptime', [changeForTest('uptime', 'add', 0.5)])).toMatchObject({
    value: 1,
    scenario: { isBounded: true },
  });
});

test('R7.3a what is derived follows the changed value', () => {
  const grid = valueIn('siteHashrateEhS', [changeForTest('gridPowerMw', 'multiply', 2)]);
  expect(grid?.value).toBeCloseTo((valueIn('siteHashrateEhS', [])?.value ?? 0) * 2, 12);
  expect(grid?.origin).toBe('derived');
});

test('R7.3 what a scenario cannot reach is said', () => {
  const evidence = inScenarioForTest(
    base,
    [
      shockForTest('tenantDefault', { tenant: 'Nobody' }),
      shockForTest('moratorium'),
      shockForTest('credit'),
      shockForTest('btcPrice', { start: { counted: 'fromValuation', month: 400 } }),
      shockForTest('powerTax'),
    ],
    [changeForTest('rentYear1UsdPerKwMonth', 'multiply', 10_000), changeForTest('loanToCost', 'add', -0.1)],
  );
  expect(siteFigures(evidence).scenario?.findings).toEqual([
    { of: 'change', key: 'rentYear1UsdPerKwMonth', reason: 'scenarioBound' },
    { of: 'change', key: 'loanToCost', reason: 'changeNotUsed' },
    expect.objectContaining({ place: 0, reason: 'noTenant', tenant: 'Nobody' }),
    expect.objectContaining({ place: 1, reason: 'siteApproved' }),
    expect.objectContaining({ place: 2, size: 'loanRatePerYear', reason: 'noLoan' }),
    expect.objectContaining({ place: 2, size: 'loanToCostShare', reason: 'noLoan' }),
    expect.objectContaining({ place: 3, reason: 'outsideMonths' }),
  ]);
});

const anyShock = fc
  .record({
    kind: fc.constantFrom(...shockKinds),
    month: fc.integer({ min: -6, max: 60 }),
    durationMonths: fc.option(fc.integer({ min: 1, max: 24 })),
    scale: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ kind, month, durationMonths, scale }) =>
    shockForTest(kind, {
      start: { counted: 'fromValuation', month },
      durationMonths,
      sizes: Object.fromEntries(shockTable[kind].sizes.map(({ name }) => [name, scale / 4])),
    }),
  );

test('R7.3b the order in which shocks are listed changes nothing; a month without one is the base’s', () => {
  fc.assert(
    fc.property(
      fc.array(anyShock, { maxLength: 6 }),
      fc.integer({ min: 0, max: 90 }),
      fc.constantFrom('powerPrice', 'gpuMarketPrice', 'uptime', 'networkHashrate', 'curtailedHours'),
      (shocks, month, field) => {
        const effect = effectIn(shocks, field, month, firstMonth);
        // Quarters are exact in binary, so that sums and products do not depend on the order.
        expect(effectIn(shocks.toReversed(), field, month, firstMonth)).toEqual(effect);
        if (shocks.every((shock) => !actsIn(shock, month, firstMonth))) expect(under(effect, 0.1)).toBe(0.1);
        const active = shocks.filter((shock) => actsIn(shock, month, firstMonth));
        expect(effectIn(active, field, month, firstMonth)).toEqual(effect);
      },
    ),
  );
});

test('R7.3b factors multiply before additions add', () => {
  const shocks = [
    shockForTest('aiBust', { sizes: { utilisationShare: -0.25 } }),
    shockForTest('curfew', { sizes: { curtailedHoursShare: 0.25 } }),
    shockForTest('curfew', { sizes: { curtailedHoursShare: 0.5 } }),
    shockForTest('gpuLeap', { sizes: { gpuPriceFactor: 0.5 } }),
    shockForTest('aiBust', { sizes: { gpuPriceFactor: 0.5 } }),
  ];
  expect(effectIn(shocks, 'curtailedHours', 0, firstMonth)).toEqual({ factor: 1, addition: 0.75 });
  expect(under(effectIn(shocks, 'gpuMarketPrice', 0, firstMonth), 4)).toBe(1);
  expect(under({ factor: 2, addition: 3 }, 10)).toBe(23);
});

test('R5.2b, R7.3e mining that a ban ends may end before it, never after', () => {
  const ban = shockForTest('miningBan', { start: { counted: 'fromValuation', month: 100 } });
  const keep = siteFigures(inScenarioForTest(base, [ban])).strategies[0];
  const calm = figuresOfBase.strategies[0];
  const endOf = (outcome: typeof keep) =>
    outcome?.computable ? (outcome.figures.miningEndMonth ?? 120) : NaN;
  expect(endOf(keep)).toBe(Math.min(100, endOf(calm)));
  const early = siteFigures(
    inScenarioForTest(base, [{ ...ban, start: { counted: 'fromValuation', month: 6 } }]),
  ).strategies[0];
  expect(endOf(early)).toBeLessThanOrEqual(6);
});
