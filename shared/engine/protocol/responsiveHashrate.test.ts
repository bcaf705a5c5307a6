import { expect, test } from 'vitest';
import { breakEvenHashprice, hashrateAtHashprice, responsiveHashrateEhS } from './responsiveHashrate.ts';

test('R2.5 worked point of the model: 25 J/TH at 60 USD/MWh, 79,947 USD, 3.1472 BTC', () => {
  expect(breakEvenHashprice(25, 60)).toBe(36);
  expect(hashrateAtHashprice(36, 3.1472, 79_947, 600)).toBeCloseTo(1006.4, 1);
});

test('R2.5 the hash rate closes the same share of its logarithmic gap each month', () => {
  const flat = Array<number>(40).fill(80_000);
  const network = {
    startEhS: 500,
    adjustmentPerMonth: 0.1,
    fleet: { efficiencyJPerTh: 25, efficiencyChangePerYear: 0, powerPriceUsdPerMwh: 60 },
    blockIntervalS: 600,
    btcPriceUsd: flat,
    rewardBtcPerBlock: flat.map(() => 3),
  };
  const path = responsiveHashrateEhS(network);
  const target = hashrateAtHashprice(36, 3, 80_000, 600);
  expect(path[0]).toBe(500);
  expect(path[39]).toBeCloseTo(target * (500 / target) ** (0.9 ** 39), 6);
});
