import { expect, test } from 'vitest';
import { datedIrrs, datedNpv } from './datedFlows.ts';
import { npvUsd, periodicNpv } from './npv.ts';

test('R1.2, R5.10 the first flow falls on the valuation date, the flow of month m is m+1 months later', () => {
  expect(npvUsd(0.21, [10, 0, 0, 0, 0, 0, 110, 0, 0, 0, 0, 0, 121])).toBeCloseTo(10 + 100 + 100, 12);
});

test('R5.3 flows in equal periods: three IRRs make the value vanish three times', () => {
  for (const rate of [0, 1, 2]) expect(periodicNpv(rate, [-1, 6, -11, 6])).toBeCloseTo(0, 14);
});

test('R1.2 dated lists count days over 365 from the first date', () => {
  expect(datedNpv([-100, 121], [500, 500 + 730], 0.1)).toBeCloseTo(0, 12);
  expect(datedIrrs([-100, 121], [500, 500 + 730])[0]).toBeCloseTo(0.1, 12);
});
