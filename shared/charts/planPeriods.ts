import { summedMemoLines } from '../engine/strategy/lineRules.ts';
import type { PlanFlows, PlanLine } from '../engine/analysis/planFlows.ts';

/** Months shown as one point of a chart: quarters keep 15 years readable, and sums stay sums. */
export const monthsPerPoint = 3;

/** Months put together for a table: calendar years, or each month by itself. */
export interface Periods {
  readonly labels: readonly string[];
  /** Period of each month. */
  readonly of: readonly number[];
}

export function periodsOf(months: readonly string[], isYearly: boolean): Periods {
  const labels: string[] = [];
  const of = months.map((month) => {
    const label = isYearly ? month.slice(0, 'YYYY'.length) : month;
    if (labels.at(-1) !== label) labels.push(label);
    return labels.length - 1;
  });
  return { labels, of };
}

/** Sums by period. */
export function sumsBy({ labels, of }: Periods, monthly: readonly number[]): number[] {
  const sums = labels.map(() => 0);
  for (const [month, value] of monthly.entries()) {
    const period = of[month];
    if (period !== undefined) sums[period] = (sums[period] ?? 0) + value;
  }
  return sums;
}

/** A line by period: money and amounts are summed, prices and loads averaged over its months. */
export function lineBy(periods: Periods, { group, line, monthly }: PlanLine): number[] {
  const sums = sumsBy(periods, monthly);
  if (group !== 'memo' || summedMemoLines.includes(line)) return sums;
  const counts = sumsBy(
    periods,
    periods.of.map(() => 1),
  );
  return sums.map((sum, period) => sum / (counts[period] ?? 1));
}

/** The running sum of the net flow, from the valuation date on. */
export function cumulative(flows: Pick<PlanFlows, 'netUsd' | 'valuationUsd'>, periods: Periods): number[] {
  let sum = flows.valuationUsd;
  return sumsBy(periods, flows.netUsd).map((usd) => {
    sum += usd;
    return sum;
  });
}
