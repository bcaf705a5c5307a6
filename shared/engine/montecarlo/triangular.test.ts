import { expect, test } from 'vitest';
import { triangularMoments, triangularQuantile } from './triangular.ts';

const slip = { low: 0, base: 3, high: 9 };

test('R7.2f quantiles worked by hand: the mode stands at u = 3/9, the ends at 0 and 1', () => {
  expect(triangularQuantile(1 / 3, slip)).toBeCloseTo(3, 12);
  expect(triangularQuantile(0, slip)).toBe(0);
  expect(triangularQuantile(1, slip)).toBe(9);
  // Below the mode √(u·9·3): u = 1/12 gives √2.25.
  expect(triangularQuantile(1 / 12, slip)).toBeCloseTo(1.5, 12);
  // Above it 9 − √((1−u)·9·6): u = 5/6 gives 9 − √9.
  expect(triangularQuantile(5 / 6, slip)).toBeCloseTo(6, 12);
});

test('R7.2f a range without width is a point, whatever is drawn', () => {
  expect(triangularQuantile(0.37, { low: 5, base: 5, high: 5 })).toBe(5);
});

test('R7.2f the mean of the quantiles is the mean in closed form', () => {
  const n = 100_000;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += triangularQuantile((i + 0.5) / n, slip);
  expect(sum / n).toBeCloseTo(triangularMoments(slip).mean, 6);
});
