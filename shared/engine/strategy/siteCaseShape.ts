import { parseDate } from '../time/civilDay.ts';
import { parseMonth } from '../time/months.ts';
import {
  anyNumber,
  anyText,
  flag,
  growth,
  listOf,
  month,
  monthCount,
  monthSpan,
  notNegative,
  object,
  objectBy,
  oneOf,
  optional,
  pathOf,
  positive,
  possiblyEmptyListOf,
  share,
  shareBelowOne,
  type ObjectShape,
  type Shape,
  type TextShape,
} from './shape.ts';

/*
 * R1.7 What a site case needs. Every key of an object that is present is required, unless it cannot matter.
 */

const date: TextShape = { is: 'text', accepts: (text) => parseDate(text) !== undefined };
const calendarMonth: TextShape = { is: 'text', accepts: (text) => parseMonth(text) !== undefined };

/** The first two questions of every case: when it starts and how long it runs. */
export const horizonShape: ObjectShape = object({
  valuationMonth: calendarMonth,
  horizonMonths: { is: 'number', whole: true, min: 1, max: 1200 },
});

/** R2 What the mining market needs. */
export const marketShape: ObjectShape = object({
  btcPriceUsd: pathOf(notNegative),
  network: objectBy(({ kind }) => ({
    kind: oneOf('difficulty', 'hashrateEhS'),
    path: pathOf(positive),
    ...(kind === 'hashrateEhS' && { blockIntervalS: positive }),
  })),
  subsidyBtcPerBlock: notNegative,
  halvings: possiblyEmptyListOf(object({ date, subsidyBtcPerBlockAfter: notNegative })),
  fees: objectBy(({ kind }) => ({
    kind: oneOf('btcPerBlock', 'shareOfRevenue'),
    path: pathOf(kind === 'shareOfRevenue' ? shareBelowOne : notNegative),
  })),
});

/** R3.3 What power prices need; a fixed price at share 0 and an index at share 1 cannot matter. */
export const powerShape: ObjectShape = objectBy(({ fixedPriceShare }) => ({
  fixedPriceShare: share,
  ...(fixedPriceShare !== 0 && { fixedPriceUsdPerMwh: anyNumber, fixedPriceEscalatorPerYear: growth }),
  ...(fixedPriceShare !== 1 && { indexPriceUsdPerMwh: pathOf(anyNumber) }),
  deliveryAdderUsdPerMwh: anyNumber,
  demandChargeUsdPerMwMonth: anyNumber,
  chargeEscalatorPerYear: growth,
}));

const depreciation = objectBy(({ method }) => ({
  method: oneOf('straightLine', 'macrs5'),
  ...(method === 'straightLine' && { lifeMonths: monthSpan }),
  ...(method === 'macrs5' && { bonusShare: share }),
}));

function taxedBy(isTaxed: boolean): Record<string, Shape> {
  return isTaxed ? { depreciation } : {};
}

function fleetGroup(isTaxed: boolean): ObjectShape {
  return object({
    count: notNegative,
    hashrateThS: notNegative,
    efficiencyJPerTh: positive,
    fromMonth: month,
    toMonth: optional(month),
    hashrateFactor: notNegative,
    efficiencyFactor: positive,
    failureRatePerYear: share,
    purchase: optional(
      object({
        monthsBeforeStart: month,
        usdPerTh: anyNumber,
        otherCostShare: anyNumber,
        ...taxedBy(isTaxed),
      }),
    ),
    book: optional(object({ valueUsd: anyNumber, remainingLifeMonths: monthSpan })),
    move: optional(object({ monthsBeforeStart: month, costUsdPerUnit: anyNumber })),
    sale: optional(
      object({ monthsAfterEnd: monthCount, usdPerTh: pathOf(anyNumber), costUsdPerUnit: anyNumber }),
    ),
  });
}

const rate = optional(growth);

function miningBlock(isTaxed: boolean): ObjectShape {
  return object({
    id: anyText,
    discountRatePerYear: rate,
    powerMw: notNegative,
    miningPue: positive,
    fromMonth: month,
    toMonth: optional(month),
    uptime: share,
    staleShare: share,
    poolFeeShare: share,
    curtailedHoursShare: share,
    demandResponseCreditUsdPerMwMonth: anyNumber,
    heatRevenueUsdPerMwhIt: anyNumber,
    fixedOpexUsdPerMwMonth: anyNumber,
    opexInflationPerYear: growth,
    fleet: possiblyEmptyListOf(fleetGroup(isTaxed)),
    takeOrPay: optional(object({ share: notNegative, resaleUsdPerMwh: anyNumber })),
  });
}

/** R4.10 The keys from which the dates of an AI block follow. */
export const dateKeys = [
  'leaseSignedMonth',
  'monthsLeaseToBuildStart',
  'buildMonths',
  'slipMonths',
  'miningStopsMonthsBeforeBuild',
  'billingLagMonths',
] as const;

const timeline = object({
  leaseSignedMonth: month,
  monthsLeaseToBuildStart: month,
  buildMonths: monthCount,
  slipMonths: month,
  miningStopsMonthsBeforeBuild: month,
  billingLagMonths: monthCount,
  rampShare: listOf(notNegative),
});

function valuation(method: unknown): Record<string, Shape> {
  if (method === 'forwardNoiCapRate') return { capRate: positive, costShare: anyNumber };
  if (method === 'usdPerMwIt') return { usdPerMwIt: anyNumber, costShare: anyNumber };
  return {};
}

