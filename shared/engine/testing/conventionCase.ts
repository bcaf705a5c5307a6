import type { ColocationBlock, GpuCloudBlock, MiningBlock } from '../strategy/blockInput.ts';
import type { NamedDebt, SiteCaseInput } from '../strategy/siteCaseInput.ts';
import { roundFleet, roundMarket, roundMining } from './roundMarket.ts';
import { smallCase, smallCloud, smallLease } from './smallHall.ts';

/*
 * Everything at once that no golden case covers: a GPU hall in service, a hall with managed hosting that is let for a
 * while, mining after it, several loans with covenants, an alliance with default and warrants, a common rate.
 */

const straightLine = { method: 'straightLine', lifeMonths: 60 } as const;

const standing: GpuCloudBlock = {
  ...smallCloud,
  id: 'standing',
  timeline: { ...smallCloud.timeline, leaseSignedMonth: -20, inService: true },
  book: { valueUsd: 60e6, remainingLifeMonths: 30 },
  cloud: {
    ...smallCloud.cloud,
    gpuLifeMonths: 36,
    refresh: { costShareOfFirst: 0.6, priceFactor: 1.2 },
    depreciation: { method: 'macrs5', bonusShare: 0.4 },
  },
};

const hosted: ColocationBlock = {
  ...smallLease,
  id: 'hosted',
  toMonth: 40,
  capex: { parts: [{ usdPerMwIt: 8e6, depreciation: straightLine }], contingencyShare: 0.1 },
  lease: {
    ...smallLease.lease,
    escalatorPerYear: 0.03,
    tenantDefaultProbabilityPerYear: 0.05,
    recoveryShare: 0.3,
    passThrough: 'modifiedGross',
    managedHosting: { kwPerGpu: 2, feeUsdPerGpuMonth: 60, opexUsdPerGpuMonth: 20, slaCreditShare: 0.02 },
  },
};

const mining: MiningBlock = {
  ...roundMining,
  startsAfter: 'hosted',
  reconversionMonths: 3,
  reconversionCostUsdPerMw: 100_000,
  reconversionDepreciation: straightLine,
  demandResponseCreditUsdPerMwMonth: 800,
  heatRevenueUsdPerMwhIt: 5,
  fleet: [
    {
      ...roundFleet,
      purchase: { monthsBeforeStart: 1, usdPerTh: 10, otherCostShare: 0.05, depreciation: straightLine },
      sale: { monthsAfterEnd: 0, usdPerTh: { values: [4], growthPerYear: -0.1 }, costUsdPerUnit: 10 },
    },
  ],
};

const senior: NamedDebt = {
  id: 'senior',
  blockId: 'hosted',
  eligibleLines: ['buildCapexUsd'],
  loanToCost: 0.5,
  ratePerYear: 0.07,
  upfrontFeeShare: 0.01,
  capitaliseInterest: true,
  interestOnlyMonths: 3,
  tenorMonths: 24,
  repayment: 'sculpted',
  balloonShare: 0.2,
  targetDscr: 1.3,
  equityDiscountRatePerYear: 0.14,
  covenant: { lockUpDscr: 1.3, breachDscr: 1.05 },
};

export const conventionCase: SiteCaseInput = {
  ...smallCase(hosted),
  horizonMonths: 72,
  discountRatePerYear: 0.1,
  commonDiscountRatePerYear: 0.12,
  site: { gridPowerMw: 22, grossToItRatio: 1.1 },
  market: roundMarket,
  blocks: [standing, hosted, mining],
  tax: { ratePerYear: 0.21, lossUseCapShare: 0.8, initialLossCarryForwardUsd: 1e6, taxTerminalValue: true },
  debts: [senior, { ...senior, id: 'junior', loanToCost: 0.2, ratePerYear: 0.11, repayment: 'annuity' }],
  covenant: { lockUpDscr: 1.2, breachDscr: 1 },
  alliance: {
    siteContributionMonth: 0,
    siteContributionUsd: 5e6,
    minerFundingShare: 0.3,
    partnerFundsFirstUsd: 20e6,
    preferredReturnPerYear: 0.08,
    minerResidualShare: 0.4,
    minerDiscountRatePerYear: 0.12,
    partnerDiscountRatePerYear: 0.1,
    partnerDefault: { month: 4, consequence: 'buildStops', minerResidualShareAfter: 0.6 },
    warrants: {
      warrants: 10e6,
      sharesOutstanding: 90e6,
      spotUsdPerShare: 12,
      strikeUsdPerShare: 15,
      rate: 0.04,
      dividendYield: 0,
      volatility: 0.9,
      years: 5,
    },
  },
};
