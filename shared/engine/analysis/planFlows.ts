import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import { capitalLines, memoLines, operatingLines, type Line } from '../strategy/lineSheet.ts';
import type { ComputedBlock } from '../strategy/siteCaseResult.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import type { SiteEvidence } from './evidence.ts';
import { baseMarket } from './baseMarket.ts';
import { evaluatePlan, type EvaluatedPlan } from './evaluatePlan.ts';
import { evaluateOwnPlan } from './ownPlans/ownPlanOutcome.ts';
import { planFinancing, type PlanFinancing } from './ownPlans/planFinancing.ts';
import { judgedFlow } from './judgedFlow.ts';
import { rateOfBlock } from './rateOfBlock.ts';
import { resolveInputs, valuesOf } from './resolveInputs.ts';
import { plannedStrategies } from './sitePlans.ts';

export type LineGroup = 'operating' | 'capital' | 'memo';

/** A plan of a site: a strategy of R5.1 by its kind, or an own plan by its id. */
export type PlanRef =
  | { readonly kind: 'strategy'; readonly strategy: StrategyKind }
  | { readonly kind: 'own'; readonly id: string };

/** Whether two references name the same plan. */
export function isSamePlan(a: PlanRef, b: PlanRef): boolean {
  if (a.kind === 'strategy') return b.kind === 'strategy' && a.strategy === b.strategy;
  return b.kind === 'own' && a.id === b.id;
}

/** One line of one block, month by month. */
export interface PlanLine {
  readonly blockId: string;
  readonly line: Line;
  readonly group: LineGroup;
  /** Flow of the valuation date, before month 0; 0 for memo lines. */
  readonly valuationUsd: number;
  readonly monthly: readonly number[];
}

/** A plan taken apart: every line that is not zero throughout, and the sums an analyst checks them against. */
export interface PlanFlows {
  readonly plan: PlanRef;
  /** R5.2a Each block with the rate its flows are discounted at. */
  readonly blocks: readonly { readonly id: string; readonly ratePerYear: number }[];
  readonly months: readonly string[];
  readonly lines: readonly PlanLine[];
  readonly ebitdaUsd: readonly number[];
  readonly netUsd: readonly number[];
  readonly valuationUsd: number;
  /** R5.16 The flow and NPV by which the plan is judged: of the site, in an alliance the miner's. */
  readonly isShared: boolean;
  readonly judgedNetUsd: readonly number[];
  readonly judgedValuationUsd: number;
  readonly judgedNpvUsd: number;
  /** R5.8, R5.9 Of an own plan with loans or tax. */
  readonly financing: PlanFinancing | null;
}

const groups: readonly (readonly [LineGroup, readonly Line[]])[] = [
  ['operating', operatingLines],
  ['capital', capitalLines],
  ['memo', memoLines],
];

function linesOf(block: ComputedBlock, group: LineGroup, names: readonly Line[]): PlanLine[] {
  return names.flatMap((line) => {
    const monthly = block.monthly[line];
    const valuationUsd = block.atValuation[line] ?? 0;
    if (!monthly && valuationUsd === 0) return [];
    return [{ blockId: block.id, line, group, valuationUsd, monthly: monthly ?? [] }];
  });
}

function sumOf(lines: readonly PlanLine[], months: number): number[] {
  const sum = Array.from({ length: months }, () => 0);
  for (const { monthly } of lines)
    for (const [month, usd] of monthly.entries()) sum[month] = (sum[month] ?? 0) + usd;
  return sum;
}

/** R5.2a The cash flow of an evaluated plan by block and line; undefined where it cannot be computed. */
function flowsOf(evaluated: EvaluatedPlan, ref: PlanRef, cache: EvaluationCache): PlanFlows | undefined {
  const { plan, result } = evaluated;
  const isShared = ref.kind === 'strategy' && ref.strategy === 'alliance';
  const judged = judgedFlow(isShared, result);
  if (!result.site.computable || !judged) return undefined;
  const blocks = result.blocks.filter((block): block is ComputedBlock => block.computable);
  const lines = groups.flatMap(([group, names]) => blocks.flatMap((block) => linesOf(block, group, names)));
  const money = lines.filter(({ group }) => group !== 'memo');
  const count = result.months.length;
  return {
    plan: ref,
    blocks: blocks.map(({ id }) => ({ id, ratePerYear: rateOfBlock(plan, id) })),
    months: result.months,
    lines,
    ebitdaUsd: sumOf(
      lines.filter(({ group }) => group === 'operating'),
      count,
    ),
    netUsd: sumOf(money, count),
    valuationUsd: money.reduce((sum, { valuationUsd }) => sum + valuationUsd, 0),
    isShared,
    judgedNetUsd: judged.netUsd,
    judgedValuationUsd: judged.valuationUsd,
    judgedNpvUsd: judged.metrics.npvUsd,
    financing: ref.kind === 'own' ? planFinancing(evaluated, cache) : null,
  };
}

/**
 * R5.2a The cash flow of one plan of a site by block and line, as it enters its NPV.
 * @param evidence what the portfolio knows of the site
 * @param cache what evaluations of the same site share
 * @returns lines grouped as operating (their sum is EBITDA), capital and memo; undefined where the plan cannot be
 *   computed, or the site has no such plan
 */
export function planFlows(
  evidence: SiteEvidence,
  ref: PlanRef,
  cache: EvaluationCache = createEvaluationCache(),
): PlanFlows | undefined {
  const values = valuesOf(resolveInputs(evidence));
  const market = baseMarket(evidence, values);
  if (ref.kind === 'strategy')
    return flowsOf(evaluatePlan(ref.strategy, evidence, values, market, cache), ref, cache);
  const own = evidence.ownPlans?.find(({ id }) => id === ref.id);
  return own && flowsOf(evaluateOwnPlan(own, evidence, values, market, cache), ref, cache);
}

/** R5.1, R5.2c Every plan of a site: the strategies in their order, then the analyst's own. */
export function plansOfSite({ ownPlans = [] }: Pick<SiteEvidence, 'ownPlans'>): PlanRef[] {
  return [
    ...plannedStrategies.map((strategy): PlanRef => ({ kind: 'strategy', strategy })),
    ...ownPlans.map(({ id }): PlanRef => ({ kind: 'own', id })),
  ];
}
