import { exp, log, pow } from '../numeric/elementary.ts';

const secondsPerDay = 86400;

/** R2.5 The fleet that decides where the network's hash rate settles. */
export interface MarginalFleet {
  /** Efficiency in month 0 [J/TH] */
  readonly efficiencyJPerTh: number;
  /** Change of the efficiency in a year, such as −0.08 */
  readonly efficiencyChangePerYear: number;
  /** R7.3c What a scenario makes of the efficiency by month; absent: nothing. */
  readonly efficiencyFactorByMonth?: ArrayLike<number> | undefined;
  readonly powerPriceUsdPerMwh: number;
}

/**
 * R2.5 Hashprice at which a machine's value of a MWh equals its power price, no fees or stale blocks: 24·e·price/1000.
 * @returns [USD/PH/day]
 * @example breakEvenHashprice(25, 60) // → 36
 */
export function breakEvenHashprice(efficiencyJPerTh: number, powerPriceUsdPerMwh: number): number {
  return (24 * efficiencyJPerTh * powerPriceUsdPerMwh) / 1000;
}

/**
 * R2.5 Network hash rate H* at which the hashprice falls to a level: blocks a day · (S+F)·P/hashprice.
 * @param rewardBtcPerBlock S + F [BTC]
 * @param blockIntervalS τ [s], above 0
 * @returns [EH/s]
 * @example hashrateAtHashprice(36, 3, 80000, 600) // → 960
 */
export function hashrateAtHashprice(
  hashpriceUsdPerPhDay: number,
  rewardBtcPerBlock: number,
  btcPriceUsd: number,
  blockIntervalS: number,
): number {
  return ((secondsPerDay / blockIntervalS) * rewardBtcPerBlock * btcPriceUsd) / hashpriceUsdPerPhDay / 1000;
}

/** R2.5 What the hash rate responds to. */
export interface ResponsiveNetwork {
  readonly startEhS: number;
  /** κ, share of the gap closed in a month (of logarithms) */
  readonly adjustmentPerMonth: number;
  readonly fleet: MarginalFleet;
  readonly blockIntervalS: number;
  readonly btcPriceUsd: ArrayLike<number>;
  readonly rewardBtcPerBlock: ArrayLike<number>;
}

/**
 * R2.5 Responsive hash rate: ln H(m+1) = ln H(m) + κ·(ln H*(m) − ln H(m)).
 * @returns H(0), H(1), … for as many months as there are prices [EH/s]; fit for the path of a `hashrateEhS` network
 */
export function responsiveHashrateEhS(network: ResponsiveNetwork): number[] {
  const { fleet, adjustmentPerMonth, blockIntervalS } = network;
  const path: number[] = [];
  let logarithm = log(network.startEhS);
  for (let month = 0; month < network.btcPriceUsd.length; month += 1) {
    path.push(month === 0 ? network.startEhS : exp(logarithm));
    const efficiency =
      fleet.efficiencyJPerTh *
      pow(1 + fleet.efficiencyChangePerYear, month / 12) *
      (fleet.efficiencyFactorByMonth?.[month] ?? 1);
    const target = hashrateAtHashprice(
      breakEvenHashprice(efficiency, fleet.powerPriceUsdPerMwh),
      network.rewardBtcPerBlock[month] ?? 0,
      network.btcPriceUsd[month] ?? 0,
      blockIntervalS,
    );
    logarithm += adjustmentPerMonth * (log(target) - logarithm);
  }
  return path;
}
