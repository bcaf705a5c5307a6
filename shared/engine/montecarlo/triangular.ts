import type { RangeSettings } from './settings.ts';

/**
 * R7.2f Quantile of the triangular distribution with its mode at the base.
 * @param probability u, between 0 and 1
 * @param range low ≤ base ≤ high
 * @example triangularQuantile(0.125, { low: 0, base: 1, high: 2 }) // → 0.5
 */
export function triangularQuantile(probability: number, { low, base, high }: RangeSettings): number {
  const width = high - low;
  if (!(width > 0)) return base;
  const modeShare = (base - low) / width;
  return probability < modeShare
    ? low + Math.sqrt(probability * width * (base - low))
    : high - Math.sqrt((1 - probability) * width * (high - base));
}

/**
 * R7.2f Mean and variance of the triangular distribution.
 * @example triangularMoments({ low: 0, base: 1, high: 2 }).mean // → 1
 */
export function triangularMoments({ low, base, high }: RangeSettings): { mean: number; variance: number } {
  const products = low * base + low * high + base * high;
  return {
    mean: (low + base + high) / 3,
    variance: (low * low + base * base + high * high - products) / 18,
  };
}
