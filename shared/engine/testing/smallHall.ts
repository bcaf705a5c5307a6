import type { ColocationBlock, GpuCloudBlock } from '../strategy/blockInput.ts';
import { evaluateSiteCase } from '../strategy/siteCase.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { ComputedBlock, ComputedSite } from '../strategy/siteCaseResult.ts';

/*
 * A hall with figures round enough for a reader to work every line out on paper: 11 grid MW at a ratio of 1.1 are
 * 10 critical MW; build months 2 to 5, energised in month 6, billing from month 7 at half load, then at full load.
 */

const hall = {
  powerMw: 11,
  pue: 1.2,
  timeline: {
    leaseSignedMonth: 0,
    monthsLeaseToBuildStart: 2,
    buildMonths: 4,
    slipMonths: 0,
    miningStopsMonthsBeforeBuild: 1,
    billingLagMonths: 1,
    rampShare: [0.5, 1],
  },
  capex: { parts: [{ usdPerMwIt: 6e6 }, { usdPerMwIt: 2e6 }], contingencyShare: 0.25 },
  opex: {
    opexUsdPerMwItMonth: 1000,
    opexInflationPerYear: 0,
    propertyTaxShareOfCapexPerYear: 0.01,
    insuranceShareOfCapexPerYear: 0.002,
    managementFeeShareOfRevenue: 0.02,
  },
  terminal: { method: 'none' },
} as const;

export const smallLease: ColocationBlock = {
  ...hall,
  id: 'hall',
  kind: 'colocation',
  lease: {
    rentUsdPerKwMonth: 100,
    escalatorPerYear: 0,
    termMonths: 120,
    freeRentMonths: 0,
    passThrough: 'gross',
    tenantLoadFactor: 0.5,
    tenantDefaultProbabilityPerYear: 0,
    recoveryShare: 0,
    renewals: [],
  },
};

export const smallCloud: GpuCloudBlock = {
  ...hall,
  id: 'hall',
  kind: 'gpuCloud',
  cloud: {
    kwPerGpu: 2,
    gpuPriceUsd: 20_000,
    gpuPaymentMonths: 2,
    contract: {
      termMonths: 12,
      priceUsdPerGpuHour: 2,
      priceChangePerYear: 0,
      utilisation: 0.7,
      takeOrPayShare: 0.8,
      prepayment: { shareOfContractValue: 0.25 },
    },
    market: { priceUsdPerGpuHour: { values: [1], growthPerYear: 0 }, utilisation: 0.5 },
    availability: 0.9,
    slaCreditShare: 0.01,
    platformCostShare: 0.1,
    opexUsdPerGpuMonth: 10,
    loadFactor: 0.6,
    gpuLifeMonths: 60,
    residualShare: 0.1,
  },
};

/** The block alone on its site for 24 months from January 2027, undiscounted, power at 40 + 10 USD/MWh. */
export function smallCase(block: ColocationBlock | GpuCloudBlock): SiteCaseInput {
  return {
    valuationMonth: '2027-01',
    horizonMonths: 24,
    discountRatePerYear: 0,
    site: { gridPowerMw: 11, grossToItRatio: 1.1 },
    power: {
      fixedPriceShare: 1,
      fixedPriceUsdPerMwh: 40,
      fixedPriceEscalatorPerYear: 0,
      deliveryAdderUsdPerMwh: 10,
      demandChargeUsdPerMwMonth: 2000,
      chargeEscalatorPerYear: 0,
    },
    blocks: [block],
  };
}

export function smallBlock(block: ColocationBlock | GpuCloudBlock): ComputedBlock {
  return evaluateSiteCase(smallCase(block)).blocks[0] as ComputedBlock;
}

export function smallSite(input: SiteCaseInput): ComputedSite {
  return evaluateSiteCase(input).site as ComputedSite;
}

/** Value of a line in a month; an absent line is zero. */
export function lineIn(result: ComputedBlock | ComputedSite, line: string, month: number): number {
  return result.monthly[line]?.[month] ?? 0;
}
