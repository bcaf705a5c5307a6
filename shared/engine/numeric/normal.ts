import { exp } from './elementary.ts';

const perSqrtTwoPi = 0.3989422804014327;
const tailFrom = 3;

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return perSqrtTwoPi * exp(-0.5 * x * x);
}

/** ∫ from 0 to x of the density: φ(x)·Σ x^(2n+1)/(1·3·5···(2n+1)); all terms of one sign. */
function areaFromZero(x: number): number {
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-18 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return normalDensity(x) * sum;
}

/** Upper tail beyond x ≥ 3: φ(x)/(x + 1/(x + 2/(x + 3/…))), evaluated from the far end. */
function upperTail(x: number): number {
  let fraction = x;
  for (let level = 100; level >= 1; level -= 1) fraction = x + level / fraction;
  return normalDensity(x) / fraction;
}

/**
 * Distribution function of the standard normal, relative error below 1e-13 also far in the lower tail.
 * @param x any number; ±Infinity give 1 and 0
 */
export function normalDistribution(x: number): number {
  if (x < -tailFrom) return x === -Infinity ? 0 : upperTail(-x);
  if (x > tailFrom) return x === Infinity ? 1 : 1 - upperTail(x);
  return 0.5 + areaFromZero(x);
}
