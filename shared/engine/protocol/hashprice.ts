import { hashesPerDifficulty } from './difficulty.ts';

const secondsPerDay = 86400;

/**
 * R2.2 Expected blocks per day of a hash rate: H·86400/(D·2^32).
 * @param hashesPerS H [H/s]
 * @param difficulty D, above 0
 * @example expectedBlocksPerDay(1e18, 1e12) // → 20.116567611694336
 */
export function expectedBlocksPerDay(hashesPerS: number, difficulty: number): number {
  return (hashesPerS * secondsPerDay) / (difficulty * hashesPerDifficulty);
}

/**
 * R2.3 Hashprice: what 1 PH/s is expected to earn per day, before pool fee and stale blocks.
 *   1e15·86400/(D·2^32)·(S+F)·P
 * @param difficulty D, above 0
 * @param rewardBtcPerBlock S + F [BTC]
 * @param btcPriceUsd P [USD]
 * @returns [USD/PH/day]
 * @example hashpriceUsdPerPhDay(126231507121868.19, 3.125, 78562.74) // → 39.124856459275726
 */
export function hashpriceUsdPerPhDay(
  difficulty: number,
  rewardBtcPerBlock: number,
  btcPriceUsd: number,
): number {
  return expectedBlocksPerDay(1e15, difficulty) * rewardBtcPerBlock * btcPriceUsd;
}

/**
 * R2.7 Fees per block that make up a share of the block reward: S·φ/(1−φ).
 * @param subsidyBtc S [BTC]
 * @param shareOfRevenue φ, below 1
 * @returns [BTC per block]
 * @example feesOfShareBtc(3.125, 0.2) // → 0.78125
 */
export function feesOfShareBtc(subsidyBtc: number, shareOfRevenue: number): number {
  return (subsidyBtc * shareOfRevenue) / (1 - shareOfRevenue);
}
