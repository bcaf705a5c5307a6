import type {
  BlockInput,
  CapexInput,
  ColocationBlockInput,
  GpuCloudBlockInput,
  MiningBlockInput,
} from '../strategy/blockInput.ts';
import type { PowerInput } from '../strategy/marketInput.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import { baseMarket } from './baseMarket.ts';
import type { SiteEvidence } from './evidence.ts';
import type { InputValues } from './resolveInputs.ts';

/** The strategies that this edition builds from a portfolio. */
export type PlannedStrategy = 'keepMining' | 'colocation' | 'gpuCloud';
export const plannedStrategies: readonly PlannedStrategy[] = ['keepMining', 'colocation', 'gpuCloud'];

/** Machines are counted in units of this size; nothing depends on it, since their costs are per TH/s. */
const unitThS = 100;
const thSPerEhS = 1_000_000;
const miningId = 'mining';

function powerOf(values: InputValues, fixedPriceUsdPerMwh: number | undefined): PowerInput {
  return {
    fixedPriceShare: 1,
    fixedPriceUsdPerMwh,
    fixedPriceEscalatorPerYear: values.powerPriceEscalatorPerYear,
    deliveryAdderUsdPerMwh: values.deliveryAdderUsdPerMwh,
    demandChargeUsdPerMwMonth: values.demandChargeUsdPerMwMonth,
    chargeEscalatorPerYear: values.powerPriceEscalatorPerYear,
  };
}

function miningBlock(values: InputValues): MiningBlockInput {
  const hashrateEhS = values.siteHashrateEhS;
  return {
    id: miningId,
    kind: 'mining',
    powerMw: values.gridPowerMw,
    miningPue: values.miningPue,
    fromMonth: 0,
    uptime: values.uptime,
    staleShare: values.staleShare,
    poolFeeShare: values.poolFeeShare,
    curtailedHoursShare: values.curtailedHoursShare,
    demandResponseCreditUsdPerMwMonth: values.demandResponseCreditUsdPerMwMonth,
    heatRevenueUsdPerMwhIt: 0,
    fixedOpexUsdPerMwMonth: values.fixedOpexUsdPerMwMonth,
    opexInflationPerYear: values.opexInflationPerYear,
    fleet: [
      {
        count: hashrateEhS === undefined ? undefined : (hashrateEhS * thSPerEhS) / unitThS,
        hashrateThS: unitThS,
        efficiencyJPerTh: values.fleetEfficiencyJPerTh,
        fromMonth: 0,
        hashrateFactor: 1,
        efficiencyFactor: 1,
        failureRatePerYear: values.failureRatePerYear,
        sale: {
          monthsAfterEnd: 0,
          usdPerTh: { values: [values.asicResaleUsdPerTh], growthPerYear: values.asicResaleChangePerYear },
          costUsdPerUnit: 0,
        },
      },
    ],
    power: powerOf(values, values.miningPowerPriceUsdPerMwh),
    discountRatePerYear: values.discountRateMining,
  };
}

/** R4.12 Equal steps to full billing. */
function rampShares(rampMonths: number | undefined): (number | undefined)[] {
  if (rampMonths === undefined) return [undefined];
  return Array.from({ length: rampMonths }, (_, month) => (month + 1) / rampMonths);
}

function hall(values: InputValues) {
  const capex: CapexInput = {
    parts: [{ usdPerMwIt: values.shellCapexUsdPerMwIt }],
    contingencyShare: values.contingencyShare,
  };
  return {
    powerMw: values.gridPowerMw,
    grossToItRatio: values.grossToItRatio,
    pue: values.aiPue,
    timeline: {
      leaseSignedMonth: 0,
      monthsLeaseToBuildStart: values.monthsLeaseToBuildStart,
      buildMonths: values.buildMonths,
      slipMonths: values.slipMonths,
      miningStopsMonthsBeforeBuild: values.miningStopsMonthsBeforeBuild,
      billingLagMonths: values.billingLagMonths,
      rampShare: rampShares(values.rampMonths),
    },
    capex,
    opex: {
      opexUsdPerMwItMonth: values.aiOpexUsdPerMwItMonth,
      opexInflationPerYear: values.opexInflationPerYear,
      propertyTaxShareOfCapexPerYear: values.propertyTaxInsuranceShare,
      // One published share covers property tax and insurance together.
      insuranceShareOfCapexPerYear: 0,
      managementFeeShareOfRevenue: values.managementFeeShare,
    },
  };
}

