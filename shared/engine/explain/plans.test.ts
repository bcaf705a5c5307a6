import { expect, test } from 'vitest';
import { siteFigures } from '../analysis/analyseSite.ts';
import { presentValueUsd } from '../analysis/comparePlans.ts';
import { explainedFields } from '../analysis/resultFields.ts';
import type { PlanRef } from '../analysis/planFlows.ts';
import { flowLines, memoLines, type Line } from '../strategy/lineSheet.ts';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { blocksOf, lineCalculation } from './blockLines.ts';
import { explainedPlan, type ExplainedCase } from './explainedCase.ts';
import type { FigureKey } from './figureKeys.ts';
import { leaf } from './leaves.ts';
import { figureCalculation } from './planCalculation.ts';
import { disagreements } from './testing/disagreements.ts';
import { ownPlansForTest, plansOf, withDistinctInputs } from './testing/plansForTest.ts';

const lines: readonly Line[] = [...flowLines, ...memoLines];
const evidence = withDistinctInputs({ ...evidenceForTest(), ownPlans: ownPlansForTest() });

const analysis = siteFigures(evidence);

/** What the screens show of every plan, by figure; null where there is none. */
const outcomes = new Map(
  [...analysis.strategies, ...(analysis.ownPlans ?? [])].map((outcome) => {
    const plan: PlanRef =
      'kind' in outcome ? { kind: 'strategy', strategy: outcome.kind } : { kind: 'own', id: outcome.id };
    const shown = outcome.computable
      ? {
          ...outcome.figures,
          ...('financing' in outcome
            ? { ...outcome.financing, ...outcome.financing?.covenant, flexibleMw: outcome.power.flexibleMw }
            : {}),
        }
      : {};
    return [JSON.stringify(plan), new Map<string, unknown>(Object.entries(shown))] as const;
  }),
);

function nameOf(plan: PlanRef): string {
  return plan.kind === 'own' ? plan.id : plan.strategy;
}

test.each(plansOf(evidence).map((plan) => ({ plan, name: nameOf(plan) })))(
  'R1.9 $name: every line follows from the inputs of the site by its equation',
  ({ plan }) => {
    const of = explainedPlan(evidence, plan);
    if (!of) throw new Error('not computable');
    const deep = new Set([-1, 0, 7, 30, 61, 100, of.calendar.horizonMonths - 1]);
    const found: string[] = [];
    for (const scope of blocksOf(of)) {
      for (const line of lines) {
        for (let month = -1; month < of.calendar.horizonMonths; month += 1)
          found.push(...disagreements(lineCalculation(scope, line, month), deep.has(month) ? 9 : 0));
      }
    }
    expect(found.slice(0, 5)).toEqual([]);
  },
);

const figures = Object.keys(explainedFields) as FigureKey[];

/** R5.14 A levelised cost as the engine has it, of the plan's only hall of its kind; the price by its definition. */
function hallFigure({ blocks }: ExplainedCase, key: FigureKey): number | null | undefined {
  const kind = key === 'lcocUsdPerKwMonth' ? 'colocation' : 'gpuCloud';
  const halls = blocks.filter(({ block }) => block.kind === kind);
  const [hall] = halls;
  if (!hall || halls.length > 1) return undefined;
  const { block, result, metrics } = hall;
  if (key === 'lcocUsdPerKwMonth' || key === 'lcocUsdPerGpuHour') return metrics[key];
  if (key !== 'levelisedPriceUsdPerGpuHour') return undefined;
  const present = (line: string): number =>
    presentValueUsd(
      { valuationUsd: 0, monthly: result.monthly[line] ?? [] },
      block.discountRatePerYear ?? NaN,
    );
  return present('gpuRevenueUsd') / present('billedGpuHours');
}

