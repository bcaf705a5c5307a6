import { expect, test } from 'vitest';
import type { SiteFigures } from '../analysis/siteAnalysis.ts';
import { hoursOf } from '../time/months.ts';
import { hallIncome } from './hallIncome.ts';

const firstMonth = 24323; // 2026-12
const gridMw = 10;

/** Flows that earn a given EBITDA per contracted grid MWh in every month. */
function flow(usdPerGridMwh: readonly number[]): number[] {
  return usdPerGridMwh.map((usd, month) => usd * gridMw * hoursOf(firstMonth + month));
}

const constant = (count: number, usd: number): number[] => Array.from({ length: count }, () => usd);

/** Only what the income of a site is read from. */
function figures(
  mining: readonly number[],
  colocation: readonly number[],
  halvingMonth: number,
): SiteFigures {
  const outcome = (kind: string, operatingUsd: readonly number[]) => ({
    kind,
    computable: true,
    figures: { operatingUsd },
  });
  return {
    valuationMonth: '2026-12',
    months: mining.map((_, month) => `month ${month}`),
    halvings: [{ month: halvingMonth, date: '2028-04-13' }],
    inputs: [{ key: 'gridPowerMw', value: gridMw }],
    strategies: [outcome('keepMining', mining), outcome('colocation', colocation)],
  } as unknown as SiteFigures;
}

test('R5.15, R5.18d: EBITDA per contracted grid MWh of the years around the halving', () => {
  const mining = flow([...constant(4, 99), ...constant(12, 30), ...constant(12, 3)]);
  const colocation = flow([...constant(20, 0), ...constant(8, 60)]);
  const income = hallIncome(figures(mining, colocation, 16));
  expect(income?.crossoverMonth).toBe('month 20');
  expect(income?.halving?.miningBeforeUsdPerGridMwh).toBeCloseTo(30, 9);
  expect(income?.halving?.miningAfterUsdPerGridMwh).toBeCloseTo(3, 9);
  // Eight of the twelve months, weighted by their hours.
  expect(income?.halving?.colocationAfterUsdPerGridMwh).toBeCloseTo((60 * 243) / 365, 9);
});

test('R5.18d: a halving without a whole year on either side gives no comparison', () => {
  const mining = flow(constant(30, 30));
  const colocation = flow(constant(30, 60));
  expect(hallIncome(figures(mining, colocation, 12))?.halving).not.toBeNull();
  expect(hallIncome(figures(mining, colocation, 11))?.halving).toBeNull();
  expect(hallIncome(figures(mining, colocation, 18))?.halving).not.toBeNull();
  expect(hallIncome(figures(mining, colocation, 19))?.halving).toBeNull();
});

test('R5.18d: without mining or colocation there is nothing to set beside each other', () => {
  const known = figures(flow(constant(30, 30)), flow(constant(30, 60)), 12);
  const without = (kind: string) =>
    hallIncome({ ...known, strategies: known.strategies.filter((strategy) => strategy.kind !== kind) });
  expect(without('keepMining')).toBeNull();
  expect(without('colocation')).toBeNull();
  expect(hallIncome({ ...known, inputs: [] })).toBeNull();
});