function colocationBlock(values: InputValues): ColocationBlockInput {
  return {
    id: 'colocation',
    kind: 'colocation',
    ...hall(values),
    lease: {
      rentUsdPerKwMonth: values.rentYear1UsdPerKwMonth,
      escalatorPerYear: values.rentEscalatorPerYear,
      termMonths: values.leaseTermMonths,
      freeRentMonths: 0,
      passThrough: 'modifiedGross',
      tenantLoadFactor: values.tenantLoadFactor,
      tenantDefaultProbabilityPerYear: values.tenantDefaultProbabilityPerYear,
      recoveryShare: values.recoveryShare,
      renewals: [
        {
          termMonths: values.renewalTermMonths,
          probability: values.renewalProbability,
          markToMarketShare: 1,
          marketRentUsdPerKwMonth: {
            values: [values.rentYear1UsdPerKwMonth],
            growthPerYear: values.marketRentGrowthPerYear,
          },
          escalatorPerYear: values.rentEscalatorPerYear,
          downtimeMonths: values.renewalDowntimeMonths,
        },
      ],
    },
    terminal: { method: 'forwardNoiCapRate', capRate: values.capRate, costShare: values.saleCostShare },
    discountRatePerYear: values.discountRateColocation,
  };
}

function gpuCloudBlock(values: InputValues): GpuCloudBlockInput {
  return {
    id: 'gpuCloud',
    kind: 'gpuCloud',
    ...hall(values),
    cloud: {
      kwPerGpu: values.kwPerGpu,
      gpuPriceUsd: values.gpuPriceUsd,
      gpuPaymentMonths: values.gpuPaymentMonths,
      contract: {
        termMonths: values.gpuContractMonths,
        priceUsdPerGpuHour: values.gpuPriceUsdPerGpuHour,
        priceChangePerYear: 0,
        utilisation: values.utilisation,
        takeOrPayShare: values.gpuTakeOrPayShare,
        prepayment: { shareOfContractValue: values.prepaymentShare },
      },
      market: {
        priceUsdPerGpuHour: {
          values: [values.gpuMarketPriceUsdPerGpuHour],
          growthPerYear: values.gpuPriceChangePerYear,
        },
        utilisation: values.utilisation,
      },
      availability: values.gpuAvailability,
      slaCreditShare: values.slaCreditShare,
      platformCostShare: values.platformCostShare,
      opexUsdPerGpuMonth: values.gpuOpexUsdPerGpuMonth,
      loadFactor: values.gpuLoadFactor,
      gpuLifeMonths: values.gpuLifeMonths,
      residualShare: values.gpuResidualShare,
      refresh: {
        costShareOfFirst: values.gpuRefreshCostShareOfFirst,
        priceFactor: values.gpuRefreshPriceFactor,
      },
    },
    terminal: {
      method: 'usdPerMwIt',
      usdPerMwIt: values.shellTerminalUsdPerMwIt,
      costShare: values.saleCostShare,
      gpuResidualAtHorizon: true,
    },
    discountRatePerYear: values.discountRateGpuCloud,
  };
}

/** A site that never mined has no mining block to end. */
function blocksOf(strategy: PlannedStrategy, values: InputValues, mines: boolean): BlockInput[] {
  if (strategy === 'keepMining') return [miningBlock(values)];
  const block = strategy === 'colocation' ? colocationBlock(values) : gpuCloudBlock(values);
  return mines ? [miningBlock(values), { ...block, replaces: miningId }] : [block];
}

function ratePerYear(strategy: PlannedStrategy, values: InputValues): number | undefined {
  if (strategy === 'keepMining') return values.discountRateMining;
  return strategy === 'colocation' ? values.discountRateColocation : values.discountRateGpuCloud;
}

/**
 * R5.1, R5.2 The plan of one strategy for the whole site: keep mining; end mining, build a hall on all grid power and
 * let it (colocation) or run own GPUs in it (GPU cloud). One horizon for all, each block at its own rate.
 */
export function sitePlan(
  strategy: PlannedStrategy,
  evidence: SiteEvidence,
  values: InputValues,
): SiteCaseInput {
  return {
    valuationMonth: evidence.valuationMonth,
    horizonMonths: values.horizonMonths,
    discountRatePerYear: ratePerYear(strategy, values),
    site: { gridPowerMw: values.gridPowerMw, grossToItRatio: values.grossToItRatio },
    market: baseMarket(evidence, values),
    power: powerOf(values, values.powerPriceUsdPerMwh),
    blocks: blocksOf(strategy, values, values.siteHashrateEhS !== undefined && values.siteHashrateEhS > 0),
  };
}