test.each(plansOf(evidence).map((plan) => ({ plan, name: nameOf(plan) })))(
  'R5.3 $name: every figure that is shown is what its equation gives, six levels down',
  ({ plan }) => {
    const of = explainedPlan(evidence, plan);
    if (!of) throw new Error('not computable');
    const shown = outcomes.get(JSON.stringify(plan));
    const found: string[] = [];
    for (const key of figures) {
      const calculation = figureCalculation(of, key);
      const listed = shown?.get(key) ?? hallFigure(of, key);
      const value = typeof listed === 'number' ? listed : undefined;
      if (!calculation && value === undefined) continue;
      if (!calculation || value === undefined || Math.abs(calculation.value - value) > 1e-9 * Math.abs(value))
        found.push(`${key}: shown ${value}, explained ${calculation?.value}`);
      if (calculation) found.push(...disagreements(calculation, 6));
    }
    expect(found.slice(0, 12)).toEqual([]);
  },
);

test('R1.9, R4.17 the backstop of an alliance comes from the input of the alliance', () => {
  const of = explainedPlan(evidence, { kind: 'strategy', strategy: 'alliance' });
  const [hall] = of ? blocksOf(of).filter(({ evaluated }) => evaluated.ai) : [];
  const month = hall?.evaluated.sheet.lines.get('backstopUsd')?.findIndex((usd) => usd > 0) ?? -1;
  if (!hall || month < 0) throw new Error('no backstop');
  const share = lineCalculation(hall, 'backstopUsd', month)
    .operands()
    .find(({ symbol }) => symbol === 'β')?.of;
  expect(share?.name).toEqual({ kind: 'input', key: 'allianceBackstopShare' });
  expect(share?.value).toBeGreaterThan(0.5);
});

test('R1.9 an input of another value than the one computed with is not where a number comes from', () => {
  const of = explainedPlan(evidence, { kind: 'strategy', strategy: 'colocation' });
  const inputs = new Map(of?.sources?.inputs);
  const pue = inputs.get('aiPue');
  if (!of?.sources || !pue?.value) throw new Error('not computable');
  inputs.set('aiPue', { ...pue, value: pue.value * 2 });
  const [hall] = blocksOf({ ...of, sources: { ...of.sources, inputs } }).filter(
    ({ evaluated }) => evaluated.ai,
  );
  const used = hall && leaf(hall, 'pue');
  expect(used).toMatchObject({ value: pue.value, name: { key: 'pue' }, origin: { kind: 'plan' } });
});

test('R1.2a, R4.25 an alliance that pays on the valuation date is explained from it on', () => {
  const paidAtOnce = ['buildMonths', 'slipMonths', 'monthsLeaseToBuildStart'];
  const ownValues = evidence.ownValues.map((own) =>
    paidAtOnce.includes(own.key) ? { ...own, value: 0 } : own,
  );
  const of = explainedPlan({ ...evidence, ownValues }, { kind: 'strategy', strategy: 'alliance' });
  expect(of?.site.alliance?.atValuation?.partnerUsd).toBeLessThan(0);
  if (!of) throw new Error('not computable');
  const found = figures.flatMap((key) => {
    const calculation = figureCalculation(of, key);
    return calculation ? disagreements(calculation, 7) : [];
  });
  expect(found.slice(0, 12)).toEqual([]);
});

const entered = { enteredBy: null, enteredAt: '2026-11-25T09:00:00Z' };

test.each([
  { name: 'constant', difficulty: { rule: 'constant' as const, ...entered } },
  {
    name: 'table',
    difficulty: {
      rule: 'table' as const,
      points: [
        { month: '2027-06', hashrateEhS: 1200 },
        { month: '2029-01', hashrateEhS: 900 },
      ],
      ...entered,
    },
  },
])('R2.5a $name: mining follows from the hash rate that the analyst chose', ({ difficulty }) => {
  const of = explainedPlan({ ...evidence, difficulty }, { kind: 'strategy', strategy: 'keepMining' });
  if (!of) throw new Error('not computable');
  const found: string[] = [];
  for (const scope of blocksOf(of))
    for (let month = 0; month < of.calendar.horizonMonths; month += 1)
      found.push(
        ...disagreements(lineCalculation(scope, 'miningRevenueUsd', month), month % 12 === 7 ? 12 : 8),
      );
  expect(found.slice(0, 5)).toEqual([]);
});
