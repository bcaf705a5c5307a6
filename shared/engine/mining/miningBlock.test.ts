import { expect, test } from 'vitest';
import type { FleetGroup, MiningBlock } from '../strategy/blockInput.ts';
import { lineAt } from '../strategy/lineSheet.ts';
import { factorOver } from '../time/factorOver.ts';
import { createCalendar, parseMonth } from '../time/months.ts';
import { energyRunMwh, valueUsdPerGridMwh } from './curtailment.ts';
import { isEverOwned, saleMonthOf, saleProceedsUsd } from './disposal.ts';
import { aliveUnits, meritOrder } from './fleet.ts';
import { mineBlock } from './miningBlock.ts';
import { powerSeries } from './power.ts';

const group: FleetGroup = {
  count: 1000,
  hashrateThS: 100,
  efficiencyJPerTh: 20,
  fromMonth: 0,
  hashrateFactor: 1,
  efficiencyFactor: 1,
  failureRatePerYear: 0,
};
const sale = { monthsAfterEnd: 0, usdPerTh: { values: [10], growthPerYear: 0 }, costUsdPerUnit: 50 };
const flat = (value: number): Float64Array => new Float64Array(24).fill(value);

const block: MiningBlock = {
  id: 'mine',
  kind: 'mining',
  powerMw: 3,
  miningPue: 1,
  fromMonth: 0,
  uptime: 1,
  staleShare: 0,
  poolFeeShare: 0,
  curtailedHoursShare: 0,
  demandResponseCreditUsdPerMwMonth: 100,
  heatRevenueUsdPerMwhIt: 0,
  fixedOpexUsdPerMwMonth: 10,
  opexInflationPerYear: 0,
  fleet: [{ ...group, efficiencyJPerTh: 30 }, group],
};

const around = {
  calendar: createCalendar(parseMonth('2026-12') ?? 0, 12),
  market: {
    btcPriceUsd: flat(80_000),
    difficulty: flat(1.2e14),
    rewardBtc: flat(3.125),
    hashpriceUsdPerPhDay: flat((1e15 * 86_400 * 3.125 * 80_000) / (1.2e14 * 2 ** 32)),
  },
  power: powerSeries(
    {
      fixedPriceShare: 1,
      fixedPriceUsdPerMwh: 20,
      fixedPriceEscalatorPerYear: 0,
      deliveryAdderUsdPerMwh: 0,
      demandChargeUsdPerMwMonth: 5,
      chargeEscalatorPerYear: 0,
    },
    24,
  ),
  factorOver,
};

test('R3.1, R3.6 the hash rate that runs is what the power lets run: the efficient group first, the last in part', () => {
  expect(meritOrder(block.fleet, Infinity).map(({ efficiencyJPerTh }) => efficiencyJPerTh)).toEqual([20, 30]);
  const sheet = mineBlock(block, Infinity, around);
  expect(lineAt(sheet, 'gridEnergyMwh', 0)).toBeCloseTo(3 * 744, 10);
  const hashesPerS = 1000 * 100e12 + ((1e6 / 30) * 1e12) / 1;
  expect(lineAt(sheet, 'operatingHashrateEhS', 0)).toBeCloseTo(hashesPerS / 1e18, 12);
});

test('R3.2, R3.7 revenue of the energy used is its value', () => {
  const sheet = mineBlock({ ...block, fleet: [group] }, Infinity, around);
  const value = { hashpriceUsdPerPhDay: around.market.hashpriceUsdPerPhDay[0] ?? 0, ...block };
  const worth = valueUsdPerGridMwh(value, 20) * lineAt(sheet, 'gridEnergyMwh', 0);
  expect(lineAt(sheet, 'miningRevenueUsd', 0)).toBeCloseTo(worth, 4);
});

test('R3.3 fixed lines run whether machines do or not, and end with the block', () => {
  const sheet = mineBlock({ ...block, fleet: [] }, 6, around);
  expect(lineAt(sheet, 'demandResponseCreditUsd', 5)).toBe(300);
  expect(lineAt(sheet, 'demandChargeUsd', 5)).toBe(-15);
  expect(lineAt(sheet, 'miningFixedOpexUsd', 5)).toBe(-30);
  expect(lineAt(sheet, 'demandChargeUsd', 6)).toBe(0);
});

test('R3.8 energy inside the minimum is held against resale, the rest against the price, strictly', () => {
  const prices = { energyUsdPerMwh: 50, adderUsdPerMwh: 2, resaleUsdPerMwh: 20 };
  expect(energyRunMwh(100, 60, 53, prices)).toBe(100);
  expect(energyRunMwh(100, 60, 52, prices)).toBe(60);
  expect(energyRunMwh(100, 60, 22, prices)).toBe(0);
  expect(energyRunMwh(100, 0, 52, prices)).toBe(0);
});

test('R3.9 machines still to be bought for a block that ends first are never owned; owned ones are sold', () => {
  const bought = {
    ...group,
    fromMonth: 6,
    sale,
    purchase: { monthsBeforeStart: 1, usdPerTh: 1, otherCostShare: 0 },
  };
  expect(isEverOwned(bought, 6)).toBe(false);
  expect(saleMonthOf(bought, 6, 12)).toBeUndefined();
  expect(saleMonthOf({ ...group, sale }, 0, 12)).toBe(0);
  expect(saleProceedsUsd({ ...group, sale }, 0, 0, 12)).toBe(1000 * (100 * 10 - 50));
});

test('R3.10 a sale at or after the horizon does not happen and is announced', () => {
  const late = { ...group, sale: { ...sale, monthsAfterEnd: 1 } };
  expect(saleMonthOf(late, Infinity, 12)).toBeUndefined();
  const sheet = mineBlock({ ...block, fleet: [late] }, Infinity, around);
  expect([...sheet.warnings]).toEqual(['saleBeyondHorizon']);
});

test('R3.11 moving machines costs by unit, in its month', () => {
  const moved = { ...group, fromMonth: 4, move: { monthsBeforeStart: 2, costUsdPerUnit: 7 } };
  expect(lineAt(mineBlock({ ...block, fleet: [moved] }, Infinity, around), 'asicMoveUsd', 2)).toBe(-7000);
});

test('R3.6 failures thin out the fleet by the year', () => {
  expect(aliveUnits({ ...group, failureRatePerYear: 0.1 }, 24)).toBeCloseTo(810, 10);
});
