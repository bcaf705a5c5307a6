import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choleskyFactor } from '../random/correlation.ts';
import { usedCorrelations } from './correlationRepair.ts';
import { nearestCorrelation, symmetricEigen } from './nearestCorrelation.ts';

test('R7.2h the matrix of Higham 2002: 1, 1, 0 / 1, 1, 1 / 0, 1, 1 becomes 0.7607 and 0.1573', () => {
  const [first, second] = nearestCorrelation([
    [1, 1, 0],
    [1, 1, 1],
    [0, 1, 1],
  ]);
  // The published result, to the four digits printed there.
  expect(first?.[1]).toBeCloseTo(0.7607, 4);
  expect(first?.[2]).toBeCloseTo(0.1573, 4);
  expect(second?.[2]).toBeCloseTo(0.7607, 4);
});

test('R7.2h eigenvalues worked by hand: 2, 1 / 1, 2 has 1 and 3', () => {
  const { values } = symmetricEigen([
    [2, 1],
    [1, 2],
  ]);
  expect(values.toSorted((a, b) => a - b)).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)]);
});

test('R7.2h a small contradiction is repaired and its change shown, a large one refused', () => {
  const with3 = (a: number, b: number, c: number) => [
    [1, a, b],
    [a, 1, c],
    [b, c, 1],
  ];
  const small = usedCorrelations({ paths: with3(0.9, 0.9, 0.55), ranges: [[1]] });
  expect(small.largestChange).toBeGreaterThan(0);
  expect(small.largestChange).toBeLessThanOrEqual(0.1);
  expect(small.factors).toBeDefined();
  const large = usedCorrelations({ paths: with3(0.9, 0.9, -0.9), ranges: [[1]] });
  expect(large.largestChange).toBeGreaterThan(0.1);
  expect(large.factors).toBeUndefined();
  expect(usedCorrelations({ paths: with3(0.5, 0.5, 0.5), ranges: [[1]] }).largestChange).toBe(0);
});

test('R7.2h property: whatever is asked for, the nearest has a factor, and none asked for moves when it can be', () => {
  const entry = fc.double({ min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 10, maxLength: 10 }), (entries) => {
      const asked = Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => 1));
      let next = 0;
      for (let row = 0; row < 5; row += 1)
        for (let column = 0; column < row; column += 1) {
          const value = entries[next] ?? 0;
          next += 1;
          (asked[row] ?? [])[column] = value;
          (asked[column] ?? [])[row] = value;
        }
      const made = nearestCorrelation(asked);
      expect(choleskyFactor(made)).toBeDefined();
      if (choleskyFactor(asked))
        for (const [row, values] of made.entries())
          for (const [column, value] of values.entries())
            expect(Math.abs(value - (asked[row]?.[column] ?? 0))).toBeLessThan(1e-6);
    }),
    { numRuns: 60 },
  );
});
