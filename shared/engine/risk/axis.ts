/** R7.1c The values of an input along an axis. */
export interface AxisRange {
  readonly base: number;
  readonly low: number;
  readonly high: number;
  readonly isWhole: boolean;
}

/** The unit that values are rounded to, as a ratio of powers of ten: 0.37 → 1/10, 23 → 10, 13 → 1. */
function roundingOf(step: number): { readonly times: number; readonly by: number } {
  let [times, by] = [1, 1];
  while (step < 2 * (by / times) && times < 1e12) {
    if (by > 1) by /= 10;
    else times *= 10;
  }
  while (step >= 20 * (by / times) && by < 1e12) {
    if (times > 1) times /= 10;
    else by *= 10;
  }
  return { times, by };
}

/**
 * R7.1c So many values on equal steps of a range, at round numbers; the nearest to the value in force is that value.
 * @returns ascending, each once: fewer where the range has fewer whole values
 * @example axisValues({ base: 33.3, low: 10, high: 50, isWhole: false }, 5) // → [10, 20, 33.3, 40, 50]
 */
export function axisValues({ base, low, high, isWhole }: AxisRange, count: number): number[] {
  const step = (high - low) / (count - 1);
  const { times, by } = roundingOf(step);
  const rounded = (x: number): number =>
    isWhole ? Math.round(x) : (Math.round((x * times) / by) * by) / times;
  const raw = Array.from({ length: count }, (_, index) => rounded(low + step * index));
  const values = [...new Set(raw.map((x) => Math.min(high, Math.max(low, x))))];
  if (base < low || base > high) return values;
  let nearest = 0;
  for (const [index, value] of values.entries())
    if (Math.abs(value - base) < Math.abs((values[nearest] ?? Infinity) - base)) nearest = index;
  return values.map((value, index) => (index === nearest ? base : value));
}
