import { monthlyRate } from '../time/discount.ts';
import { integerPower, pow } from '../numeric/elementary.ts';

/**
 * R5.12 Modified internal rate of return for each period of n = flows − 1:
 *   ((Σ inflows·(1+rei)^(n−i)) / (Σ outflows/(1+fin)^i))^(1/n) − 1
 * @param financeRate rate per period at which outflows are discounted
 * @param reinvestRate rate per period at which inflows are reinvested
 * @returns null without both an inflow and an outflow
 * @example periodicMirr([-100, 121], 0.1, 0.1) // → 0.21
 */
export function periodicMirr(
  flows: ArrayLike<number>,
  financeRate: number,
  reinvestRate: number,
): number | null {
  const growth = growthOfInflows(flows, financeRate, reinvestRate);
  return growth === null ? null : pow(growth, 1 / (flows.length - 1)) - 1;
}

/**
 * R5.12 The same for monthly flows and annual effective rates: the result is a year's.
 * @param flowsUsd cf[0] on the valuation date, cf[i] at the end of month i−1
 * @example mirrPerYear([-100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 121], 0.1, 0.1) // → 0.21
 */
export function mirrPerYear(
  flowsUsd: ArrayLike<number>,
  financeRatePerYear: number,
  reinvestRatePerYear: number,
): number | null {
  const growth = growthOfInflows(flowsUsd, monthlyRate(financeRatePerYear), monthlyRate(reinvestRatePerYear));
  return growth === null ? null : pow(growth, 12 / (flowsUsd.length - 1)) - 1;
}

function growthOfInflows(flows: ArrayLike<number>, financeRate: number, reinvestRate: number): number | null {
  const last = flows.length - 1;
  let inflows = 0;
  let outflows = 0;
  for (let index = 0; index <= last; index += 1) {
    const flow = flows[index] ?? 0;
    if (flow > 0) inflows += flow * integerPower(1 + reinvestRate, last - index);
    if (flow < 0) outflows -= flow / integerPower(1 + financeRate, index);
  }
  return inflows > 0 && outflows > 0 ? inflows / outflows : null;
}
