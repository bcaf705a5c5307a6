import type { ObservedMonth } from '../../shared/engine/montecarlo/backtest/marketBacktest.ts';
import { parseMonth } from '../../shared/engine/time/months.ts';
import type { ReadableDb } from '../db/access.ts';

/** R7.2o The newest stretch of market months without a gap that have price, hash rate and subsidy, the newest last. */
export function observedMonths(db: ReadableDb): ObservedMonth[] {
  const rows = db
    .prepare(
      `SELECT month, price_usd_close AS btcPriceUsd, hashrate_eh_s_avg AS hashrateEhS,
         subsidy_btc_per_block AS subsidyBtcPerBlock
       FROM market_month
       WHERE price_usd_close > 0 AND hashrate_eh_s_avg > 0 AND subsidy_btc_per_block > 0
       ORDER BY month DESC`,
    )
    .all() as ObservedMonth[];
  const count = (at: number): number => parseMonth(rows[at]?.month ?? '') ?? NaN;
  const gap = rows.findIndex((_row, at) => at > 0 && count(at - 1) - count(at) !== 1);
  return rows.slice(0, gap < 0 ? rows.length : gap).toReversed();
}
