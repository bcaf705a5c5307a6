import { expect, test } from 'vitest';
import { polynomialCurve, signChanges } from './polynomial.ts';
import { rootBetween, rootsWithin } from './roots.ts';

test('all roots are found with the direction of the passage', () => {
  const roots = rootsWithin(polynomialCurve([-6, 11, -6, 1]), 0, 10);
  expect(roots.map(({ x }) => Math.round(x * 1e12) / 1e12)).toEqual([1, 2, 3]);
  expect(roots.map(({ direction }) => direction)).toEqual([1, -1, 1]);
});

test('a double root counts once and passes nowhere; two close ones are told apart', () => {
  const [touching, ...none] = rootsWithin(polynomialCurve([0.25, -1, 1]), 0, 2);
  expect(none).toEqual([]);
  expect(touching).toMatchObject({ direction: 0 });
  expect(touching?.x).toBeCloseTo(0.5, 12);
  const gap = 1e-5;
  expect(rootsWithin(polynomialCurve([0.5 * (0.5 + gap), -(1 + gap), 1]), 0, 2)).toHaveLength(2);
});

test('a curve that only comes near zero has no root', () => {
  expect(rootsWithin(polynomialCurve([0.25 + 1e-9, -1, 1]), 0, 2)).toEqual([]);
});

test('a curve that overflows is refused', () => {
  expect(() => rootsWithin(polynomialCurve([1, Infinity]), 0, 1)).toThrow('roots.notFinite');
});

test('bisection alone reaches the last bit', () => {
  expect(rootBetween(1, 2, (x) => x * x - 2)).toBeCloseTo(Math.SQRT2, 15);
});

test("Descartes' count of sign changes leaves zeros out", () => {
  expect([signChanges([]), signChanges([1, 0, 2]), signChanges([-1, 0, 2, -3])]).toEqual([0, 0, 2]);
});

test('roots of high multiplicity are placed where a derivative passes plainly', () => {
  // (x − 1)³, (2x − 1)⁴ and (x − 0.7)⁵, the last with coefficients that are rounded themselves
  const binomials = (root: number, of: readonly number[]): number[] =>
    of.map((count, index) => count * (-root) ** (of.length - 1 - index));
  for (const [root, row] of [
    [1, [1, 3, 3, 1]],
    [0.5, [1, 4, 6, 4, 1]],
    [0.7, [1, 5, 10, 10, 5, 1]],
  ] as const) {
    const [found, ...none] = rootsWithin(polynomialCurve(binomials(root, row)), 0.1, 2);
    expect(none).toEqual([]);
    expect(found?.direction).toBe(row.length % 2 === 0 ? 1 : 0);
    expect(found?.x).toBeCloseTo(root, 14);
  }
});

test('three roots that rounding tells apart stay three', () => {
  const [a, b, c] = [0.5, 0.501, 0.502];
  const cubic = [-a * b * c, a * b + a * c + b * c, -(a + b + c), 1];
  expect(rootsWithin(polynomialCurve(cubic), 0, 2)).toHaveLength(3);
});
