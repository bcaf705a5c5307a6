import { feesOfShareBtc, hashpriceUsdPerPhDay } from '../protocol/hashprice.ts';
import { comparison, type Comparison } from './comparison.ts';

/** A published hashprice with what was published beside it; null is not known. */
export interface HashpriceObservation {
  /** "YYYY-MM-DD", or "YYYY-MM" for a mean of the month */
  readonly date: string;
  readonly hashpriceUsdPerPhDay: number | null;
  readonly hashpriceBtcPerPhDay: number | null;
  readonly btcPriceUsd: number | null;
  readonly difficulty: number | null;
  readonly feeShareOfRevenue: number | null;
  readonly subsidyBtcPerBlock: number | null;
}

/** P63 The engine's hashprice beside the published one. */
export interface HashpriceBackcast {
  readonly date: string;
  readonly usd: Comparison | null;
  /** The same in BTC, which no price enters */
  readonly btc: Comparison | null;
  /** USD hashprice over BTC hashprice [USD/BTC]: the price that the publisher used, whatever price stands beside it */
  readonly impliedBtcPriceUsd: number | null;
  /** What is missing for `usd`, as paths */
  readonly missing: readonly string[];
}

/**
 * P63, R2.3, R2.7 The hashprice of a published difficulty, fee share and price beside the published hashprice. A network
 * hash rate is no difficulty, and none is derived from it: it hangs on the luck of its window.
 */
export function hashpriceBackcast(observed: HashpriceObservation): HashpriceBackcast {
  const { difficulty, feeShareOfRevenue, subsidyBtcPerBlock, btcPriceUsd } = observed;
  const needed = {
    difficulty,
    feeShareOfRevenue,
    subsidyBtcPerBlock,
    btcPriceUsd,
    hashpriceUsdPerPhDay: observed.hashpriceUsdPerPhDay,
  };
  const missing = Object.entries(needed).flatMap(([key, value]) => (value === null ? [key] : []));
  const reward =
    feeShareOfRevenue === null || subsidyBtcPerBlock === null
      ? null
      : subsidyBtcPerBlock + feesOfShareBtc(subsidyBtcPerBlock, feeShareOfRevenue);
  const engineAt = (price: number | null): number | null =>
    difficulty === null || reward === null || price === null
      ? null
      : hashpriceUsdPerPhDay(difficulty, reward, price);
  const { hashpriceUsdPerPhDay: usd, hashpriceBtcPerPhDay: btc } = observed;
  return {
    date: observed.date,
    usd: comparison(engineAt(btcPriceUsd), usd),
    btc: comparison(engineAt(1), btc),
    impliedBtcPriceUsd: usd === null || btc === null || btc === 0 ? null : usd / btc,
    missing,
  };
}
