import { expect, test } from 'vitest';
import type { ColocationBlock, GpuCloudBlock } from '../strategy/blockInput.ts';
import { evaluateSiteCase } from '../strategy/siteCase.ts';
import type { Debt } from '../strategy/siteCaseInput.ts';
import { lineIn, smallBlock, smallCase, smallCloud, smallLease, smallSite } from '../testing/smallHall.ts';

const terminal = { method: 'usdPerMwIt', usdPerMwIt: 1e6, costShare: 0 } as const;

test('R4.10b a hall that is given up earns and costs nothing more, and has no value at the horizon', () => {
  const hall = smallBlock({ ...smallLease, terminal, toMonth: 12 });
  for (const line of ['rentUsd', 'aiPowerUsd', 'aiOpexUsd', 'demandChargeUsd', 'propertyTaxInsuranceUsd']) {
    expect(lineIn(hall, line, 11), line).not.toBe(0);
    expect(lineIn(hall, line, 12), line).toBe(0);
  }
  expect(lineIn(hall, 'terminalValueUsd', 23)).toBe(0);
  // Five months are too few for a year of yield.
  expect(hall.metrics).toMatchObject({ endMonth: 12, yieldOnCost: null });
});

test('R4.10b an end beyond the horizon changes nothing inside it but what the hall is worth then', () => {
  const kept = smallBlock({ ...smallLease, terminal });
  const { monthly, warnings } = smallBlock({ ...smallLease, terminal, toMonth: 36 });
  // A year of NOI as in exit.test.ts, undiscounted, in place of 10 million for a hall that is kept.
  const yearUsd = 12 * 848_000 - 300 * 8760;
  expect(monthly['terminalValueUsd']?.[23]).toBeCloseTo(yearUsd, 4);
  expect({ ...monthly, terminalValueUsd: kept.monthly['terminalValueUsd'] }).toEqual(kept.monthly);
  expect(warnings).toEqual([]);
});

const capRate = { method: 'forwardNoiCapRate', capRate: 0.08, costShare: 0.02 } as const;

function worth(toMonth: number | null, change: Partial<ColocationBlock> = {}, ratePerYear = 0.21): number {
  const block = { ...smallLease, terminal: capRate, discountRatePerYear: ratePerYear, toMonth, ...change };
  return lineIn(smallBlock(block), 'terminalValueUsd', 23);
}

test('R4.10b by hand: an end a month after the horizon leaves that month’s NOI, later ones the mean of a year', () => {
  // January 2029 has 744 hours; one month is discounted by 1.21^(1/12).
  const january = 848_000 - 300 * 744;
  expect(worth(25)).toBeCloseTo(january / 1.21 ** (1 / 12), 4);
  const yearUsd = 12 * 848_000 - 300 * 8760;
  expect(worth(36, {}, 0)).toBeCloseTo(yearUsd, 4);
  expect(worth(38, {}, 0)).toBeCloseTo(yearUsd + (2 * yearUsd) / 12, 4);
});

test.each([{ exit: capRate }, { exit: terminal }])(
  'R4.10b nothing at the horizon, then more with every month, never more than kept for good: $exit.method',
  ({ exit }) => {
    const change = { terminal: exit };
    expect(worth(24, change)).toBe(0);
    const months = Array.from({ length: 400 }, (_, index) => worth(24 + index, change));
    for (const [index, usd] of months.entries()) expect(usd).toBeGreaterThanOrEqual(months[index - 1] ?? 0);
    expect(months[1]).toBeGreaterThan(0);
    expect(Math.max(...months)).toBeLessThanOrEqual(worth(null, change));
    expect(worth(300, { terminal: { method: 'none' } })).toBe(0);
  },
);

test('R4.10b a hall that would be worth nothing if it were kept is worth nothing until its end', () => {
  expect(worth(30, { lease: { ...smallLease.lease, rentUsdPerKwMonth: 0 } })).toBe(0);
});

