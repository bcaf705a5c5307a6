import { expect, test } from 'vitest';
import { createEvaluationCache } from '../../strategy/evaluationCache.ts';
import { evaluatePlan } from '../evaluatePlan.ts';
import { baseMarket } from '../baseMarket.ts';
import { siteFigures } from '../analyseSite.ts';
import type { SiteEvidence } from '../evidence.ts';
import { planFlows } from '../planFlows.ts';
import { resolveInputs, valuesOf, type InputValues } from '../resolveInputs.ts';
import { strategyNpvUsd } from '../strategyFigures.ts';
import { evidenceForTest } from '../../testing/evidenceForTest.ts';
import { faultOfPlan, type OwnPlan, type OwnPlanBlock } from './ownPlan.ts';
import { ownPlanCase } from './ownPlanCase.ts';
import { evaluateOwnPlan } from './ownPlanOutcome.ts';
import { scaledBlocks, startingBlocks, startingPoints } from './startingPoints.ts';

function planOf(blocks: readonly OwnPlanBlock[], change: Partial<OwnPlan> = {}): OwnPlan {
  return {
    id: 'p1',
    name: 'Made up',
    blocks,
    loans: [],
    isTaxed: false,
    terms: [],
    enteredBy: null,
    enteredAt: '2026-11-25',
    ...change,
  };
}

function withPlans(...ownPlans: OwnPlan[]): SiteEvidence {
  return { ...evidenceForTest(), ownPlans };
}

function valuesFor(evidence: SiteEvidence): InputValues {
  return valuesOf(resolveInputs(evidence));
}

function colocated(change: Partial<OwnPlanBlock> = {}): OwnPlanBlock[] {
  const blocks = startingBlocks('colocation', valuesFor(evidenceForTest())) ?? [];
  return blocks.map((block) => (block.use === 'colocation' ? { ...block, ...change } : block));
}

function figuresOf(plan: OwnPlan) {
  const [outcome] = siteFigures(withPlans(plan)).ownPlans ?? [];
  if (!outcome?.computable) throw new Error(JSON.stringify(outcome));
  return outcome;
}

test.each(startingPoints)(
  'R5.2 an own plan that starts from %s is worth what the strategy is worth',
  (from) => {
    const evidence = withPlans(planOf([]));
    const values = valuesFor(evidence);
    const strategy = strategyNpvUsd(
      from,
      evaluatePlan(from, evidence, values, baseMarket(evidence, values), createEvaluationCache()).result,
    );
    const plan = planOf(startingBlocks(from, values) ?? []);
    const { site } = evaluateOwnPlan(plan, evidence, values, baseMarket(evidence, values)).result;
    if (!site.computable || strategy === undefined) throw new Error('not computable');
    const own = site.metrics.unleveredPreTax.npvUsd;
    expect(Math.abs(own - strategy)).toBeLessThan(1e-9 * Math.abs(strategy));
  },
);

test.each(startingPoints)('R5.2e a plan that starts from %s draws no more than the site has', (from) => {
  const values = valuesFor(withPlans(planOf([])));
  for (const siteHashrateEhS of [values.siteHashrateEhS ?? 0, 0]) {
    const blocks = startingBlocks(from, { ...values, siteHashrateEhS }) ?? [];
    expect(figuresOf(planOf(blocks)).power.overload).toBeNull();
  }
});

test('R5.2e what is sold is mined to the end of the month of its sale, and no longer', () => {
  const values = valuesFor(evidenceForTest());
  const [mined, sold] = startingBlocks('sellSite', values) ?? [];
  if (!mined || !sold) throw new Error('no plan');
  const later = planOf([{ ...mined, toMonth: sold.fromMonth + 2 }, sold]);
  expect(figuresOf(later).power.overload).toEqual({
    month: sold.fromMonth + 1,
    neededMw: 2 * sold.gridMw,
    availableMw: sold.gridMw,
  });
});

test('R4.10b a hall that ends before it stands is said in a finding, and nothing is missing', () => {
  const [outcome] = siteFigures(withPlans(planOf(colocated({ toMonth: 10 })))).ownPlans ?? [];
  expect(outcome).toMatchObject({ computable: false, missing: [] });
  expect(outcome?.findings).toContainEqual({
    code: 'endsUnbuilt',
    block: 'colocation',
    values: { energisationMonth: expect.any(Number) },
  });
});

