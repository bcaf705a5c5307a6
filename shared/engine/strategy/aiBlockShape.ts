import {
  anyNumber,
  anyText,
  flag,
  growth,
  isRecord,
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
  type ObjectShape,
  type Shape,
} from './shape.ts';
import { bookShape, depreciationShape as depreciation, ownRate, taxedBy } from './assetShape.ts';

/*
 * R1.7 What a hall that serves AI needs.
 */

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
  inService: optional(flag),
});

function valuation(method: unknown): Record<string, Shape> {
  if (method === 'forwardNoiCapRate') return { capRate: positive, costShare: anyNumber };
  if (method === 'usdPerMwIt') return { usdPerMwIt: anyNumber, costShare: anyNumber };
  return {};
}

const valuationKeys = { capRate: positive, usdPerMwIt: anyNumber, costShare: anyNumber };

const tenantFundedCapex = optional(object({ usdPerMwIt: notNegative, capShare: share }));

function commonKeys(kind: 'colocation' | 'gpuCloud', isTaxed: boolean): Record<string, Shape> {
  const methods = kind === 'colocation' ? ['forwardNoiCapRate', 'usdPerMwIt'] : ['usdPerMwIt'];
  return {
    id: anyText,
    discountRatePerYear: ownRate,
    powerMw: notNegative,
    grossToItRatio: optional(positive),
    toMonth: optional(month),
    pue: notNegative,
    timeline,
    capex: object({
      parts: possiblyEmptyListOf(object({ usdPerMwIt: anyNumber, ...taxedBy(isTaxed) }, { depreciation })),
      contingencyShare: anyNumber,
    }),
    book: bookShape,
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
    byMonth: optional(
      object({
        pue: optional(listOf(notNegative)),
        tenantDefaultProbabilityPerYear: optional(listOf(share)),
        letShare: optional(listOf(share)),
        rentFactor: optional(listOf(notNegative)),
        marketUtilisation: optional(listOf(notNegative)),
        gpuResidualShare: optional(listOf(anyNumber)),
      }),
    ),
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
  tenantDefaultMonth: optional(monthCount),
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
  managedHosting: optional(
    object({
      kwPerGpu: positive,
      feeUsdPerGpuMonth: anyNumber,
      opexUsdPerGpuMonth: anyNumber,
      slaCreditShare: anyNumber,
    }),
  ),
});

function cloud(isTaxed: boolean, standsAlready: boolean): ObjectShape {
  return objectBy(
    ({ refresh }) => ({
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
      // GPUs that stand are in the books; only later generations are still written off.
      ...taxedBy(isTaxed && !(standsAlready && (refresh === null || refresh === undefined))),
    }),
    { depreciation },
  );
}

/** R4.10a A hall that stands is written off by its book value, so that of its parts cannot matter. */
function isInService(block: Readonly<Record<string, unknown>>): boolean {
  const { timeline: dates } = block;
  return isRecord(dates) && dates['inService'] === true;
}

/** R1.7 What an AI block needs. */
export function aiBlockShape(kind: 'colocation' | 'gpuCloud', isTaxed: boolean): ObjectShape {
  const keys = (standsAlready: boolean): Record<string, Shape> => {
    const common = commonKeys(kind, isTaxed && !standsAlready);
    return kind === 'colocation'
      ? { ...common, lease, tenantFundedCapex }
      : { ...common, cloud: cloud(isTaxed, standsAlready) };
  };
  const [ofBuilt, ofStanding] = [keys(false), keys(true)];
  return objectBy((block) => (isInService(block) ? ofStanding : ofBuilt));
}
