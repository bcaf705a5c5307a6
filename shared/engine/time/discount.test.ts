import { expect, test } from 'vitest';
import { discountFactors, monthlyRate } from './discount.ts';

test('R1.1 twelve monthly rates make the year', () => {
  expect((1 + monthlyRate(0.1)) ** 12).toBeCloseTo(1.1, 14);
  expect(discountFactors(0.1, 25)[24]).toBeCloseTo(1 / 1.21, 15);
});
