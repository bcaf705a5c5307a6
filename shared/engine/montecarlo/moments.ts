import { exp, expMinusOne } from '../numeric/elementary.ts';

/**
 * R7.2 Moments of a geometric Brownian motion dS = μS dt + σS dW after some years.
 * @example gbmMoments(100, 0.08, 0.2, 1).median // → 106.18365465453596
 */
export function gbmMoments(
  start: number,
  drift: number,
  volatility: number,
  years: number,
): { mean: number; variance: number; median: number } {
  const variance = volatility * volatility * years;
  const mean = start * exp(drift * years);
  return {
    mean,
    variance: mean * mean * expMinusOne(variance),
    median: start * exp(drift * years - variance / 2),
  };
}

/** R7.2 Moments of x and of e^x for a mean-reverting dx = κ(θ − x) dt + σ dW after some years. */
export interface OuMoments {
  readonly mean: number;
  readonly variance: number;
  readonly expMean: number;
  readonly expVariance: number;
}

/**
 * R7.2 Mean θ + (x0−θ)e^(−κt), variance σ²(1−e^(−2κt))/(2κ); without reversion x0 and σ²t. e^x is lognormal.
 * @param reversion κ, not negative
 * @example ouMoments(2, 1, 0, 0.3, 4).variance // → 0.36
 */
export function ouMoments(
  start: number,
  longRunMean: number,
  reversion: number,
  volatility: number,
  years: number,
): OuMoments {
  const mean = longRunMean + (start - longRunMean) * exp(-reversion * years);
  const spread = reversion === 0 ? years : -expMinusOne(-2 * reversion * years) / (2 * reversion);
  const variance = volatility * volatility * spread;
  const expMean = exp(mean + variance / 2);
  return { mean, variance, expMean, expVariance: expMean * expMean * expMinusOne(variance) };
}
