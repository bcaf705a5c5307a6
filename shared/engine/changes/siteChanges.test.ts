import fc from 'fast-check';
import { expect, test } from 'vitest';
import { siteFigures } from '../analysis/analyseSite.ts';
import type { SiteEvidence } from '../analysis/evidence.ts';
import type { InputKey } from '../analysis/inputTable.ts';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { engineVersion } from '../version.ts';
import { siteChanges, type SiteChanges } from './siteChanges.ts';
import { inputsChangedEverywhere, isUnchanged } from './siteDifference.ts';
import { outcomeOf } from './siteOutcome.ts';
import { splitChange } from './splitChange.ts';

function withOwn(values: Partial<Record<InputKey, number>>, base = evidenceForTest()): SiteEvidence {
  const own = Object.entries(values).map(([key, value]) => ({
    key,
    value,
    note: null,
    enteredBy: 'A. Probe',
    enteredAt: '2026-11-25T09:00:00Z',
  }));
  return { ...base, ownValues: own };
}

function changesOf(before: SiteEvidence, after: SiteEvidence): SiteChanges {
  return siteChanges({ before, after, frozen: outcomeOf(siteFigures(before)) });
}

/** The steps by name, with what each explains of the advantage. */
function explainedBy({ steps }: SiteChanges): [string, number | null][] {
  return steps.map(({ step, advantage }) => [step, advantage.explainsUsdPerGridMw]);
}

test('R5.19 by hand: a·b from 2·3 to 4·5; a explains (4−2)·3 = 6, b then 4·(5−3) = 8, together 14', () => {
  expect(splitChange([2 * 3, 4 * 3, 4 * 5]).map(({ explains }) => explains)).toEqual([6, 8]);
});

test('R5.19b a step that cannot be computed is joined to the next that can; without an end there is no split', () => {
  expect(splitChange([6, null, null, 20, 21])).toEqual([
    { explains: null, joined: [] },
    { explains: null, joined: [] },
    { explains: 14, joined: [0, 1] },
    { explains: 1, joined: [] },
  ]);
  expect(splitChange([null, 5, 6]).every(({ explains }) => explains === null)).toBe(true);
  expect(splitChange([5, 6, null]).every(({ explains }) => explains === null)).toBe(true);
});

/*
 * A site of 100 MW is sold at once for 30 m USD per MW, 5 % of it cost: 30·0.95 = 28.5 m per MW at the end of month 0,
 * and what one month of mining brings. At 34 m the mining is the same, so that the best strategy is worth
 * (34 − 30)·0.95/(1+r)^(1/12) m more per MW; r is the rate of the mining block.
 */
test('R5.19 by hand: a dearer sale of the site explains the whole change of the best strategy', () => {
  const sale = { siteSaleMonth: 0, saleCostShare: 0.05, discountRateMining: 0.21 };
  const changes = changesOf(
    withOwn({ ...sale, siteSaleUsdPerMw: 30e6 }),
    withOwn({ ...sale, siteSaleUsdPerMw: 34e6 }),
  );
  expect([changes.before.best, changes.after.best]).toEqual(['sellSite', 'sellSite']);
  const byHand = (4e6 * 0.95) / 1.21 ** (1 / 12);
  expect(changes.steps.map(({ step }) => step)).toEqual(['siteSaleUsdPerMw']);
  expect(changes.steps[0]?.best.explainsUsdPerGridMw).toBeCloseTo(byHand, 2);
  expect(changes.best.changeUsdPerGridMw).toBeCloseTo(byHand, 2);
});

test('the same evidence has no change', () => {
  const changes = changesOf(evidenceForTest(), evidenceForTest());
  expect(isUnchanged(changes)).toBe(true);
  expect(changes).toMatchObject({ steps: [], inputs: [], advantage: { changeUsdPerGridMw: 0 } });
});

const moved = fc.record(
  {
    rentYear1UsdPerKwMonth: fc.double({ min: 60, max: 250, noNaN: true }),
    btcPriceUsd: fc.double({ min: 2e4, max: 4e5, noNaN: true }),
    gridPowerMw: fc.double({ min: 10, max: 900, noNaN: true }),
    buildMonths: fc.integer({ min: 6, max: 40 }),
    horizonMonths: fc.integer({ min: 60, max: 150 }),
    miningPowerPriceUsdPerMwh: fc.double({ min: 20, max: 90, noNaN: true }),
  },
  { requiredKeys: [] },
);