test('R1.9 inputs of own plans are counted only where there is one', () => {
  const without = siteFigures(evidenceForTest());
  const withOne = siteFigures(withPlans(planOf([])));
  expect(without.inputs.some(({ group }) => group === 'ownPlans')).toBe(false);
  expect(without).not.toHaveProperty('ownPlans');
  expect(withOne.counts.preset).toBeGreaterThan(without.counts.preset);
});

test('R1.9 a term replaces the site’s input in its block only', () => {
  const base = figuresOf(planOf(colocated()));
  const rent = valuesFor(evidenceForTest()).rentYear1UsdPerKwMonth ?? 0;
  const dearer = figuresOf(
    planOf(colocated({ terms: [{ key: 'rentYear1UsdPerKwMonth', value: rent * 2 }] })),
  );
  expect(dearer.figures.npvUsd).toBeGreaterThan(base.figures.npvUsd);
  const same = figuresOf(planOf(colocated({ terms: [{ key: 'rentYear1UsdPerKwMonth', value: rent }] })));
  expect(same.figures.npvUsd).toBe(base.figures.npvUsd);
});

test('R4.14, R4.3a, R4.21 each service line gives its own lines', () => {
  const lines = (block: Partial<OwnPlanBlock>) => {
    const plan = planOf(colocated(block));
    const flows = planFlows(withPlans(plan), { kind: 'own', id: 'p1' });
    return new Set(flows?.lines.map(({ line }) => line));
  };
  expect(lines({ service: 'tripleNet' })).toContain('opexReimbursementUsd');
  expect(lines({ service: 'modifiedGross' })).not.toContain('opexReimbursementUsd');
  expect(lines({ service: 'gross' })).not.toContain('powerReimbursementUsd');
  expect(lines({ service: 'managedHosting' })).toContain('hostingFeeUsd');
  const cloud = { use: 'gpuCloud' } as const;
  expect(lines({ ...cloud, service: 'reserved' })).toContain('prepaymentReceivedUsd');
  expect(lines({ ...cloud, service: 'onDemand' })).not.toContain('prepaymentReceivedUsd');
});

test('R5.8, R5.9 loan and tax: figures of equity are there, and NPV before them stays', () => {
  const bare = figuresOf(planOf(colocated()));
  const financed = figuresOf(
    planOf(colocated(), {
      isTaxed: true,
      loans: [{ id: 'l1', blockId: 'colocation', repayment: 'sculpted', terms: [] }],
    }),
  );
  expect(bare.financing).toBeNull();
  expect(financed.figures.npvUsd).toBe(bare.figures.npvUsd);
  const { financing } = financed;
  expect(financing?.commitmentUsd).toBeGreaterThan(0);
  expect(financing?.equityIrrPerYear).not.toBeNull();
  expect(financing?.npvAfterTaxUsd).toBeLessThan(bare.figures.npvUsd);
  expect(financing?.minDscr).toBeGreaterThan(0);
});

test('R5.8, R5.8f what the hall can carry stands beside the loan; the covenant says when it is broken', () => {
  const sculpted = (loanToCost: number) =>
    figuresOf(
      planOf(colocated(), {
        loans: [
          {
            id: 'l1',
            blockId: 'colocation',
            repayment: 'sculpted',
            terms: [{ key: 'loanToCost', value: loanToCost }],
          },
        ],
      }),
    ).financing;
  const tooMuch = sculpted(0.85);
  const sound = sculpted(0.5);
  expect(tooMuch?.debtCapacityUsd).toBeLessThan(tooMuch?.commitmentUsd ?? 0);
  // Twelve months of service are needed before there is a trailing cover at all.
  expect(tooMuch?.covenant?.breachMonth).toBeGreaterThanOrEqual(11);
  expect(sound?.debtCapacityUsd).toBeGreaterThan(sound?.commitmentUsd ?? Infinity);
  expect(sound?.covenant).toEqual({ lockUpMonth: null, breachMonth: null });
});

