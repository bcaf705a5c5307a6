import { discountFactors, type Discounting } from '../time/discount.ts';

/**
 * R5.12 Periods until the cumulative flow first turns ≥ 0 after having been negative, linear inside that
 * period.
 * @param flows flow i at the end of period i, the first at time 0
 * @returns 0 where the sum is never negative, null where it never comes back or nothing flows at all
 * @example paybackPeriods([-1000, 2500]) // → 0.4
 */
export function paybackPeriods(flows: ArrayLike<number>): number | null {
  let cumulative = 0;
  let wasNegative = false;
  let everFlows = false;
  for (let index = 0; index < flows.length; index += 1) {
    const flow = flows[index] ?? 0;
    const before = cumulative;
    cumulative += flow;
    if (flow !== 0) everFlows = true;
    if (wasNegative && cumulative >= 0) return index - 1 + -before / flow;
    if (cumulative < 0) wasNegative = true;
  }
  return wasNegative || !everFlows ? null : 0;
}

/**
 * R5.12 Flows times the discount factors of an annual rate, for the discounted payback.
 * @example discountedFlows(0.21, [0, 0, 0, 0, 0, 0, 110])[6] // → 100
 */
export function discountedFlows(
  ratePerYear: number,
  flowsUsd: ArrayLike<number>,
  factorsOf: Discounting = discountFactors,
): Float64Array {
  return factorsOf(ratePerYear, flowsUsd.length).map((factor, index) => factor * (flowsUsd[index] ?? 0));
}

/**
 * R5.12 Σ positive months / Σ negative months; null without a negative one.
 * @example multipleOnCapital([-100, 50, -100, 400]) // → 2.25
 */
export function multipleOnCapital(flowsUsd: ArrayLike<number>): number | null {
  let inflows = 0;
  let outflows = 0;
  for (let index = 0; index < flowsUsd.length; index += 1) {
    const flow = flowsUsd[index] ?? 0;
    if (flow > 0) inflows += flow;
    else outflows -= flow;
  }
  return outflows > 0 ? inflows / outflows : null;
}

/**
 * R5.12 Money that must be brought along: max(0, −lowest cumulative flow) [USD].
 * @example peakFundingUsd([-100, 50, -100, 400]) // → 150
 */
export function peakFundingUsd(flowsUsd: ArrayLike<number>): number {
  let cumulative = 0;
  let lowest = 0;
  for (let index = 0; index < flowsUsd.length; index += 1) {
    cumulative += flowsUsd[index] ?? 0;
    if (cumulative < lowest) lowest = cumulative;
  }
  return -lowest + 0;
}
