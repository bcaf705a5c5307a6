import type { SiteEvidence } from '../analysis/evidence.ts';
import type { PlanRef } from '../analysis/planFlows.ts';
import type { Alliance } from '../strategy/siteCaseInput.ts';
import type { FlowMetrics } from '../strategy/siteCaseResult.ts';
import type { Line } from '../strategy/lineSheet.ts';
import { minerSeries } from './allianceFlow.ts';
import { blocksOf } from './blockLines.ts';
import { lineInPeriod, sumInPeriod, type Period } from './periods.ts';
import type { Calculation } from './calculation.ts';
import { explainedPlan, type ExplainedCase, type TriedInput } from './explainedCase.ts';
import type { FigureKey } from './figureKeys.ts';
import { financeFigure, flexiblePower } from './financeFigures.ts';
import { figure, flowFigure, npvFigure } from './flowFigures.ts';
import { netFlow, type Series } from './flows.ts';
import { leaf, rateOf } from './leaves.ts';
import { levelisedFigure } from './levelisedCost.ts';
import { siteLeaf } from './power.ts';
import { blockFigure, npvOfSite } from './siteFigures.ts';
import type { InputKey } from '../analysis/inputTable.ts';

/** What a plan is judged by (R5.16): the site's flow, in an alliance the miner's. */
export interface Judged {
  readonly series: Series;
  readonly metrics: FlowMetrics;
  readonly isShared: boolean;
}

export function judgedOf(of: ExplainedCase): Judged | undefined {
  const miner = minerSeries(of);
  const { allianceMiner, unleveredPreTax } = of.site.metrics;
  if (!miner) return { series: netFlow(of), metrics: unleveredPreTax, isShared: false };
  if (!allianceMiner || !('npvUsd' in allianceMiner)) return undefined;
  return { series: miner, metrics: allianceMiner, isShared: true };
}

/** R5.10 The rate of the case: of a strategy its own, of an own plan that of its largest block. */
export function caseRate(of: ExplainedCase): Calculation {
  const rates: Readonly<Partial<Record<string, InputKey>>> = {
    keepMining: 'discountRateMining',
    refresh: 'discountRateMining',
    redeploy: 'discountRateMining',
    sellSite: 'discountRateMining',
    gpuCloud: 'discountRateGpuCloud',
  };
  const value = of.input.discountRatePerYear ?? 0;
  const plan = of.sources?.plan;
  const ownBlocks = of.sources?.ownPlan?.blocks;
  if (ownBlocks) {
    const largest = ownBlocks.toSorted((a, b) => b.gridMw - a.gridMw)[0];
    const scope = blocksOf(of)[ownBlocks.findIndex((block) => block === largest)];
    if (scope) return rateOf(scope);
  }
  const key = plan?.kind === 'strategy' ? (rates[plan.strategy] ?? 'discountRateColocation') : undefined;
  return siteLeaf(of, 'discountRate', value, key);
}

/** The calculation of a figure of a computed case; undefined for a figure that the case does not have. */
export function figureCalculation(of: ExplainedCase, key: FigureKey): Calculation | undefined {
  const judged = judgedOf(of);
  if (!judged) return undefined;
  const { series, metrics, isShared } = judged;
  const rate = isShared
    ? siteLeaf(
        of,
        'discountRate',
        (of.input.alliance as Alliance).minerDiscountRatePerYear,
        'discountRateColocation',
      )
    : caseRate(of);
  const npv = isShared ? npvFigure(of, 'npvUsd', metrics.npvUsd, series, rate) : npvOfSite(of);
  if (key === 'npvUsd') return npv;
  if (key === 'flexibleMw') return flexibleFigure(of);
  return (
    flowFigure(of, key, metrics, series, rate) ??
    blockFigure(of, key, npv, isShared) ??
    levelisedFigure(of, key) ??
    financeFigure(of, key, caseRate(of))
  );
}

/** R5.2e Of an own plan: its mining that runs in the month in which the last hall begins to bill. */
function flexibleFigure(of: ExplainedCase): Calculation | undefined {
  if (!of.sources?.ownPlan) return undefined;
  const scopes = blocksOf(of);
  const starts = scopes.map(({ evaluated }) => evaluated.ai?.dates.billingStart ?? 0);
  const lastBilling = Math.max(0, ...starts);
  const parts = scopes.flatMap((scope) => {
    const { block, endMonth } = scope.evaluated;
    if (block.kind !== 'mining') return [];
    const isRunning = block.fromMonth <= lastBilling && lastBilling < endMonth;
    return [{ powerMw: leaf(scope, 'powerMw'), isRunning }];
  });
  const value = parts.reduce((sum, { powerMw, isRunning }) => (isRunning ? sum + powerMw.value : sum), 0);
  return flexiblePower(value, parts);
}

/** What can be asked for its calculation: a figure of a plan, or a line or a sum of its cash flow in a period. */
export type CalculationSubject =
  | { readonly kind: 'figure'; readonly figure: FigureKey; readonly tried?: TriedInput }
  | { readonly kind: 'line'; readonly line: Line; readonly blockId: string; readonly period: Period }
  | { readonly kind: 'sum'; readonly sum: 'ebitda' | 'netFlow' | 'cumulativeFlow'; readonly period: Period };

/** R5.10 NPV of a plan less NPV of keep mining. */
function advantage(evidence: SiteEvidence, of: ExplainedCase): Calculation | undefined {
  const keep = explainedPlan(evidence, { kind: 'strategy', strategy: 'keepMining' });
  const [a, b] = [figureCalculation(of, 'npvUsd'), keep && figureCalculation(keep, 'npvUsd')];
  return a && b && figure('advantageUsd', a.value - b.value, 'A − B', () => ({ A: a, B: b }));
}

/**
 * R5.2a, R5.3 The calculation of a figure or a line of a plan of a site.
 * @returns undefined where the plan cannot be computed, or has no such figure
 */
export function planCalculation(
  evidence: SiteEvidence,
  plan: PlanRef,
  subject: CalculationSubject,
): Calculation | undefined {
  const of = explainedPlan(evidence, plan, subject.kind === 'figure' ? subject.tried : undefined);
  if (!of) return undefined;
  if (subject.kind === 'figure' && subject.figure === 'advantageUsd') return advantage(evidence, of);
  if (subject.kind === 'figure') return figureCalculation(of, subject.figure);
  return subject.kind === 'line' ? lineInPeriod(of, subject) : sumInPeriod(of, subject.sum, subject.period);
}