test('R1.7 a plan without grid power of the site names it and gives no number', () => {
  const evidence = withPlans(planOf(colocated()));
  const facts = evidence.facts.filter(({ field }) => !/energised_mw|contracted_mw/.test(field));
  const [outcome] = siteFigures({ ...evidence, facts, ownValues: [] }).ownPlans ?? [];
  expect(outcome).toMatchObject({ computable: false });
  expect(outcome && 'missing' in outcome ? outcome.missing : []).toContain('gridPowerMw');
});

test('R5.2c a plan on a site of half the power has half of every power', () => {
  const blocks = colocated();
  const total = (of: readonly OwnPlanBlock[]) => of.reduce((sum, { gridMw }) => sum + gridMw, 0);
  expect(total(scaledBlocks(blocks, 100, 50))).toBeCloseTo(total(blocks) / 2, 9);
});

test('R5.2a a plan split in two parts by power is worth the whole', () => {
  const [mining, hall] = colocated();
  if (!mining || !hall) throw new Error('two blocks expected');
  const half = (block: OwnPlanBlock, id: string, replaces: string | null) => ({
    ...block,
    id,
    replaces,
    gridMw: block.gridMw / 2,
  });
  const split = planOf([
    half(mining, 'm1', null),
    half(mining, 'm2', null),
    half(hall, 'h1', 'm1'),
    half(hall, 'h2', 'm2'),
  ]);
  const whole = figuresOf(planOf([mining, hall])).figures.npvUsd;
  expect(Math.abs(figuresOf(split).figures.npvUsd - whole)).toBeLessThan(1e-9 * Math.abs(whole));
});

test('faults of a plan are named', () => {
  const [mining, hall] = colocated();
  if (!mining || !hall) throw new Error('two blocks expected');
  const faultOf = (blocks: readonly OwnPlanBlock[], loans: OwnPlan['loans'] = []) =>
    faultOfPlan({ blocks, loans });
  expect(faultOf([mining, hall])).toBeUndefined();
  expect(faultOf([mining, mining])).toBe('sameId');
  expect(faultOf([hall])).toBe('replacesNothing');
  expect(faultOf([mining, hall, { ...hall, id: 'h2' }])).toBe('replacedTwice');
  expect(faultOf([mining], [{ id: 'l', blockId: 'mining', repayment: 'annuity', terms: [] }])).toBe(
    'loanOnNothing',
  );
  expect(faultOf([{ ...mining, service: 'gross' }])).toBe('wrongService');
  expect(faultOf([mining, { ...hall, service: null }])).toBe('wrongService');
  expect(faultOf([{ ...mining, fromMonth: 5, toMonth: 5 }])).toBe('endsBeforeStart');
});

test('R5.5 a sale before mining ends is computed and found remarkable', () => {
  const values = valuesFor(evidenceForTest());
  const blocks = startingBlocks('sellSite', values) ?? [];
  const runsOn = blocks.map((block) => (block.use === 'mining' ? { ...block, toMonth: 100 } : block));
  expect(figuresOf(planOf(runsOn)).findings.map(({ code }) => code)).toContain('minedAfterSale');
  expect(ownPlanCase(planOf(blocks), evidenceForTest(), values, {}).blocks).toHaveLength(2);
});

test('R5.2e a hall beside mining needs more than the site has; one that replaces it does not', () => {
  expect(figuresOf(planOf(colocated())).power).toEqual({ overload: null, flexibleMw: 0 });
  const beside = figuresOf(planOf(colocated({ replaces: null })));
  const { energisationMonth } = beside.dates[1] ?? {};
  expect(beside.power.overload).toEqual({ month: energisationMonth, neededMw: 200, availableMw: 100 });
  expect(beside.power.flexibleMw).toBe(100);
});

test('R5.9 the rate after tax is that of the hall, however much mining stands beside it', () => {
  const values = valuesFor(withPlans(planOf([])));
  const hybrid = startingBlocks('hybrid', values) ?? [];
  expect(figuresOf(planOf(hybrid)).figures.discountRatePerYear).toBe(values.discountRateColocation);
  const mining = startingBlocks('keepMining', values) ?? [];
  expect(figuresOf(planOf(mining)).figures.discountRatePerYear).toBe(values.discountRateMining);
});
