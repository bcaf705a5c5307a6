import { exp, integerPower } from '../numeric/elementary.ts';

/*
 * R8.1 Probability that an attacker overtakes z confirmations. Both sums are written with positive terms
 * only, so that small probabilities keep their digits.
 */

const smallestTerm = 1e-20;

/**
 * R8.1 Nakamoto (2008): blocks of the attacker Poisson with mean z·q/p.
 *   P = Σ_{k≤z} Poisson(k)·(q/p)^(z−k) + Σ_{k>z} Poisson(k)
 * @param share q, share of the total hash rate, 0 … 1
 * @param confirmations z, whole
 * @example nakamotoSuccess(0.25, 9) // → 0.013142187327317171
 */
export function nakamotoSuccess(share: number, confirmations: number): number {
  if (confirmations === 0 || share >= 0.5) return 1;
  const odds = share / (1 - share);
  const mean = confirmations * odds;
  let poisson = exp(-mean);
  let sum = 0;
  for (let blocks = 0; blocks <= confirmations || poisson > smallestTerm * sum; blocks += 1) {
    sum += poisson * (blocks <= confirmations ? integerPower(odds, confirmations - blocks) : 1);
    poisson *= mean / (blocks + 1);
  }
  return Math.min(1, sum);
}

/**
 * R8.1 Rosenfeld (2014): blocks of the attacker negative binomial, one block mined in advance.
 *   P = Σ_{m≤z} C(m+z−1, m)·p^m·q^z + Σ_{m>z} C(m+z−1, m)·p^z·q^m
 * @param share q, share of the total hash rate, 0 … 1
 * @param confirmations z, whole
 * @example rosenfeldSuccess(0.2, 3) // → 0.11584
 */
export function rosenfeldSuccess(share: number, confirmations: number): number {
  if (confirmations === 0 || share >= 0.5) return 1;
  const honest = 1 - share;
  let catchingUp = integerPower(share, confirmations);
  let ahead = integerPower(honest, confirmations);
  let sum = 0;
  for (let blocks = 0; blocks <= confirmations || ahead > smallestTerm * sum; blocks += 1) {
    sum += blocks <= confirmations ? catchingUp : ahead;
    const step = (blocks + confirmations) / (blocks + 1);
    catchingUp *= step * honest;
    ahead *= step * share;
  }
  return Math.min(1, sum);
}
