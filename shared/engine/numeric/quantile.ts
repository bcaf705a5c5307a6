/**
 * R7.2 Quantile of a sorted list, linear between order statistics ("type 7"): h = (n−1)·p.
 * @param sorted ascending, at least one value
 * @param shareBelow p, 0 … 1
 * @example quantileOfSorted([1, 2, 3, 4, 5], 0.25) // → 2
 */
export function quantileOfSorted(sorted: ArrayLike<number>, shareBelow: number): number {
  const position = (sorted.length - 1) * shareBelow;
  const index = Math.min(Math.floor(position), Math.max(0, sorted.length - 2));
  const low = sorted[index] ?? NaN;
  const high = sorted[index + 1] ?? low;
  return low + (high - low) * (position - index);
}
