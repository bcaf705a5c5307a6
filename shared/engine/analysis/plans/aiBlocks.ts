import type { CapexInput, ColocationBlockInput, GpuCloudBlockInput } from '../../strategy/blockInput.ts';
import type { InputValues } from '../resolveInputs.ts';

/** R4.12 Equal steps to full billing. */
function rampShares(rampMonths: number | undefined): (number | undefined)[] {
  if (rampMonths === undefined) return [undefined];
  return Array.from({ length: rampMonths }, (_, month) => (month + 1) / rampMonths);
}

/** What differs between plans that build a hall. */
export interface HallShape {
  /** Grid MW of the hall; undefined where the site's are not known. */
  readonly powerMw: number | undefined;
}

/** A hall on all grid power of the site. */
export function wholeSite(values: InputValues): HallShape {
  return { powerMw: values.gridPowerMw };
}

function hall(values: InputValues, { powerMw }: HallShape) {
  const capex: CapexInput = {
    parts: [{ usdPerMwIt: values.shellCapexUsdPerMwIt }],
    contingencyShare: values.contingencyShare,
  };
  return {
    powerMw,
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

/** R4.13 A hall let to one tenant, power passed through, with one renewal at market rent. */
export function colocationBlock(values: InputValues, shape: HallShape): ColocationBlockInput {
  return {
    id: 'colocation',
    kind: 'colocation',
    ...hall(values, shape),
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

/** R4.20 A hall with own GPUs under contract, then at market prices, renewed at the end of each life. */
export function gpuCloudBlock(values: InputValues, shape: HallShape): GpuCloudBlockInput {
  return {
    id: 'gpuCloud',
    kind: 'gpuCloud',
    ...hall(values, shape),
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
