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