test('R5.19 the steps sum to the whole change, whatever moves', () => {
  const property = fc.property(
    moved,
    moved,
    fc.constantFrom('2026-11', '2027-02'),
    (before, after, month) => {
      const now = { ...withOwn(after), valuationMonth: month };
      const changes = changesOf(withOwn(before), now);
      for (const [of, total] of [
        ['advantage', changes.advantage.changeUsdPerGridMw],
        ['best', changes.best.changeUsdPerGridMw],
      ] as const) {
        const parts = changes.steps.map((step) => step[of].explainsUsdPerGridMw ?? NaN);
        const size = parts.reduce((sum, part) => sum + Math.abs(part), 0);
        const sum = parts.reduce((all, part) => all + part, 0);
        expect(Math.abs(sum - (total ?? NaN))).toBeLessThanOrEqual(1e-9 * Math.max(size, 1));
      }
    },
  );
  fc.assert(property, { numRuns: 15, seed: 1 });
});

test('R5.19 where inputs work together, the effects alone do not sum to the change and the later one has the rest', () => {
  const changes = changesOf(
    withOwn({ rentYear1UsdPerKwMonth: 120, grossToItRatio: 1.3 }),
    withOwn({ rentYear1UsdPerKwMonth: 160, grossToItRatio: 1.2 }),
  );
  const [ratio, rent] = changes.steps;
  expect([ratio?.step, rent?.step]).toEqual(['grossToItRatio', 'rentYear1UsdPerKwMonth']);
  expect(changes.advantage.togetherUsdPerGridMw).toBeGreaterThan(0);
  expect((ratio?.advantage.share ?? 0) + (rent?.advantage.share ?? 0)).toBeCloseTo(1, 9);
  expect(ratio?.advantage.explainsUsdPerGridMw).toBe(ratio?.advantage.aloneUsdPerGridMw);
  expect(rent?.advantage.explainsUsdPerGridMw).toBeGreaterThan(rent?.advantage.aloneUsdPerGridMw ?? Infinity);
});

test('R5.19 the valuation month is the first step, the model the last: stored against computed again', () => {
  const before = evidenceForTest();
  const after = { ...withOwn({ buildMonths: 30 }), valuationMonth: '2027-01' };
  const stored = outcomeOf(siteFigures(before));
  const older = {
    ...stored,
    engineVersion: '0.9.0',
    strategies: stored.strategies.map((one) =>
      one.kind === 'keepMining' && one.npvUsdPerGridMw !== null
        ? { ...one, npvUsdPerGridMw: one.npvUsdPerGridMw + 1000 }
        : one,
    ),
  };
  const changes = siteChanges({ before, after, frozen: older });
  expect(changes.steps.map(({ step }) => step)).toEqual(['valuationDates', 'buildMonths', 'model']);
  expect(changes.steps.at(-1)?.advantage.explainsUsdPerGridMw).toBeCloseTo(1000, 6);
  expect(changes.before.engineVersion).toBe('0.9.0');
  expect(changes.after.engineVersion).toBe(engineVersion);
});

const chosen = { enteredBy: 'A. Nalyst', enteredAt: '2026-11-25T09:00:00Z' };
const table = { rule: 'table', points: [{ month: '2030-01', hashrateEhS: 4_000 }], ...chosen } as const;

test('R2.5a, R5.19 another rule of the hash rate is a step between dates and inputs, and the steps sum to the change', () => {
  const before = evidenceForTest();
  const after = { ...withOwn({ buildMonths: 30 }), valuationMonth: '2027-01', difficulty: table };
  const changes = changesOf(before, after);
  expect(changes.difficulty).toEqual({
    before: null,
    after: { rule: 'table', points: table.points },
  });
  expect(changes.steps.map(({ step }) => step)).toEqual(['valuationDates', 'difficulty', 'buildMonths']);
  // The way ends where the new result stands: what the steps explain is all of it, and the shares are of it.
  for (const of of ['advantage', 'best'] as const) {
    const sum = changes.steps.reduce((all, step) => all + (step[of].explainsUsdPerGridMw ?? NaN), 0);
    const { changeUsdPerGridMw: change } = changes[of];
    expect(change).not.toBe(0);
    expect(changes.before[`${of}UsdPerGridMw`] ?? NaN).toBeCloseTo(
      (changes.after[`${of}UsdPerGridMw`] ?? NaN) - sum,
      4,
    );
    expect(changes.steps.reduce((all, step) => all + (step[of].share ?? NaN), 0)).toBeCloseTo(1, 9);
  }
});

