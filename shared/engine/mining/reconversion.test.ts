import { expect, test } from 'vitest';
import type { MiningBlock } from '../strategy/blockInput.ts';
import { evaluateSiteCase } from '../strategy/siteCase.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { ComputedBlock, ComputedSite } from '../strategy/siteCaseResult.ts';
import { roundFleet, roundMarket, roundMining } from '../testing/roundMarket.ts';
import { lineIn, smallCase, smallLease, smallSite } from '../testing/smallHall.ts';

/*
 * The small hall (11 grid MW) is let until month 11 and mines again from month 14 (March 2028, 744 h) on: two months and
 * 100,000 USD a MW to turn it back, new machines paid a month before, sold at the horizon (month 23).
 */
const hall = { ...smallLease, toMonth: 12 };
const mining: MiningBlock = {
  ...roundMining,
  startsAfter: 'hall',
  reconversionMonths: 2,
  reconversionCostUsdPerMw: 100_000,
  fleet: [
    {
      ...roundFleet,
      purchase: { monthsBeforeStart: 1, usdPerTh: 10, otherCostShare: 0 },
      sale: { monthsAfterEnd: 0, usdPerTh: { values: [4], growthPerYear: 0 }, costUsdPerUnit: 0 },
    },
  ],
};
const plan: SiteCaseInput = { ...smallCase(smallLease), market: roundMarket, blocks: [hall, mining] };

function minedWith(change: Partial<MiningBlock>): ComputedBlock {
  return evaluateSiteCase({ ...plan, blocks: [hall, { ...mining, ...change }] }).blocks[1] as ComputedBlock;
}

test('R3.11a by hand: the hall is turned back, machines are bought, mining starts after it', () => {
  const mined = minedWith({});
  const months = [11, 12, 13, 14];
  expect(months.map((month) => lineIn(mined, 'reconversionUsd', month))).toEqual([0, -550_000, -550_000, 0]);
  expect(lineIn(mined, 'asicPurchaseUsd', 13)).toBeCloseTo(-5.5e6, 6);
  // 11 MW · 744 h at 100 USD of hashes and 50 USD of power.
  expect(lineIn(mined, 'miningRevenueUsd', 13)).toBe(0);
  expect(lineIn(mined, 'miningRevenueUsd', 14)).toBeCloseTo(818_400, 4);
  expect(lineIn(mined, 'miningPowerUsd', 14)).toBeCloseTo(-409_200, 4);
  expect(lineIn(mined, 'asicSaleUsd', 23)).toBeCloseTo(2.2e6, 6);
});

test('R3.11a the power is paid for in every month, by the hall and then by the mine', () => {
  const { blocks } = evaluateSiteCase(plan);
  const charges = [2, 11, 12, 14, 23].map((month) =>
    blocks.map((block) => lineIn(block as ComputedBlock, 'demandChargeUsd', month) + 0),
  );
  expect(charges).toEqual([
    [-22_000, 0],
    [-22_000, 0],
    [0, -22_000],
    [0, -22_000],
    [0, -22_000],
  ]);
});

test('R3.11a months of the block and of its machines count from its start; later ends move it', () => {
  const ended = minedWith({ toMonth: 6, fleet: [{ ...roundFleet, fromMonth: 1, toMonth: 3 }] });
  expect(ended.metrics.endMonth).toBe(20);
  const runs = [14, 15, 16, 17].map((month) => lineIn(ended, 'miningRevenueUsd', month) > 0);
  expect(runs).toEqual([false, true, true, false]);
  const later = evaluateSiteCase({ ...plan, blocks: [{ ...hall, toMonth: 15 }, mining] });
  expect(lineIn(later.blocks[1] as ComputedBlock, 'reconversionUsd', 15)).toBe(-550_000);
  expect(lineIn(later.blocks[1] as ComputedBlock, 'miningRevenueUsd', 17)).toBeGreaterThan(0);
});

test('R3.11a without months to turn the hall back it is paid in the month before mining starts', () => {
  const mined = minedWith({ reconversionMonths: 0 });
  expect([10, 11, 12].map((month) => lineIn(mined, 'reconversionUsd', month))).toEqual([0, -1.1e6, 0]);
  expect(lineIn(mined, 'miningRevenueUsd', 12)).toBeGreaterThan(0);
});

test('R3.11a, R4.10b, R5.9 the hall’s basis is written off at its end, the reconversion from its first month', () => {
  const straight = (lifeMonths: number) => ({ method: 'straightLine', lifeMonths }) as const;
  const parts = [{ usdPerMwIt: 8e6, depreciation: straight(100) }];
  const [fleet] = mining.fleet;
  const purchase = { monthsBeforeStart: 1, usdPerTh: 10, otherCostShare: 0, depreciation: straight(55) };
  const site = smallSite({
    ...plan,
    blocks: [
      { ...hall, capex: { parts, contingencyShare: 0.25 } },
      { ...mining, reconversionDepreciation: straight(10), fleet: [{ ...roundFleet, ...fleet, purchase }] },
    ],
    tax: { ratePerYear: 0.2, lossUseCapShare: 1, initialLossCarryForwardUsd: 0, taxTerminalValue: false },
  });
  const years = site.taxUnlevered ?? [];
  // 2027: six months of 1 million, 94 million left. 2028: ten months of 110,000 and 100,000; machines sold at a loss.
  expect(years.map(({ depreciationUsd }) => Math.round(depreciationUsd))).toEqual([6e6, 2.1e6]);
  expect(years.map(({ disposalGainUsd }) => Math.round(disposalGainUsd))).toEqual([-94e6, 2.2e6 - 4.5e6]);
});

