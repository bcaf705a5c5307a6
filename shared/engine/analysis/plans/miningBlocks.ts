import type { FleetGroupInput, MiningBlockInput } from '../../strategy/blockInput.ts';
import type { PowerInput } from '../../strategy/marketInput.ts';
import type { InputValues } from '../resolveInputs.ts';

/** Machines are counted in units of this size; nothing depends on it, since their costs are per TH/s. */
const unitThS = 100;
const thSPerEhS = 1_000_000;
const jThPerMw = 1_000_000;

/** Name of the block of today's machines, which others replace. */
export const miningId = 'mining';

/** R3.3 The site's power at one fixed price. */
export function powerOf(values: InputValues, fixedPriceUsdPerMwh: number | undefined): PowerInput {
  return {
    fixedPriceShare: 1,
    fixedPriceUsdPerMwh,
    fixedPriceEscalatorPerYear: values.powerPriceEscalatorPerYear,
    deliveryAdderUsdPerMwh: values.deliveryAdderUsdPerMwh,
    demandChargeUsdPerMwMonth: values.demandChargeUsdPerMwMonth,
    chargeEscalatorPerYear: values.powerPriceEscalatorPerYear,
  };
}

function times(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a * b;
}

function plus(a: number | undefined, b: number): number | undefined {
  return a === undefined ? undefined : a + b;
}

/** Today's machines, or the given share of them. */
export function fleetToday(values: InputValues, share: number | undefined): FleetGroupInput {
  return {
    count: times(share, times(values.siteHashrateEhS, thSPerEhS / unitThS)),
    hashrateThS: unitThS,
    efficiencyJPerTh: values.fleetEfficiencyJPerTh,
    fromMonth: 0,
    hashrateFactor: 1,
    efficiencyFactor: 1,
    failureRatePerYear: values.failureRatePerYear,
    sale: saleOf(values),
  };
}

function saleOf(values: InputValues): FleetGroupInput['sale'] {
  return {
    monthsAfterEnd: 0,
    usdPerTh: { values: [values.asicResaleUsdPerTh], growthPerYear: values.asicResaleChangePerYear },
    costUsdPerUnit: 0,
  };
}

/** R3.1 Today's machines on a share of the site's grid power. */
export function miningBlock(values: InputValues, share: number | undefined = 1): MiningBlockInput {
  return {
    id: miningId,
    kind: 'mining',
    powerMw: times(share, values.gridPowerMw),
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
    fleet: [fleetToday(values, share)],
    power: powerOf(values, values.miningPowerPriceUsdPerMwh),
    discountRatePerYear: values.discountRateMining,
  };
}

/** R3.9 New machines that fill a power [MW], bought and paid before they start. */
export function newFleet(
  values: InputValues,
  powerMw: number | undefined,
  fromMonth: number | undefined,
): FleetGroupInput {
  const { newFleetEfficiencyJPerTh: efficiency, miningPue } = values;
  const fullThS =
    powerMw === undefined || efficiency === undefined || miningPue === undefined
      ? undefined
      : (powerMw * jThPerMw) / (efficiency * miningPue);
  return {
    count: times(fullThS, 1 / unitThS),
    hashrateThS: unitThS,
    efficiencyJPerTh: efficiency,
    fromMonth,
    hashrateFactor: 1,
    efficiencyFactor: 1,
    failureRatePerYear: values.failureRatePerYear,
    purchase: {
      monthsBeforeStart: values.asicPaymentMonths,
      usdPerTh: values.asicPriceUsdPerTh,
      otherCostShare: values.asicOtherCostShare,
    },
    sale: saleOf(values),
  };
}

/** R3.11 The old machines run until the new ones, sized to the site's power, take their place. */
export function refreshedBlock(values: InputValues): MiningBlockInput {
  const { gridPowerMw, refreshMonth } = values;
  return {
    ...miningBlock(values),
    fleet: [{ ...fleetToday(values, 1), toMonth: refreshMonth }, newFleet(values, gridPowerMw, refreshMonth)],
  };
}

/**
 * R3.11 The old machines at a cheaper site: underclocked, in the cheap hours only, with its demand response and heat.
 * The power they draw there, not this site's, is what they pay for.
 */
export function redeployedBlock(values: InputValues): MiningBlockInput {
  const {
    siteHashrateEhS,
    fleetEfficiencyJPerTh,
    miningPue,
    redeployMonth,
    redeployIdleMonths,
    redeployHashrateFactor,
    redeployEfficiencyFactor,
  } = values;
  const startMonth = redeployIdleMonths === undefined ? undefined : plus(redeployMonth, redeployIdleMonths);
  const runJPerTh = times(fleetEfficiencyJPerTh, redeployEfficiencyFactor);
  const runThS = times(times(siteHashrateEhS, thSPerEhS), redeployHashrateFactor);
  return {
    ...miningBlock(values),
    id: 'redeployed',
    powerMw: times(times(runThS, runJPerTh), miningPue === undefined ? undefined : miningPue / jThPerMw),
    fromMonth: startMonth,
    curtailedHoursShare: values.redeployCurtailedHoursShare,
    demandResponseCreditUsdPerMwMonth: values.redeployDemandResponseCreditUsdPerMwMonth,
    heatRevenueUsdPerMwhIt: values.redeployHeatRevenueUsdPerMwhIt,
    fleet: [
      {
        ...fleetToday(values, 1),
        fromMonth: startMonth,
        hashrateFactor: redeployHashrateFactor,
        efficiencyFactor: redeployEfficiencyFactor,
        move: {
          monthsBeforeStart: redeployIdleMonths,
          costUsdPerUnit: times(values.redeployMoveCostUsdPerTh, unitThS),
        },
      },
    ],
    power: powerOf(values, values.redeployPowerPriceUsdPerMwh),
  };
}

/** Today's machines until a month, without a sale where they go on elsewhere. */
export function miningUntil(
  values: InputValues,
  toMonth: number | undefined,
  sells: boolean,
): MiningBlockInput {
  const fleet = fleetToday(values, 1);
  return {
    ...miningBlock(values),
    toMonth,
    fleet: [sells ? fleet : { ...fleet, sale: null }],
  };
}
