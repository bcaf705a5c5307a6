import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantileOfSorted } from '../numeric/quantile.ts';
import { pathsAhead, summariser } from './summary.ts';

const shares = [0.05, 0.25, 0.5, 0.75, 0.95];

/** By sorting, and by the definitions as they stand. */
function bySorting(values: readonly number[]): { quantiles: number[]; worst: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const worst = sorted.slice(0, Math.ceil(0.05 * values.length - 1e-9));
  return {
    quantiles: shares.map((share) => quantileOfSorted(sorted, share)),
    worst: worst.reduce((sum, value) => sum + value, 0) / worst.length,
  };
}

function summaryOf(values: readonly number[]): number[] {
  const summary = new Float64Array(8);
  summariser(values.length).whole(Float64Array.from(values), summary);
  return [...summary];
}

test('R7.2s by hand: ten values', () => {
  const [mean, deviation, p5, p25, p50, p75, p95, worst] = summaryOf([3, 1, 4, 1, 5, 9, 2, 6, 5, 3]);
  expect([mean, p25, p50, p75, worst]).toEqual([3.9, 2.25, 3.5, 5, 1]);
  expect(p5).toBe(1);
  expect(p95).toBeCloseTo(7.65, 12);
  // Σ (x − 3.9)² = 54.9
  expect(deviation).toBeCloseTo(Math.sqrt(54.9 / 9), 14);
});

test('R7.2s of one path there is one value and no deviation', () => {
  expect(summaryOf([7])).toEqual([7, 0, 7, 7, 7, 7, 7, 7]);
});

const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 3 }));

test('R7.2s short lists give what sorting gives, equal values included', () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), (values) => {
      const { quantiles, worst } = bySorting(values);
      const summary = summaryOf(values);
      expect(summary.slice(2, 7).map((number) => number + 0)).toEqual(quantiles.map((number) => number + 0));
      expect(summary[7]).toBeCloseTo(worst, 6);
      expect(summary[7]).toBeLessThanOrEqual((summary[2] ?? 0) + 1e-6);
    }),
  );
});

/** Lists long enough for bins, of the shapes that a simulation gives. */
const shapes: Readonly<Record<string, (index: number) => number>> = {
  spread: (index) => (index * 7919) % 10_007,
  skewed: (index) => Math.exp(((index * 7919) % 10_007) / 800),
  'half of them equal': (index) => (index % 2 === 0 ? -40 : (index * 31) % 997),
  'three point masses': (index) => [5, 5, -3, 8, 8, (index * 17) % 1009][index % 6] ?? 0,
  'all equal': () => 12.5,
  ascending: (index) => index,
  descending: (index) => -index,
  'one far out': (index) => (index === 77 ? 1e300 : (index * 13) % 101),
};

test.each(Object.entries(shapes))('R7.2s %s: long lists give what sorting gives', (_name, of) => {
  for (const length of [4095, 4096, 9999, 60_001]) {
    const values = Array.from({ length }, (_, index) => of(index));
    const { quantiles, worst } = bySorting(values);
    const summary = summaryOf(values);
    expect(summary.slice(2, 7)).toEqual(quantiles);
    expect(Math.abs((summary[7] ?? NaN) - worst)).toBeLessThan(1e-9 * Math.max(1, Math.abs(worst)));
  }
});

test('R7.2s equal is not ahead', () => {
  expect(pathsAhead(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 1, 4, 3))).toBe(2);
});
