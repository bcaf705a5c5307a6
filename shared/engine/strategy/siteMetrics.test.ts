import { expect, test } from 'vitest';
import { smallCase, smallLease, smallSite } from '../testing/smallHall.ts';

/** Rent, fee, opex with tax and insurance, demand charge, energy of 24 months; worked out in levelisedCost.test.ts. */
const ebitdaUsd = 16_500_000 - 330_000 - 18 * 110_000 - 22 * 22_000 - (150 * 744 + 300 * 11_712);
const figures = smallSite(smallCase(smallLease)).metrics.unleveredPreTax;

test('R5.3, R5.10 undiscounted, the net present value is what is left of the flows', () => {
  expect(figures).toMatchObject({ mirrPerYear: null, paybackMonths: null });
  expect(figures.npvUsd).toBeCloseTo(ebitdaUsd - 100e6, 4);
  expect(figures.moic).toBeCloseTo((figures.totalUsd + lossesUsd()) / lossesUsd(), 10);
});

/** Months 2 to 6 have no rent: build, 5 demand charges, one month of opex, tax and insurance. */
function lossesUsd(): number {
  return 100e6 + 5 * 22_000 + 110_000;
}

test('R5.15 figures per MWh and MW-year take the whole horizon, build gap included', () => {
  const hours = 8760 + 8784;
  expect(figures.ebitdaUsdPerContractedGridMwh).toBeCloseTo(ebitdaUsd / (11 * hours), 10);
  expect(figures.ebitdaUsdPerConsumedGridMwh).toBeCloseTo(ebitdaUsd / (3 * 744 + 6 * 11_712), 10);
  expect(figures.ebitdaUsdPerCriticalMwYear).toBeCloseTo(ebitdaUsd / 20, 6);
  expect(figures.npvUsdPerGridMw).toBeCloseTo((ebitdaUsd - 100e6) / 11, 5);
});
