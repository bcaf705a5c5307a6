import { integerPower } from '../numeric/elementary.ts';
import { factorOver, type FactorOver } from './factorOver.ts';

/** R1.4 Values by month, then constant growth from the last one. */
export interface Path {
  readonly values: readonly number[];
  readonly growthPerYear: number;
}

/**
 * R1.4 Value of a path in one month, the mean of that month.
 *   x(m) = values[m] for m < n, else values[n−1] · (1+g)^((m−n+1)/12)
 * @param month m, at least 0
 * @param factor where growth factors may be looked up
 * @example pathAt({ values: [100], growthPerYear: 0.21 }, 6) // → 110
 */
export function pathAt(path: Path, month: number, factor: FactorOver = factorOver): number {
  const count = path.values.length;
  if (month < count) return path.values[month] ?? NaN;
  const last = path.values[count - 1] ?? NaN;
  return path.growthPerYear === 0 ? last : last * factor(1 + path.growthPerYear, month - count + 1);
}

/**
 * R1.4 Values of a path in months 0 … monthCount − 1.
 * @example pathSeries({ values: [100, 90], growthPerYear: 0 }, 4) // → [100, 90, 90, 90]
 */
export function pathSeries(path: Path, monthCount: number): Float64Array {
  const series = new Float64Array(monthCount);
  for (let month = 0; month < monthCount; month += 1) series[month] = pathAt(path, month);
  return series;
}

/**
 * R7.3d Value of a month where a scenario gives one for every month from 0 on; the last holds.
 * @param values by month; absent: the one value holds
 * @example valueInMonth([1, 2], 5, 9) // → 2
 */
export function valueInMonth(
  values: readonly number[] | null | undefined,
  month: number,
  otherwise: number,
): number {
  if (!values || month < 0) return otherwise;
  return values[Math.min(month, values.length - 1)] ?? otherwise;
}

/**
 * R1.5 Factor of an escalator that moves once a year: (1+g)^floor(k/12).
 * @param growthPerYear g
 * @param completedMonths k, completed months since the stated start, at least 0
 * @example stepFactor(0.5, 24) // → 2.25
 */
export function stepFactor(growthPerYear: number, completedMonths: number): number {
  return integerPower(1 + growthPerYear, Math.floor(completedMonths / 12));
}
