import { shortLog } from '../numeric/shortElementary.ts';

const wordStep = 2.3283064365386963e-10;
/** Beyond this distance of u from ½ the tails' approximation holds. */
const centre = 0.47575;
const centreSquared = centre * centre;

/**
 * R7.2p Uniform number in (0, 1) of a word of 32 bits: u = (r + ½)·2^−32, exact; never 0 and never 1.
 * @param word whole number, 0 … 2^32 − 1
 * @example uniformOfWord(2147483648) // → 0.5000000001164153
 */
export function uniformOfWord(word: number): number {
  return (word + 0.5) * wordStep;
}

function tailQuantile(probability: number, fromCentre: number): number {
  const share = fromCentre > 0 ? 1 - probability : probability;
  const w = Math.sqrt(-2 * shortLog(share));
  const numerator =
    ((((w * -7.784894002430293e-3 - 0.3223964580411365) * w - 2.400758277161838) * w - 2.549732539343734) *
      w +
      4.374664141464968) *
      w +
    2.938163982698783;
  const denominator =
    (((w * 7.784695709041462e-3 + 0.3224671290700398) * w + 2.445134137142996) * w + 3.754408661907416) * w +
    1;
  const quantile = numerator / denominator;
  return fromCentre > 0 ? -quantile : quantile;
}

/**
 * R7.2q Quantile of the standard normal distribution by Acklam's rational approximations (P. J. Acklam, "An algorithm
 * for computing the inverse normal cumulative distribution function", 2003), without refinement; relative error below
 * 1.15e-9.
 * @param probability between 0 and 1, both excluded
 * @example normalQuantile(0.975) // → 1.959963986120195
 */
export function normalQuantile(probability: number): number {
  const q = probability - 0.5;
  const t = q * q;
  if (t > centreSquared) return tailQuantile(probability, q);
  const numerator =
    (((((t * -39.69683028665376 + 220.9460984245205) * t - 275.9285104469687) * t + 138.357751867269) * t -
      30.66479806614716) *
      t +
      2.506628277459239) *
    q;
  const denominator =
    ((((t * -54.47609879822406 + 161.5858368580409) * t - 155.6989798598866) * t + 66.80131188771972) * t -
      13.28068155288572) *
      t +
    1;
  return numerator / denominator;
}

/**
 * R7.2q Standard normal draw of a word of 32 bits, within ±6.34.
 * @param word whole number, 0 … 2^32 − 1
 */
export function normalOfWord(word: number): number {
  return normalQuantile(uniformOfWord(word));
}
