import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import { capitalLines, memoLines, operatingLines, type Line } from '../strategy/lineSheet.ts';
import type { ComputedBlock } from '../strategy/siteCaseResult.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import { baseMarket } from './baseMarket.ts';
import type { SiteEvidence } from './evidence.ts';
import { evaluatePlan } from './evaluatePlan.ts';
import { resolveInputs, valuesOf } from './resolveInputs.ts';

export type LineGroup = 'operating' | 'capital' | 'memo';

/** One line of one block, month by month. */
export interface PlanLine {
  readonly blockId: string;
  readonly line: Line;
  readonly group: LineGroup;
  /** Flow of the valuation date, before month 0; 0 for memo lines. */
  readonly valuationUsd: number;
  readonly monthly: readonly number[];
}

/** A strategy taken apart: every line that is not zero throughout, and the sums an analyst checks them against. */
export interface PlanFlows {
  readonly strategy: StrategyKind;
  /** R5.2a Each block with the rate its flows are discounted at. */
  readonly blocks: readonly { readonly id: string; readonly ratePerYear: number }[];
  readonly months: readonly string[];
  readonly lines: readonly PlanLine[];
  readonly ebitdaUsd: readonly number[];
  readonly netUsd: readonly number[];
  readonly valuationUsd: number;
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

/** R5.10 A block's own rate, else the plan's. */
function rateOf(plan: SiteCaseInput, id: string): number {
  const block = plan.blocks?.find((candidate) => candidate?.id === id);
  return block?.discountRatePerYear ?? plan.discountRatePerYear ?? NaN;
}

/**
 * R5.2a The cash flow of one strategy of a site by block and line, as it enters its NPV.
 * @param evidence what the portfolio knows of the site
 * @param cache what evaluations of the same site share
 * @returns lines grouped as operating (their sum is EBITDA), capital and memo; undefined where the plan cannot be
 *   computed
 */
export function planFlows(
  evidence: SiteEvidence,
  strategy: StrategyKind,
  cache: EvaluationCache = createEvaluationCache(),
): PlanFlows | undefined {
  const values = valuesOf(resolveInputs(evidence));
  const market = baseMarket(evidence, values);
  const { plan, result } = evaluatePlan(strategy, evidence, values, market, cache);
  if (!result.site.computable) return undefined;
  const blocks = result.blocks.filter((block): block is ComputedBlock => block.computable);
  const lines = groups.flatMap(([group, names]) => blocks.flatMap((block) => linesOf(block, group, names)));
  const money = lines.filter(({ group }) => group !== 'memo');
  const count = result.months.length;
  return {
    strategy,
    blocks: blocks.map(({ id }) => ({ id, ratePerYear: rateOf(plan, id) })),
    months: result.months,
    lines,
    ebitdaUsd: sumOf(
      lines.filter(({ group }) => group === 'operating'),
      count,
    ),
    netUsd: sumOf(money, count),
    valuationUsd: money.reduce((sum, { valuationUsd }) => sum + valuationUsd, 0),
  };
}
