import { expect, test } from 'vitest';
import { choleskyFactor, correlated } from './correlation.ts';
import { normalOfWord } from './normal.ts';
import { philox, philoxKey } from './philox.ts';

const fourFactors = [
  [1, 0.25, 0.1, 0.3],
  [0.25, 1, 0.05, 0.1],
  [0.1, 0.05, 1, 0.15],
  [0.3, 0.1, 0.15, 1],
];

function factorOf(correlation: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const factor = choleskyFactor(correlation);
  if (!factor) throw new Error('not positive semidefinite');
  return factor;
}

test('R7.2r L·Lᵀ is the matrix again, and nothing stands above the diagonal', () => {
  const factor = factorOf(fourFactors);
  for (const [i, row] of fourFactors.entries())
    for (const [j, entry] of row.entries()) {
      const product = row.reduce((sum, _, k) => sum + (factor[i]?.[k] ?? 0) * (factor[j]?.[k] ?? 0), 0);
      expect(product).toBeCloseTo(entry, 15);
      if (j > i) expect(factor[i]?.[j]).toBe(0);
    }
});

test('R7.2r by hand: 0.6 between two, and the third follows from the first', () => {
  const factor = factorOf([
    [1, 0.6, 1],
    [0.6, 1, 0.6],
    [1, 0.6, 1],
  ]);
  expect(factor[1]).toEqual([0.6, 0.8, 0]);
  expect(factor[2]).toEqual([1, 0, 0]);
  const [first, second, third] = correlated(factor, [2, 1, 5]);
  expect([first, third]).toEqual([2, 2]);
  expect(second).toBeCloseTo(2, 15);
});

test.each([
  [
    'cannot be: a goes with b and c, and they go against each other',
    [
      [1, 0.9, 0.9],
      [0.9, 1, -0.9],
      [0.9, -0.9, 1],
    ],
  ],
  [
    'cannot be: b is a, but they differ towards c',
    [
      [1, 1, 0.5],
      [1, 1, 0.2],
      [0.5, 0.2, 1],
    ],
  ],
  [
    'is not symmetric',
    [
      [1, 0.2],
      [0.3, 1],
    ],
  ],
  [
    'has no 1 on the diagonal',
    [
      [2, 0],
      [0, 1],
    ],
  ],
  ['is not square', [[1, 0]]],
  [
    'holds no number',
    [
      [1, Number.NaN],
      [Number.NaN, 1],
    ],
  ],
  [
    'lies beyond 1',
    [
      [1, 1.1],
      [1.1, 1],
    ],
  ],
])('R7.2r a matrix that %s has no factor', (_why, matrix) => {
  expect(choleskyFactor(matrix)).toBeUndefined();
});

test('R7.2r the correlation of the shocks is recovered within four standard errors', () => {
  const factor = factorOf(fourFactors);
  const words = new Uint32Array(4);
  const count = 50_000;
  const sums = fourFactors.map((row) => row.map(() => 0));
  for (let path = 0; path < count; path += 1) {
    philox(philoxKey(7), path, 0, 0, words);
    const shocks = correlated(factor, Array.from(words, normalOfWord));
    for (const [i, row] of sums.entries())
      for (let j = 0; j < row.length; j += 1) row[j] = (row[j] ?? 0) + (shocks[i] ?? 0) * (shocks[j] ?? 0);
  }
  for (const [i, row] of fourFactors.entries())
    for (const [j, entry] of row.entries())
      expect(Math.abs((sums[i]?.[j] ?? 0) / count - entry)).toBeLessThan(
        4 * Math.sqrt((1 + entry * entry) / count),
      );
});
