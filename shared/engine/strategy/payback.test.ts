import { expect, test } from 'vitest';
import { multipleOnCapital, paybackPeriods, peakFundingUsd } from './payback.ts';

test('R5.12 payback is linear inside the period in which the sum turns', () => {
  expect(paybackPeriods([-1000, 2500])).toBe(0.4);
  expect(paybackPeriods([-1000, 0, 500, 500])).toBe(3);
});

test('R5.12 never negative pays back at once, never positive never, nothing has no payback', () => {
  expect([paybackPeriods([0, 5, -2]), paybackPeriods([-5, 2]), paybackPeriods([0, 0])]).toEqual([
    0,
    null,
    null,
  ]);
});

test('R5.12 multiple and peak funding', () => {
  expect(multipleOnCapital([-100, 50, -100, 400])).toBe(2.25);
  expect(multipleOnCapital([1, 2])).toBeNull();
  expect(peakFundingUsd([-100, 50, -100, 400])).toBe(150);
  expect(peakFundingUsd([1, -0.5])).toBe(0);
});