test('R5.19 a choice of the hash rate alone explains the whole change, and dates leave it in place', () => {
  const before = evidenceForTest();
  const alone = changesOf(before, { ...before, difficulty: table });
  expect(isUnchanged(alone)).toBe(false);
  expect(explainedBy(alone)).toEqual([['difficulty', alone.advantage.changeUsdPerGridMw]]);
  const taken = changesOf({ ...before, difficulty: table }, before);
  expect(taken.advantage.changeUsdPerGridMw).toBe(-(alone.advantage.changeUsdPerGridMw ?? NaN));
  const later = changesOf(
    { ...before, difficulty: table },
    { ...before, valuationMonth: '2027-01', difficulty: table },
  );
  expect(explainedBy(later)).toEqual([['valuationDates', later.advantage.changeUsdPerGridMw]]);
});

test('R5.19a the same rule chosen by another on another day is no change', () => {
  const before = { ...evidenceForTest(), difficulty: table };
  const after = {
    ...before,
    difficulty: { ...table, enteredBy: 'B. Nalyst', enteredAt: '2026-11-26T09:00:00Z' },
  };
  expect(isUnchanged(changesOf(before, after))).toBe(true);
});

test('R5.19b a missing input is named and nothing is split', () => {
  const before = { ...evidenceForTest(), facts: evidenceForTest().facts.slice(1) };
  const changes = changesOf(before, evidenceForTest());
  expect(changes.before.missing).toContain('gridPowerMw');
  expect(changes).toMatchObject({
    advantage: { changeUsdPerGridMw: null, togetherUsdPerGridMw: null },
    best: { changeUsdPerGridMw: null },
  });
  expect(explainedBy(changes).every(([, explains]) => explains === null)).toBe(true);
  expect(changes.inputs.map(({ key }) => key)).toContain('gridPowerMw');
});

test('R5.19b an assumption that came with the model is in its step, and the rest is still split', () => {
  const whole = evidenceForTest();
  const before = { ...whole, presets: whole.presets.filter(({ key }) => key !== 'tenantLoadFactor') };
  const frozen = { ...outcomeOf(siteFigures(whole)), engineVersion: '0.9.0' };
  const changes = siteChanges({ before, after: withOwn({ buildMonths: 30 }), frozen });
  expect(changes.steps.map(({ step }) => step)).toEqual(['buildMonths', 'model']);
  expect(changes.steps[0]?.advantage.explainsUsdPerGridMw).toBe(changes.advantage.changeUsdPerGridMw);
  expect(changes.inputs.map(({ key }) => key)).toContain('tenantLoadFactor');
});

test('R5.19a another source alone is a change, but no step; contracts and plans are named', () => {
  const before = evidenceForTest();
  const contract = {
    id: 'k1',
    service: 'gpu cloud',
    counterparty: 'Tenant',
    signedDate: null,
    itLoadMw: null,
    termYears: null,
    totalContractValueUsd: null,
    source: null,
    sourceUrl: null,
    confidence: null,
  } as const;
  const facts = before.facts.map((one) => ({ ...one, source: `${one.field}, corrected` }));
  const changes = changesOf(before, { ...before, facts, contracts: [contract] });
  expect(changes.inputs.map(({ key, changed }) => [key, changed])).toContainEqual([
    'gridPowerMw',
    ['source'],
  ]);
  expect(changes.steps).toEqual([]);
  expect(changes.contracts).toEqual({ came: ['Tenant'], gone: [], changed: [] });
  expect(isUnchanged(changes)).toBe(false);
});

test('R5.19a an input counts as changed everywhere only where every site has it', () => {
  const one = changesOf(evidenceForTest(), withOwn({ buildMonths: 30, slipMonths: 3 }));
  const other = changesOf(evidenceForTest(), withOwn({ buildMonths: 20 }));
  expect(inputsChangedEverywhere([one, other])).toEqual(['buildMonths']);
  expect(inputsChangedEverywhere([one])).toEqual([]);
});
