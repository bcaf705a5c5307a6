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
  network: objectBy(
    ({ kind }) => ({
      kind: oneOf('difficulty', 'hashrateEhS'),
      path: pathOf(positive),
      ...(kind === 'hashrateEhS' && { blockIntervalS: positive }),
    }),
    { blockIntervalS: positive },
  ),
  subsidyBtcPerBlock: notNegative,
  halvings: possiblyEmptyListOf(object({ date, subsidyBtcPerBlockAfter: notNegative })),
  fees: objectBy(({ kind }) => ({
    kind: oneOf('btcPerBlock', 'shareOfRevenue'),
    path: pathOf(kind === 'shareOfRevenue' ? shareBelowOne : notNegative),
  })),
});

const fixedPrice = { fixedPriceUsdPerMwh: anyNumber, fixedPriceEscalatorPerYear: growth };
const indexPrice = { indexPriceUsdPerMwh: pathOf(anyNumber) };

/** R3.3 What power prices need; a fixed price at share 0 and an index at share 1 cannot matter. */
export const powerShape: ObjectShape = objectBy(
  ({ fixedPriceShare }) => ({
    fixedPriceShare: share,
    ...(fixedPriceShare !== 0 && fixedPrice),
    ...(fixedPriceShare !== 1 && indexPrice),
    deliveryAdderUsdPerMwh: anyNumber,
    demandChargeUsdPerMwMonth: anyNumber,
    chargeEscalatorPerYear: growth,
  }),
  { ...fixedPrice, ...indexPrice },
);

const depreciation = objectBy(
  ({ method }) => ({
    method: oneOf('straightLine', 'macrs5'),
    ...(method === 'straightLine' && { lifeMonths: monthSpan }),
    ...(method === 'macrs5' && { bonusShare: share }),
  }),
  { lifeMonths: monthSpan, bonusShare: share },
);

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
      object(
        {
          monthsBeforeStart: month,
          usdPerTh: anyNumber,
          otherCostShare: anyNumber,
          ...taxedBy(isTaxed),
        },
        { depreciation },
      ),
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

const valuationKeys = { capRate: positive, usdPerMwIt: anyNumber, costShare: anyNumber };

const tenantFundedCapex = optional(object({ usdPerMwIt: notNegative, capShare: share }));

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
      parts: possiblyEmptyListOf(object({ usdPerMwIt: anyNumber, ...taxedBy(isTaxed) }, { depreciation })),
      contingencyShare: anyNumber,
    }),
    opex: object({
      opexUsdPerMwItMonth: anyNumber,
      opexInflationPerYear: growth,
      propertyTaxShareOfCapexPerYear: anyNumber,
      insuranceShareOfCapexPerYear: anyNumber,
      managementFeeShareOfRevenue: anyNumber,
    }),
    terminal: objectBy(
      ({ method }) => ({
        method: oneOf('none', ...methods),
        ...valuation(method),
        gpuResidualAtHorizon: optional(flag),
      }),
      valuationKeys,
    ),
    shellSale: optional(
      objectBy(
        ({ method }) => ({
          method: oneOf('forwardNoiCapRate', 'usdPerMwIt'),
          month: monthCount,
          ...valuation(method),
        }),
        valuationKeys,
      ),
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
  tenantFundedCapex,
});

function cloud(isTaxed: boolean): ObjectShape {
  return object(
    {
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
    },
    { depreciation },
  );
}

const siteSale = object({
  id: anyText,
  discountRatePerYear: rate,
  month,
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
  if (kind === 'colocation') return object({ ...aiBlock('colocation', isTaxed), lease, tenantFundedCapex });
  if (kind === 'gpuCloud') return object({ ...aiBlock('gpuCloud', isTaxed), cloud: cloud(isTaxed) });
  if (kind === 'siteSale') return siteSale;
  return object({ kind: oneOf('mining', 'colocation', 'gpuCloud', 'siteSale') });
}
