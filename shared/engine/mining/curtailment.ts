/*
 * R3.4, R3.7, R3.8 Whether machines run, decided on monthly means. Hourly optionality is not seen; screens
 * say so beside every figure of lost credits.
 */

/** What a machine's hashes and heat are worth, the same for all groups of a block in one month. */
export interface HashValue {
  readonly hashpriceUsdPerPhDay: number;
  readonly staleShare: number;
  readonly poolFeeShare: number;
  readonly heatRevenueUsdPerMwhIt: number;
  readonly miningPue: number;
}

/**
 * R3.7 Value of a grid MWh in a machine: (hashprice·1000/(24·e)·(1−stale)·(1−poolFee) + heat)/PUE.
 * @param efficiencyJPerTh e as run [J/TH], above 0
 * @returns [USD per grid MWh]
 * @example valueUsdPerGridMwh({ hashpriceUsdPerPhDay: 48, staleShare: 0, poolFeeShare: 0.02,
 *   heatRevenueUsdPerMwhIt: 0, miningPue: 1 }, 20) // → 98
 */
export function valueUsdPerGridMwh(of: HashValue, efficiencyJPerTh: number): number {
  const hashes = (of.hashpriceUsdPerPhDay * 1000) / (24 * efficiencyJPerTh);
  return (hashes * (1 - of.staleShare) * (1 - of.poolFeeShare) + of.heatRevenueUsdPerMwhIt) / of.miningPue;
}

/** Prices against which a machine's value is held in one month [USD/MWh]. */
export interface DispatchPrices {
  readonly energyUsdPerMwh: number;
  readonly adderUsdPerMwh: number;
  /** Resale price of energy that must be taken; unused where nothing must. */
  readonly resaleUsdPerMwh: number;
}

/**
 * R3.8 Energy that a group runs. The part inside what is left of the minimum runs if its value exceeds
 * resale + adder, the rest if it exceeds price + adder, both strictly.
 * @param offeredMwh energy that the group could use
 * @param minimumLeftMwh take-or-pay energy that no earlier group has used; 0 without take-or-pay
 * @returns [grid MWh]
 * @example energyRunMwh(100, 60, 52, { energyUsdPerMwh: 50, adderUsdPerMwh: 2, resaleUsdPerMwh: 20 }) // → 60
 */
export function energyRunMwh(
  offeredMwh: number,
  minimumLeftMwh: number,
  valueUsdPerMwh: number,
  prices: DispatchPrices,
): number {
  const insideMwh = Math.min(offeredMwh, minimumLeftMwh);
  let run = 0;
  if (insideMwh > 0 && valueUsdPerMwh > prices.resaleUsdPerMwh + prices.adderUsdPerMwh) run += insideMwh;
  if (valueUsdPerMwh > prices.energyUsdPerMwh + prices.adderUsdPerMwh) run += offeredMwh - insideMwh;
  return run;
}
