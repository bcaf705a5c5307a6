import { integerPower, pow } from '../numeric/elementary.ts';
import { polynomialCurve, signChanges } from '../numeric/polynomial.ts';
import { rootsWithin } from '../numeric/roots.ts';

/** R5.11 Internal rates of return of monthly flows. */
export interface InternalRates {
  /** All of them between −95 % and 1000 % a year, ascending. */
  readonly allPerYear: readonly number[];
  /** The one that may be shown: the only one, and NPV falls through it; else null. */
  readonly perYear: number | null;
}

const lowestRatePerYear = -0.95;
const highestRatePerYear = 10;
const lowestMonthlyDiscount = pow(1 + highestRatePerYear, -1 / 12);
const highestMonthlyDiscount = pow(1 + lowestRatePerYear, -1 / 12);

/**
 * R5.11 All real roots of the monthly polynomial Σ cf[i]·x^i, x = 1/(1+i_m), as annual rates x^−12 − 1.
 * Found by `rootsWithin`, which misses none that differ by more than rounding; by Descartes' rule flows
 * that never change their sign have none.
 * @param flowsUsd cf[0] on the valuation date, cf[i] at the end of month i−1
 * @throws RangeError where the flows are too many or too unequal for the search to stay finite
 * @example internalRates([-100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 121]) // → { allPerYear: [0.21], perYear: 0.21 }
 */
export function internalRates(flowsUsd: ArrayLike<number>): InternalRates {
  if (signChanges(flowsUsd) === 0) return { allPerYear: [], perYear: null };
  const roots = rootsWithin(
    polynomialCurve(trimmed(flowsUsd)),
    lowestMonthlyDiscount,
    highestMonthlyDiscount,
  );
  const allPerYear = roots.map(({ x }) => 1 / integerPower(x, 12) - 1).toReversed();
  const [only] = roots;
  const isOnly = roots.length === 1 && only?.direction === 1;
  return { allPerYear, perYear: isOnly ? (allPerYear[0] ?? null) : null };
}

/** An unremarkable point at which the search changes from discount factors to growth factors. */
const split = 0.7548776662466927;

/**
 * R5.3 All real rates above −1 at which the NPV of flows in equal periods is zero, ascending. Discount
 * factors up to the split are searched in the polynomial itself, larger ones as growth factors in the
 * reversed polynomial, so that both ranges are finite.
 * @param flows the first at time 0
 * @throws RangeError where the flows are too many or too unequal for the search to stay finite
 * @example periodicIrrs([-100, 230, -132]) // → [0.1, 0.2]
 */
export function periodicIrrs(flows: ArrayLike<number>): number[] {
  if (signChanges(flows) === 0) return [];
  const coefficients = trimmed(flows);
  const byDiscount = rootsWithin(polynomialCurve(coefficients), 0, split).map(({ x }) => 1 / x - 1);
  const byGrowth = rootsWithin(polynomialCurve(coefficients.toReversed()), 0, 1 / split).map(
    ({ x }) => x - 1,
  );
  return [...byGrowth, ...byDiscount.toReversed()];
}

/**
 * The flows in units of the largest, which keeps the powers of the search finite, and without zeros before
 * the first and after the last flow. The roots above 0 stay the same.
 */
function trimmed(flows: ArrayLike<number>): number[] {
  let largest = 0;
  let first = flows.length;
  let last = -1;
  for (let index = 0; index < flows.length; index += 1) {
    const size = Math.abs(flows[index] ?? 0);
    if (size === 0) continue;
    largest = Math.max(largest, size);
    first = Math.min(first, index);
    last = index;
  }
  const scaled: number[] = [];
  for (let index = first; index <= last; index += 1) scaled.push((flows[index] ?? 0) / largest);
  return scaled;
}
