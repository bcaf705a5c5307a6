import type { ObservedRange } from '../../shared/engine/risk/inputRanges.ts';
import type { ReadableDb } from '../db/access.ts';

/** R7.1a So many of the newest months make the range of a market figure. */
const months = 24;

const columns = [
  ['btcPriceUsd', 'price_usd_close'],
  ['networkHashrateEhS', 'hashrate_eh_s_avg'],
] as const;

interface Span {
  low: number | null;
  high: number | null;
  from_month: string | null;
  to_month: string | null;
}

/** R7.1a Lowest and highest month of the market figures that a site's analysis starts from. */
export function observedRanges(db: ReadableDb): ObservedRange[] {
  return columns.flatMap(([key, column]) => {
    const span = db
      .prepare(
        `SELECT min(value) AS low, max(value) AS high, min(month) AS from_month, max(month) AS to_month
         FROM (SELECT month, ${column} AS value FROM market_month
               WHERE price_usd_close IS NOT NULL AND hashrate_eh_s_avg IS NOT NULL
               ORDER BY month DESC LIMIT ?)`,
      )
      .get(months) as Span;
    const { low, high, from_month: fromMonth, to_month: toMonth } = span;
    if (low === null || high === null || fromMonth === null || toMonth === null) return [];
    const source = 'Coin Metrics community data and block data (btc_monthly.csv)';
    return [{ key, low, high, fromMonth, toMonth, source }];
  });
}
