import { expect, test } from 'vitest';
import { normalDensity, normalDistribution } from '../numeric/normal.ts';
import { normalOfWord, normalQuantile, uniformOfWord } from './normal.ts';
import { philox, philoxKey } from './philox.ts';

/** Digits of R's qnorm and of tables (Abramowitz and Stegun 26.2.22): they are the inverse itself, not Acklam's. */
const published: readonly (readonly [probability: number, quantile: number])[] = [
  [0.975, 1.959963984540054],
  [0.95, 1.6448536269514722],
  [0.99, 2.3263478740408408],
  [0.999, 3.090232306167813],
  [0.6, 0.2533471031357997],
];

test.each(published)(
  'R7.2q the quantile of %s is within 1.15e-9 of the published one',
  (probability, quantile) => {
    expect(Math.abs(normalQuantile(probability) / quantile - 1)).toBeLessThan(1.15e-9);
    expect(Math.abs(normalQuantile(1 - probability) / -quantile - 1)).toBeLessThan(1.16e-9);
  },
);

test('R7.2q the distribution function takes each quantile back, from one end to the other', () => {
  for (let step = 0; step <= 2000; step += 1) {
    const word = Math.min(0xffffffff, Math.floor(step * 2147483.648));
    const z = normalOfWord(word);
    const upperBound = 1.2e-9 * Math.abs(z) * normalDensity(z) + 1e-15;
    const share = uniformOfWord(word);
    const off = z > 0 ? normalDistribution(-z) - (1 - share) : normalDistribution(z) - share;
    expect(Math.abs(off), `word ${word}`).toBeLessThanOrEqual(upperBound);
  }
});

test('R7.2p, R7.2q the smallest and the greatest word give finite draws of equal size', () => {
  expect(uniformOfWord(0)).toBe(2 ** -33);
  expect(uniformOfWord(0xffffffff)).toBe(1 - 2 ** -33);
  expect(normalOfWord(0)).toBeCloseTo(-6.33796, 5);
  expect(normalOfWord(0)).toBe(-normalOfWord(0xffffffff));
});

test('R7.2q draws have mean 0, variance 1, no skewness and kurtosis 3 within four standard errors', () => {
  const words = new Uint32Array(4);
  const key = philoxKey(20240420);
  const [paths, months] = [500, 100];
  const count = paths * months * 4;
  const sums = [0, 0, 0, 0];
  for (let path = 0; path < paths; path += 1)
    for (let month = 0; month < months; month += 1) {
      philox(key, path, month, 0, words);
      for (const word of words) {
        const z = normalOfWord(word);
        for (let power = 1; power <= 4; power += 1) sums[power - 1] = (sums[power - 1] ?? 0) + z ** power;
      }
    }
  const [mean, second, third, fourth] = sums.map((sum) => sum / count) as [number, number, number, number];
  // Variances of z, z², z³ and z⁴ from the moments 1, 3, 15 and 105 of the standard normal.
  expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(1 / count));
  expect(Math.abs(second - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
  expect(Math.abs(third)).toBeLessThan(4 * Math.sqrt(15 / count));
  expect(Math.abs(fourth - 3)).toBeLessThan(4 * Math.sqrt(96 / count));
});
