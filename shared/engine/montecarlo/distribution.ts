import { quantileOfSorted } from '../numeric/quantile.ts';
import type { Distribution, Estimate, Histogram, Percentile } from './monteCarloResult.ts';

const exceededShares = [0.95, 0.9, 0.75, 0.5, 0.25, 0.1, 0.05] as const;
const tailShare = 0.05;
const classCount = 24;

/** Mean and standard deviation (n − 1), summed in the order of the values. */
export function momentsOf(values: Float64Array): { mean: number; sd: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return { mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 };
}

/**
 * R7.2l A share of draws with its standard error √(p(1 − p)/N).
 * @example shareOf(50, 100) // → { value: 0.5, standardError: 0.05 }
 */
export function shareOf(count: number, total: number): Estimate {
  const value = count / total;
  return { value, standardError: Math.sqrt((value * (1 - value)) / total) };
}

/**
 * R7.2j, R7.2l Quantile with its standard error (q(p + δ) − q(p − δ))/2, δ = √(p(1 − p)/N).
 * @param sorted ascending
 * @param shareBelow p
 */
export function quantileWithError(sorted: Float64Array, shareBelow: number): Estimate {
  const delta = Math.sqrt((shareBelow * (1 - shareBelow)) / sorted.length);
  const at = (share: number): number => quantileOfSorted(sorted, Math.min(1, Math.max(0, share)));
  return {
    value: quantileOfSorted(sorted, shareBelow),
    standardError: (at(shareBelow + delta) - at(shareBelow - delta)) / 2,
  };
}

/**
 * R7.2j, R7.2l CVaR: mean of the k = ⌈0.05·N⌉ lowest values; standard error sd of the tail/√k.
 * @param sorted ascending
 * @example conditionalValueAtRisk(Float64Array.of(-4, 0, 1, 2)).value // → -4
 */
export function conditionalValueAtRisk(sorted: Float64Array): Estimate {
  const count = Math.ceil(tailShare * sorted.length);
  const { mean, sd } = momentsOf(sorted.subarray(0, count));
  return { value: mean, standardError: sd / Math.sqrt(count) };
}

/** Steps of 1, 2 or 5 times a power of ten that give about as many classes as are wanted. */
function niceWidth(span: number): number {
  const rough = span / classCount;
  let power = 1;
  while (power > rough) power /= 10;
  while (power * 10 <= rough) power *= 10;
  const factor = [1, 2, 5, 10].find((step) => step * power >= rough) ?? 10;
  return factor * power;
}

/**
 * R7.2j Histogram between the quantiles 1 % and 99 %, on classes of a round width of which one begins at 0; what lies
 * beyond stands in the first and last class.
 * @param sorted ascending
 */
export function histogramOf(sorted: Float64Array): Histogram {
  const [low, high] = [quantileOfSorted(sorted, 0.01), quantileOfSorted(sorted, 0.99)];
  if (!(high > low)) return { from: low, width: 1, counts: [sorted.length] };
  const width = niceWidth(high - low);
  const first = Math.floor(low / width);
  const last = Math.floor(high / width);
  const counts = Array.from({ length: last - first + 1 }, () => 0);
  for (const value of sorted) {
    const at = Math.min(last, Math.max(first, Math.floor(value / width))) - first;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { from: first * width, width, counts };
}

/** R7.2j Everything said of the values of one figure. */
export function distributionOf(values: Float64Array): Distribution {
  const sorted = values.toSorted();
  const { mean, sd } = momentsOf(values);
  const percentiles = exceededShares.map((exceededWith): Percentile => {
    // 1 − 0.9 is not 0.1; the shares below are written as they are meant.
    const shareBelow = Math.round((1 - exceededWith) * 100) / 100;
    return { exceededWith, ...quantileWithError(sorted, shareBelow) };
  });
  return {
    mean: { value: mean, standardError: sd / Math.sqrt(values.length) },
    standardDeviation: sd,
    lowest: sorted[0] ?? NaN,
    highest: sorted[sorted.length - 1] ?? NaN,
    percentiles,
    cvar05: conditionalValueAtRisk(sorted),
    probabilityAboveZero: shareOf(
      values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0),
      values.length,
    ),
    histogram: histogramOf(sorted),
  };
}
