import type { BlockInput } from '../strategy/blockInput.ts';
import type { MarketInput } from '../strategy/marketInput.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import { allianceHall, allianceTerms } from './alliance/allianceTerms.ts';
import type { SiteEvidence } from './evidence.ts';
import { colocationBlock, gpuCloudBlock, wholeSite } from './plans/aiBlocks.ts';
import {
  miningBlock,
  miningId,
  miningUntil,
  powerOf,
  redeployedBlock,
  refreshedBlock,
} from './plans/miningBlocks.ts';
import type { InputValues } from './resolveInputs.ts';

/** R5.1 The strategies of a site, in the order in which ties are decided. */
export const plannedStrategies: readonly StrategyKind[] = [
  'keepMining',
  'refresh',
  'redeploy',
  'colocation',
  'gpuCloud',
  'alliance',
  'hybrid',
  'sellShell',
  'sellSite',
];

function sum(...parts: readonly (number | undefined)[]): number | undefined {
  return parts.reduce(
    (total, part) => (total === undefined || part === undefined ? undefined : total + part),
    0,
  );
}

function product(...parts: readonly (number | undefined)[]): number | undefined {
  return parts.reduce(
    (total, part) => (total === undefined || part === undefined ? undefined : total * part),
    1,
  );
}

/** A site that never mined has no mining block to end. */
function mines(values: InputValues): boolean {
  return values.siteHashrateEhS !== undefined && values.siteHashrateEhS > 0;
}

/** The hall in place of all mining. */
function converted(
  block: ReturnType<typeof colocationBlock | typeof gpuCloudBlock>,
  values: InputValues,
): BlockInput[] {
  return mines(values) ? [miningBlock(values), { ...block, replaces: miningId }] : [block];
}

/** R5.2a A part of the site is converted, the rest goes on mining with its part of the machines. */
function hybridBlocks(values: InputValues): BlockInput[] {
  const { hybridConversionShare: share } = values;
  const rest = share === undefined ? undefined : 1 - share;
  const hall = colocationBlock(values, { powerMw: product(values.gridPowerMw, share) });
  if (!mines(values)) return [hall];
  return [
    { ...miningBlock(values, rest), id: 'miningRest' },
    miningBlock(values, share),
    { ...hall, replaces: miningId },
  ];
}

/** R5.6 The let hall is sold some months after the first bill, at its forward NOI over the cap rate. */
function shellSaleBlocks(values: InputValues): BlockInput[] {
  const month = sum(
    values.monthsLeaseToBuildStart,
    values.buildMonths,
    values.slipMonths,
    values.billingLagMonths,
    values.shellSaleMonthsAfterBilling,
  );
  return converted(
    {
      ...colocationBlock(values, wholeSite(values)),
      terminal: { method: 'none' },
      shellSale: {
        method: 'forwardNoiCapRate',
        month,
        capRate: values.capRate,
        costShare: values.saleCostShare,
      },
    },
    values,
  );
}

/** R5.5 Mining ends in the month of the sale; the machines are sold with it, not to the buyer. */
function siteSaleBlocks(values: InputValues): BlockInput[] {
  const { siteSaleMonth: month } = values;
  const sale: BlockInput = {
    id: 'siteSale',
    kind: 'siteSale',
    month,
    gridMw: values.gridPowerMw,
    usdPerGridMw: values.siteSaleUsdPerMw,
    costShare: values.saleCostShare,
    discountRatePerYear: values.discountRateMining,
  };
  return mines(values) ? [miningUntil(values, sum(month, 1), true), sale] : [sale];
}

function blocksOf(strategy: StrategyKind, values: InputValues): BlockInput[] {
  switch (strategy) {
    case 'keepMining':
      return [miningBlock(values)];
    case 'refresh':
      return [refreshedBlock(values)];
    case 'redeploy':
      return [miningUntil(values, values.redeployMonth, false), redeployedBlock(values)];
    case 'colocation':
      return converted(colocationBlock(values, wholeSite(values)), values);
    case 'alliance':
      return converted(allianceHall(values), values);
    case 'gpuCloud':
      return converted(gpuCloudBlock(values, wholeSite(values)), values);
    case 'hybrid':
      return hybridBlocks(values);
    case 'sellShell':
      return shellSaleBlocks(values);
    case 'sellSite':
      return siteSaleBlocks(values);
  }
}

/** R5.10 The rate of a plan's own blocks; each block carries its own beside it. */
export function ratePerYear(strategy: StrategyKind, values: InputValues): number | undefined {
  switch (strategy) {
    case 'keepMining':
    case 'refresh':
    case 'redeploy':
    case 'sellSite':
      return values.discountRateMining;
    case 'gpuCloud':
      return values.discountRateGpuCloud;
    default:
      return values.discountRateColocation;
  }
}

/**
 * R5.1, R5.2, R5.2a The plan of one strategy for the whole site, on one horizon, each block at its own rate.
 * @param strategy one of `plannedStrategies`
 * @param values the resolved inputs; a missing one stays missing and is named by the case
 * @param market R2 the same object for all plans that are compared
 */
export function sitePlan(
  strategy: StrategyKind,
  evidence: SiteEvidence,
  values: InputValues,
  market: MarketInput,
): SiteCaseInput {
  return {
    valuationMonth: evidence.valuationMonth,
    horizonMonths: values.horizonMonths,
    discountRatePerYear: ratePerYear(strategy, values),
    commonDiscountRatePerYear: values.commonDiscountRatePerYear,
    site: { gridPowerMw: values.gridPowerMw, grossToItRatio: values.grossToItRatio },
    market,
    power: powerOf(values, values.powerPriceUsdPerMwh),
    blocks: blocksOf(strategy, values),
    ...(strategy === 'alliance' && { alliance: allianceTerms(values) }),
  };
}
