import { discountFactors, type Discounting } from '../time/discount.ts';

/**
 * R5.10 Net present value in monthly steps: Σ cf[i]/(1+r)^(i/12).
 * @param ratePerYear r, annual effective, above −1
 * @param flowsUsd cf[0] falls on the valuation date, cf[i] at the end of month i−1 [USD]
 * @param factorsOf where discount factors may be looked up
 * @returns [USD]
 * @example npvUsd(0.21, [-100, 0, 0, 0, 0, 0, 132]) // → 20
 */
export function npvUsd(
  ratePerYear: number,
  flowsUsd: ArrayLike<number>,
  factorsOf: Discounting = discountFactors,
): number {
  const factors = factorsOf(ratePerYear, flowsUsd.length);
  let sum = 0;
  for (let index = 0; index < flowsUsd.length; index += 1)
    sum += (flowsUsd[index] ?? 0) * (factors[index] ?? 0);
  return sum;
}

/**
 * R5.3 Net present value of flows in equal periods, the first at time 0: Σ cf[i]/(1+r)^i.
 * @param ratePerPeriod r, above −1
 * @param flows in any unit
 * @example periodicNpv(0.1, [-100, 60, 60]) // → 500 / 121
 */
export function periodicNpv(ratePerPeriod: number, flows: ArrayLike<number>): number {
  let sum = 0;
  for (let index = flows.length - 1; index >= 0; index -= 1)
    sum = sum / (1 + ratePerPeriod) + (flows[index] ?? 0);
  return sum;
}