test('R3.11a, R5.2a hybrid: hall and mine after it are the sum of both alone', () => {
  const npv = (blocks: SiteCaseInput['blocks']): number =>
    smallSite({ ...plan, discountRatePerYear: 0.1, blocks }).metrics.unleveredPreTax.npvUsd;
  const { startsAfter: _, ...unplaced } = mining;
  // The mine by itself starts in month 14 and lacks what turning the hall back costs, and the power meanwhile.
  const fleet = mining.fleet.map((group) => ({ ...group, fromMonth: 14 }));
  const alone = npv([hall]) + npv([{ ...unplaced, fromMonth: 14, fleet }]);
  const discounted = 572_000 / 1.1 ** (13 / 12) + 572_000 / 1.1 ** (14 / 12);
  expect(npv([hall, mining])).toBeCloseTo(alone - discounted, 3);
});

test('R1.7 a start after nothing, after a block without an end, or without its cost is named', () => {
  const siteOf = (blocks: SiteCaseInput['blocks']): unknown => evaluateSiteCase({ ...plan, blocks }).site;
  expect(siteOf([hall, { ...mining, startsAfter: 'mine' }])).toMatchObject({
    invalid: ['blocks[1].startsAfter'],
  });
  expect(siteOf([smallLease, mining])).toEqual({ computable: false, missing: ['blocks[0].toMonth'] });
  const { reconversionCostUsdPerMw: _, ...free } = mining;
  expect(siteOf([hall, free])).toEqual({
    computable: false,
    missing: ['blocks[1].reconversionCostUsdPerMw'],
  });
  const tax = { ratePerYear: 0, lossUseCapShare: 0, initialLossCarryForwardUsd: 0, taxTerminalValue: false };
  const taxed = evaluateSiteCase({ ...plan, tax }).blocks[1];
  expect(taxed).toMatchObject({
    missing: expect.arrayContaining(['blocks[1].reconversionDepreciation']) as unknown,
  });
});

/*
 * Redeployment: 2,000 machines (4 MW of IT) at a site with a PUE of 1.25 take 5 grid MW. A grid MWh is worth 100/1.25 = 80 USD in
 * hashes, and 24 more where 30 USD are paid for the heat of an IT MWh; power costs 90 USD.
 */
const redeployed: MiningBlock = {
  ...roundMining,
  id: 'redeployed',
  powerMw: 5,
  miningPue: 1.25,
  fromMonth: 8,
  demandResponseCreditUsdPerMwMonth: 1000,
  heatRevenueUsdPerMwhIt: 30,
  fleet: [{ ...roundFleet, count: 2000, fromMonth: 8, move: { monthsBeforeStart: 2, costUsdPerUnit: 7 } }],
  power: {
    fixedPriceShare: 1,
    fixedPriceUsdPerMwh: 90,
    fixedPriceEscalatorPerYear: 0,
    deliveryAdderUsdPerMwh: 0,
    demandChargeUsdPerMwMonth: 0,
    chargeEscalatorPerYear: 0,
  },
};

function redeploy(change: Partial<MiningBlock>): ComputedSite | ComputedBlock {
  const old = { ...roundMining, toMonth: 6, demandResponseCreditUsdPerMwMonth: 500 };
  const blocks = [old, { ...redeployed, ...change }];
  return evaluateSiteCase({ ...plan, blocks }).blocks[1] as ComputedBlock;
}

test('R3.3, R3.7, R3.11 by hand: heat makes redeployed machines run, demand response is paid for the new MW', () => {
  const moved = redeploy({});
  // September 2027 has 720 h: 3,600 grid MWh, of which 2,880 reach the machines.
  expect(lineIn(moved, 'gridEnergyMwh', 8)).toBeCloseTo(3600, 8);
  expect(lineIn(moved, 'miningRevenueUsd', 8)).toBeCloseTo(288_000, 5);
  expect(lineIn(moved, 'heatRevenueUsd', 8)).toBeCloseTo(86_400, 6);
  expect(lineIn(moved, 'miningPowerUsd', 8)).toBeCloseTo(-324_000, 6);
  expect([6, 7, 8].map((month) => lineIn(moved, 'demandResponseCreditUsd', month))).toEqual([0, 0, 5000]);
  expect(lineIn(moved, 'asicMoveUsd', 6)).toBe(-14_000);
});

test('R3.3, R3.7, R3.11 without heat the machines stand and earn the credit alone; cheap hours halve the heat', () => {
  const cold = redeploy({ heatRevenueUsdPerMwhIt: 0 });
  expect(lineIn(cold, 'gridEnergyMwh', 8)).toBe(0);
  expect(lineIn(cold, 'demandResponseCreditUsd', 8)).toBe(5000);
  expect(lineIn(redeploy({ curtailedHoursShare: 0.5 }), 'heatRevenueUsd', 8)).toBeCloseTo(43_200, 6);
});