function aiBlock(kind: 'colocation' | 'gpuCloud', isTaxed: boolean): Record<string, Shape> {
  const methods = kind === 'colocation' ? ['forwardNoiCapRate', 'usdPerMwIt'] : ['usdPerMwIt'];
  return {
    id: anyText,
    discountRatePerYear: rate,
    powerMw: notNegative,
    grossToItRatio: optional(positive),
    pue: notNegative,
    timeline,
    capex: object({
      parts: possiblyEmptyListOf(object({ usdPerMwIt: anyNumber, ...taxedBy(isTaxed) })),
      contingencyShare: anyNumber,
    }),
    opex: object({
      opexUsdPerMwItMonth: anyNumber,
      opexInflationPerYear: growth,
      propertyTaxShareOfCapexPerYear: anyNumber,
      insuranceShareOfCapexPerYear: anyNumber,
      managementFeeShareOfRevenue: anyNumber,
    }),
    terminal: objectBy(({ method }) => ({
      method: oneOf('none', ...methods),
      ...valuation(method),
      gpuResidualAtHorizon: optional(flag),
    })),
    shellSale: optional(
      objectBy(({ method }) => ({
        method: oneOf('forwardNoiCapRate', 'usdPerMwIt'),
        month: monthCount,
        ...valuation(method),
      })),
    ),
    replaces: optional(anyText),
  };
}

const lease = object({
  rentUsdPerKwMonth: anyNumber,
  escalatorPerYear: growth,
  termMonths: monthCount,
  freeRentMonths: monthCount,
  passThrough: oneOf('tripleNet', 'modifiedGross', 'gross'),
  tenantLoadFactor: notNegative,
  tenantDefaultProbabilityPerYear: share,
  recoveryShare: anyNumber,
  renewals: possiblyEmptyListOf(
    object({
      termMonths: monthCount,
      probability: share,
      markToMarketShare: anyNumber,
      marketRentUsdPerKwMonth: pathOf(anyNumber),
      escalatorPerYear: growth,
      downtimeMonths: monthCount,
    }),
  ),
  backstop: optional(object({ share: anyNumber, tenorMonths: monthCount })),
  tenantFundedCapex: optional(object({ usdPerMwIt: notNegative, capShare: share })),
});

function cloud(isTaxed: boolean): ObjectShape {
  return object({
    kwPerGpu: positive,
    gpuPriceUsd: anyNumber,
    gpuPaymentMonths: monthSpan,
    contract: optional(
      object({
        termMonths: monthCount,
        priceUsdPerGpuHour: anyNumber,
        priceChangePerYear: growth,
        utilisation: notNegative,
        takeOrPayShare: notNegative,
        prepayment: optional(object({ shareOfContractValue: anyNumber })),
      }),
    ),
    market: object({ priceUsdPerGpuHour: pathOf(anyNumber), utilisation: notNegative }),
    availability: notNegative,
    slaCreditShare: anyNumber,
    platformCostShare: anyNumber,
    opexUsdPerGpuMonth: anyNumber,
    loadFactor: notNegative,
    gpuLifeMonths: monthSpan,
    residualShare: anyNumber,
    refresh: optional(object({ costShareOfFirst: anyNumber, priceFactor: notNegative })),
    ...taxedBy(isTaxed),
  });
}

const siteSale = object({
  id: anyText,
  discountRatePerYear: rate,
  month: monthCount,
  gridMw: notNegative,
  usdPerGridMw: anyNumber,
  costShare: anyNumber,
});

/**
 * R1.7 What a block of one kind needs, without the things it may inherit from the case (power, market,
 * rates).
 * @param isTaxed depreciation matters only where there is a tax
 */
export function blockShape(kind: unknown, isTaxed: boolean): ObjectShape {
  if (kind === 'mining') return miningBlock(isTaxed);
  if (kind === 'colocation') return object({ ...aiBlock('colocation', isTaxed), lease });
  if (kind === 'gpuCloud') return object({ ...aiBlock('gpuCloud', isTaxed), cloud: cloud(isTaxed) });
  if (kind === 'siteSale') return siteSale;
  return object({ kind: oneOf('mining', 'colocation', 'gpuCloud', 'siteSale') });
}

/** R5.9 What the tax needs. */
export const taxShape: ObjectShape = object({
  ratePerYear: anyNumber,
  lossUseCapShare: share,
  initialLossCarryForwardUsd: notNegative,
  taxTerminalValue: flag,
});

/** R5.8 What a loan needs. */
export const debtShape: ObjectShape = object({
  blockId: anyText,
  eligibleLines: possiblyEmptyListOf(anyText),
  loanToCost: notNegative,
  ratePerYear: growth,
  upfrontFeeShare: anyNumber,
  capitaliseInterest: flag,
  interestOnlyMonths: monthCount,
  tenorMonths: monthSpan,
  repayment: oneOf('annuity', 'sculpted'),
  balloonShare: share,
  targetDscr: optional(positive),
  equityDiscountRatePerYear: growth,
});

/** R4.25 What an alliance needs. */
export const allianceShape: ObjectShape = object({
  siteContributionMonth: month,
  siteContributionUsd: notNegative,
  minerFundingShare: share,
  partnerFundsFirstUsd: notNegative,
  preferredReturnPerYear: growth,
  minerResidualShare: share,
  minerDiscountRatePerYear: growth,
  partnerDiscountRatePerYear: growth,
});

/** R5.12 What the MIRR needs. */
export const mirrShape: ObjectShape = object({ financeRatePerYear: growth, reinvestRatePerYear: growth });

/** R5.15 What the figures per MW need. */
export const siteShape: ObjectShape = object({ gridPowerMw: positive, grossToItRatio: positive });
