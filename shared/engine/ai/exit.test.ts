import { expect, test } from 'vitest';
import type { ColocationBlock } from '../strategy/blockInput.ts';
import { evaluateSiteCase } from '../strategy/siteCase.ts';
import { lineIn, smallBlock, smallCase, smallLease } from '../testing/smallHall.ts';

/*
 * At full load a month leaves 1,000,000 rent − 20,000 fee − 10,000 opex − 100,000 tax and insurance − 22,000 demand
 * charge = 848,000 USD, less 6 MW · 50 USD = 300 USD for each hour of the month.
 */
const yearUsd = (hours: number): number => 12 * 848_000 - 300 * hours;

test('R1.6, R5.7 the year after the horizon is valued, but none of its flows is shown', () => {
  const terminal = { method: 'forwardNoiCapRate', capRate: 0.08, costShare: 0.02 } as const;
  const hall = smallBlock({ ...smallLease, terminal });
  expect(hall.metrics.terminalForwardNoiUsd).toBeCloseTo(yearUsd(8760), 4);
  expect(lineIn(hall, 'terminalValueUsd', 23)).toBeCloseTo((yearUsd(8760) / 0.08) * 0.98, 3);
  expect(Object.values(hall.monthly).every((months) => months.length === 24)).toBe(true);
});

test('R5.7 a value per critical MW needs no income', () => {
  const terminal = { method: 'usdPerMwIt', usdPerMwIt: 3e6, costShare: 0.1 } as const;
  expect(lineIn(smallBlock({ ...smallLease, terminal }), 'terminalValueUsd', 23)).toBeCloseTo(27e6, 6);
});

const shellSale = { method: 'forwardNoiCapRate', month: 12, capRate: 0.08, costShare: 0.02 } as const;

test('R5.6 the shell is sold at the income of the twelve months after, and nothing follows the sale', () => {
  const hall = smallBlock({ ...smallLease, shellSale });
  // February 2028 to January 2029 has 8,784 hours.
  expect(lineIn(hall, 'shellSaleUsd', 12)).toBeCloseTo((yearUsd(8784) / 0.08) * 0.98, 3);
  expect(lineIn(hall, 'rentUsd', 12)).toBe(1_000_000);
  for (const months of Object.values(hall.monthly)) expect(months.slice(13).every((x) => x === 0)).toBe(true);
});

test('R5.6 a shell cannot be sold before it is energised', () => {
  const early: ColocationBlock = { ...smallLease, shellSale: { ...shellSale, month: 4 } };
  expect(evaluateSiteCase(smallCase(early)).site).toMatchObject({ invalid: ['blocks[0].shellSale.month'] });
});
