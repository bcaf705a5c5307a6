import { expect, test } from 'vitest';
import { smallBlock, smallLease } from '../testing/smallHall.ts';

const { metrics } = smallBlock(smallLease);

test('R5.13 the yield is the first year at full load over the gross cost', () => {
  // September 2027 to August 2028 has 8,784 hours; see exit.test.ts for 848,000 and 300.
  expect(metrics.stabilisedNoiUsd).toBeCloseTo(12 * 848_000 - 300 * 8784, 4);
  expect(metrics.yieldOnCost).toBeCloseTo((12 * 848_000 - 300 * 8784) / 100e6, 12);
});

test('R5.14 the levelised cost is every cost that is not a share of the price, over the kW that pay it', () => {
  // Build; 18 months of opex, tax and insurance; 22 of demand charge; energy of half of August 2027 and 11,712 h after.
  const costUsd = 100e6 + 18 * 110_000 + 22 * 22_000 + 150 * 744 + 300 * 11_712;
  const kwMonths = 0.98 * (5000 + 16 * 10_000);
  expect(metrics.lcocUsdPerKwMonth).toBeCloseTo(costUsd / kwMonths, 8);
});
