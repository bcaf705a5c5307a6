import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import type { Line } from '../strategy/lineSheet.ts';
import { discountFactors } from '../time/discount.ts';
import type { SiteEvidence } from './evidence.ts';
import { planFlows, type PlanFlows, type LineGroup, type PlanLine, type PlanRef } from './planFlows.ts';

/**
 * What a line adds to the value of either plan. `partnerShare` is no line of the site: it is what an alliance leaves to
 * the partner, with the effect of the miner's own rate.
 */
export interface ComparedLine {
  readonly line: Line | 'partnerShare';
  readonly group: LineGroup;
  readonly aUsd: number;
  readonly bUsd: number;
}

/** R5.2d Plan A minus plan B. */
export interface PlanComparison {
  readonly a: PlanRef;
  readonly b: PlanRef;
  readonly npvAUsd: number;
  readonly npvBUsd: number;
  readonly months: readonly string[];
  /** Net flows by month, as the plans are judged (alliance: the miner's). */
  readonly netAUsd: readonly number[];
  readonly netBUsd: readonly number[];
  readonly valuationAUsd: number;
  readonly valuationBUsd: number;
  readonly lines: readonly ComparedLine[];
}

interface Side {
  readonly presentUsd: Map<Line, number>;
  readonly partnerUsd: number;
}

/** R5.10 Present value of one line at its block's rate; the valuation date is not discounted. */
export function presentValueUsd(
  { valuationUsd, monthly }: Pick<PlanLine, 'valuationUsd' | 'monthly'>,
  ratePerYear: number,
): number {
  const factors = discountFactors(ratePerYear, monthly.length + 1);
  return monthly.reduce((sum, usd, month) => sum + usd * (factors[month + 1] ?? 0), valuationUsd);
}

function sideOf(flows: PlanFlows): Side {
  const rates = new Map(flows.blocks.map(({ id, ratePerYear }) => [id, ratePerYear]));
  const presentUsd = new Map<Line, number>();
  let sumUsd = 0;
  for (const line of flows.lines) {
    if (line.group === 'memo') continue;
    const value = presentValueUsd(line, rates.get(line.blockId) ?? NaN);
    sumUsd += value;
    presentUsd.set(line.line, (presentUsd.get(line.line) ?? 0) + value);
  }
  return { presentUsd, partnerUsd: flows.isShared ? flows.judgedNpvUsd - sumUsd : 0 };
}

function comparedLines(a: PlanFlows, b: PlanFlows): ComparedLine[] {
  const [sideA, sideB] = [sideOf(a), sideOf(b)];
  const groupOf = new Map([...a.lines, ...b.lines].map(({ line, group }) => [line, group]));
  const lines = [...groupOf].flatMap(([line, group]) => {
    const [inA, inB] = [sideA.presentUsd.get(line), sideB.presentUsd.get(line)];
    return inA === undefined && inB === undefined ? [] : [{ line, group, aUsd: inA ?? 0, bUsd: inB ?? 0 }];
  });
  if (!a.isShared && !b.isShared) return lines;
  return [
    ...lines,
    { line: 'partnerShare', group: 'capital', aUsd: sideA.partnerUsd, bUsd: sideB.partnerUsd },
  ];
}

/**
 * R5.2d Two plans of a site as a difference: what each line adds to either NPV, each block at its own rate. The lines
 * sum to the NPVs, so their differences sum to the difference.
 * @returns undefined where one of them cannot be computed
 */
export function comparePlans(
  evidence: SiteEvidence,
  a: PlanRef,
  b: PlanRef,
  cache: EvaluationCache = createEvaluationCache(),
): PlanComparison | undefined {
  const [flowsA, flowsB] = [planFlows(evidence, a, cache), planFlows(evidence, b, cache)];
  if (!flowsA || !flowsB) return undefined;
  return {
    a,
    b,
    npvAUsd: flowsA.judgedNpvUsd,
    npvBUsd: flowsB.judgedNpvUsd,
    months: flowsA.months,
    netAUsd: flowsA.judgedNetUsd,
    netBUsd: flowsB.judgedNetUsd,
    valuationAUsd: flowsA.judgedValuationUsd,
    valuationBUsd: flowsB.judgedValuationUsd,
    lines: comparedLines(flowsA, flowsB),
  };
}
