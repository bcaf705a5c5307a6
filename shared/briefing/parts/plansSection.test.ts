import { expect, test } from 'vitest';
import type { SiteEvidence } from '../../engine/analysis/evidence.ts';
import { planAdvantage } from '../../engine/analysis/planAdvantage.ts';
import { planCalculation } from '../../engine/explain/planCalculation.ts';
import { formatMillions } from '../../format/number.ts';
import { siteFigures } from '../../engine/analysis/analyseSite.ts';
import type { OwnPlan } from '../../engine/analysis/ownPlans/ownPlan.ts';
import { startingBlocks } from '../../engine/analysis/ownPlans/startingPoints.ts';
import { resolveInputs, valuesOf } from '../../engine/analysis/resolveInputs.ts';
import { evidenceForTest } from '../../engine/testing/evidenceForTest.ts';
import { BriefingBlock } from '../briefingContent.ts';
import { commonRateBlocks, hallsTable, ownPlanBlocks } from './plansSection.ts';

const evidence = evidenceForTest();

function planOf(change: Partial<OwnPlan> = {}): OwnPlan {
  const blocks = startingBlocks('hybrid', valuesOf(resolveInputs(evidence))) ?? [];
  const entered = { enteredBy: null, enteredAt: '2026-11-25' };
  return { id: 'p1', name: 'Half', blocks, loans: [], isTaxed: false, terms: [], ...entered, ...change };
}

function textOf(blocks: readonly BriefingBlock[]): string {
  for (const block of blocks) expect(BriefingBlock.safeParse(block).success).toBe(true);
  return JSON.stringify(blocks);
}

test('without own plans there is no table of them', () => {
  expect(ownPlanBlocks(siteFigures(evidence), evidence, 'en')).toEqual([]);
});

test('own plans stand on paper with blocks, dates and the inputs they replace', () => {
  const plan = planOf();
  const blocks = plan.blocks.map((block) =>
    block.use === 'colocation' ? { ...block, terms: [{ key: 'buildMonths', value: 18 }] } : block,
  );
  const plans = [{ ...plan, blocks }];
  const text = textOf(
    ownPlanBlocks(siteFigures({ ...evidence, ownPlans: plans }), { ...evidence, ownPlans: plans }, 'de'),
  );
  expect(text).toContain('Mining, heutige Maschinen');
  expect(text).toContain('Bauzeit 18\u00a0Monate');
  expect(text).toContain('bis zum Horizont');
  expect(text).not.toContain('nach Steuer ist der');
});

test('after tax the one rate is named', () => {
  const plans = [planOf({ isTaxed: true })];
  const text = textOf(
    ownPlanBlocks(siteFigures({ ...evidence, ownPlans: plans }), { ...evidence, ownPlans: plans }, 'en'),
  );
  expect(text).toContain('at one rate: Half 10.0\u00a0%');
});

test('a plan that lacks the site’s power names it and shows no number', () => {
  const plans = [planOf()];
  const facts = evidence.facts.filter(({ field }) => field !== 'energised_mw');
  const figures = siteFigures({ ...evidence, facts, ownPlans: plans });
  expect(textOf(ownPlanBlocks(figures, { ...evidence, ownPlans: plans }, 'en'))).toContain(
    'missing: Grid power',
  );
  expect(hallsTable(figures, 'en')).toEqual([]);
  expect(commonRateBlocks(figures, 'en')).toEqual([]);
});

test('a plan with dates that cannot be is said in words, and nothing is said to be missing', () => {
  const plan = planOf();
  const blocks = plan.blocks.map((block) => (block.use === 'colocation' ? { ...block, toMonth: 4 } : block));
  const plans = [{ ...plan, blocks }];
  const text = textOf(
    ownPlanBlocks(siteFigures({ ...evidence, ownPlans: plans }), { ...evidence, ownPlans: plans }, 'en'),
  );
  expect(text).toContain('Not computable. “');
  expect(text).toContain('is given up before its hall stands');
  expect(text).not.toMatch(/missing: |toMonth/);
});

test('both yields of every hall, and the verdict at one rate', () => {
  const figures = siteFigures(evidence);
  expect(textOf(hallsTable(figures, 'en'))).toContain('% term average');
  expect(textOf(commonRateBlocks(figures, 'en'))).toContain('At one rate of 12.0\u00a0%');
});

/** The row of the only plan: name, NPV, against keep mining, IRR, peak, after tax, equity IRR, lowest DSCR. */
function rowOf(of: SiteEvidence): (string | undefined)[] {
  const [table] = ownPlanBlocks(siteFigures(of), of, 'en');
  if (table?.type !== 'table') throw new Error('no table of plans');
  return table.rows[0]?.cells.slice(1).map(({ state, text }) => state ?? text) ?? [];
}

const sold = [
  { ...planOf().blocks[0], id: 'sale', use: 'siteSale', replaces: null, service: null, terms: [] },
];

test('what is unknown of a plan is missing; not applicable is only what it cannot have', () => {
  const facts = evidence.facts.filter(({ field }) => field !== 'energised_mw');
  const gaps = ['missing', 'missing', 'missing', 'missing'];
  expect(rowOf({ ...evidence, facts, ownPlans: [planOf()] })).toEqual([
    ...gaps,
    'notApplicable',
    'notApplicable',
    'notApplicable',
  ]);
  const taxed = rowOf({ ...evidence, facts, ownPlans: [planOf({ isTaxed: true })] });
  expect(taxed).toEqual([...gaps, 'missing', 'missing', 'notApplicable']);
});

test('keep mining that cannot be computed is missing; where AI alone is hosted there is none', () => {
  const presets = evidence.presets.filter(({ key }) => key !== 'fleetEfficiencyJPerTh');
  const ownPlans = [planOf({ blocks: sold as OwnPlan['blocks'] })];
  const [npv, toKeep] = rowOf({ ...evidence, presets, ownPlans });
  expect(npv).toMatch(/\d/);
  expect(toKeep).toBe('missing');
  expect(rowOf({ ...evidence, presets, ownPlans, currentUse: 'ai' })[1]).toBe('notApplicable');
});

test('the advantage on paper is that of the calculation', () => {
  const of = { ...evidence, ownPlans: [planOf()] };
  const figures = siteFigures(of);
  const [outcome] = figures.ownPlans ?? [];
  const subject = { kind: 'figure', figure: 'advantageUsd' } as const;
  const calculated = planCalculation(of, { kind: 'own', id: 'p1' }, subject)?.value;
  expect(outcome && planAdvantage(outcome, figures, of)).toBe(calculated);
  expect(rowOf(of)[1]).toBe(formatMillions(calculated ?? Number.NaN, 'en'));
});
