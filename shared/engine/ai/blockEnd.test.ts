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

test('R4.10b an end beyond the horizon changes nothing inside it', () => {
  const kept = smallBlock({ ...smallLease, terminal });
  const { monthly, metrics } = smallBlock({ ...smallLease, terminal, toMonth: 36 });
  expect(monthly).toEqual(kept.monthly);
  expect(metrics.npvUsd).toBe(kept.metrics.npvUsd);
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
