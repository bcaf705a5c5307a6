import { expect, test } from 'vitest';
import { miningBreakEven } from './breakEven.ts';
import { energyRunMwh } from './curtailment.ts';

test('R3.2, R3.4 a machine of 20 J/TH at 48 USD/PH/day earns 100 USD/MWh, its shut-down price', () => {
  expect(miningBreakEven(20, 0.05, 48)).toEqual({
    powerCostUsdPerPhDay: 24,
    grossMarginUsdPerPhDay: 24,
    breakevenUsdPerKwh: 0.1,
    revenueUsdPerMwh: 100,
  });
});

test('R3.4 at its shut-down price a machine stands still, just below it runs', () => {
  const at = (energyUsdPerMwh: number): number =>
    energyRunMwh(10, 0, 100, { energyUsdPerMwh, adderUsdPerMwh: 0, resaleUsdPerMwh: 0 });
  expect([at(100), at(99.99)]).toEqual([0, 10]);
});