test('R4.10b a GPU cloud that ends after the horizon has no value there, and that is said', () => {
  const { monthly, warnings } = smallBlock({ ...smallCloud, terminal, toMonth: 36 });
  expect(monthly).not.toHaveProperty('terminalValueUsd');
  expect(warnings).toEqual(['noValueAfterHorizon']);
  expect(smallBlock({ ...smallCloud, terminal, toMonth: 24 }).warnings).toEqual([]);
});

test('R4.10b, R5.13 a year of yield that reaches beyond the end is none', () => {
  // Billing from month 16, at full load from 17 on: months 17 to 28.
  const timeline = { ...smallLease.timeline, billingLagMonths: 10 };
  const yieldOf = (toMonth: number) => smallBlock({ ...smallLease, timeline, toMonth }).metrics.yieldOnCost;
  expect(yieldOf(28)).toBeNull();
  expect(yieldOf(29)).toBe(smallBlock({ ...smallLease, timeline }).metrics.yieldOnCost);
});

test('R4.10b, R5.14 what a hall earns until its end is no cost of its price', () => {
  const none = smallBlock({ ...smallLease, terminal: { method: 'none' } }).metrics.lcocUsdPerKwMonth;
  expect(smallBlock({ ...smallLease, terminal, toMonth: 36 }).metrics.lcocUsdPerKwMonth).toBe(none);
});

test('R4.10b, R4.22, R4.23 GPUs are worth what is left of them, the contract what it brings until then', () => {
  const ended: GpuCloudBlock = {
    ...smallCloud,
    terminal: { ...terminal, gpuResidualAtHorizon: true },
    toMonth: 12,
  };
  const cloud = smallBlock(ended);
  // 100 million less six of sixty months of the 90 % that is used up over the life.
  expect(lineIn(cloud, 'gpuResidualUsd', 11)).toBeCloseTo(91e6, 4);
  // 744/2 + 720 + 744 + 720 + 744 hours at 5,000 GPUs · 0.9 · 0.8 · 2 USD.
  expect(cloud.metrics.contractValueUsd).toBeCloseTo(3300 * 7200, 4);
  expect(lineIn(cloud, 'gpuRevenueUsd', 12)).toBe(0);
  const abandoned = smallBlock({ ...ended, terminal });
  expect(abandoned.monthly).not.toHaveProperty('gpuResidualUsd');
});

test('R4.10b, R5.8d a loan is repaid in the last month of the block', () => {
  const debt: Debt = {
    blockId: 'hall',
    eligibleLines: ['buildCapexUsd'],
    loanToCost: 0.5,
    ratePerYear: 0,
    upfrontFeeShare: 0,
    capitaliseInterest: false,
    interestOnlyMonths: 0,
    tenorMonths: 10,
    repayment: 'annuity',
    balloonShare: 0,
    equityDiscountRatePerYear: 0,
  };
  const site = smallSite({ ...smallCase({ ...smallLease, toMonth: 12 }), debt });
  const principal = [7, 10, 11, 12].map((month) => Math.round(lineIn(site, 'loanPrincipalUsd', month)) + 0);
  expect(principal).toEqual([-5e6, -5e6, -30e6, 0]);
  expect(site.loan?.dscr).toHaveLength(4);
});

test('R1.7, R4.10b an end before the hall stands, or beside a sale, is named', () => {
  const invalidOf = (block: ColocationBlock): unknown => {
    const [result] = evaluateSiteCase(smallCase(block)).blocks;
    return result && 'invalid' in result ? result.invalid : undefined;
  };
  expect(invalidOf({ ...smallLease, toMonth: 5 })).toEqual(['blocks[0].toMonth']);
  expect(invalidOf({ ...smallLease, toMonth: 6 })).toBeUndefined();
  const shellSale = { method: 'usdPerMwIt', month: 20, usdPerMwIt: 1e6, costShare: 0 } as const;
  expect(invalidOf({ ...smallLease, toMonth: 12, shellSale })).toEqual(['blocks[0].toMonth']);
});
