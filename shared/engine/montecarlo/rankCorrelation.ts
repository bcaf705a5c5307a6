/**
 * R7.2m Ranks from 1; equal values share the mean of theirs.
 * @example ranksOf(Float64Array.of(10, 30, 30, 20)) // → [1, 3.5, 3.5, 2]
 */
export function ranksOf(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  const meanRank = new Map<number, number>();
  for (let start = 0; start < sorted.length;) {
    const value = sorted[start] as number;
    let end = start;
    while (end < sorted.length && sorted[end] === value) end += 1;
    meanRank.set(value, (start + 1 + end) / 2);
    start = end;
  }
  return values.map((value) => meanRank.get(value) ?? NaN);
}

/**
 * R7.2m Spearman's rank correlation of two figures over the same draws.
 * @returns 0 where one of them does not vary
 * @example rankCorrelation(Float64Array.of(1, 2, 3), Float64Array.of(10, 100, 1000)) // → 1
 */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  return correlationOfRanks(ranksOf(a), ranksOf(b));
}

/** Pearson's correlation of ranks that are known already. */
export function correlationOfRanks(ranksA: Float64Array, ranksB: Float64Array): number {
  const mean = (ranksA.length + 1) / 2;
  let [product, squareA, squareB] = [0, 0, 0];
  for (let index = 0; index < ranksA.length; index += 1) {
    const [offA, offB] = [(ranksA[index] as number) - mean, (ranksB[index] as number) - mean];
    product += offA * offB;
    squareA += offA * offA;
    squareB += offB * offB;
  }
  return squareA > 0 && squareB > 0 ? product / Math.sqrt(squareA * squareB) : 0;
}
