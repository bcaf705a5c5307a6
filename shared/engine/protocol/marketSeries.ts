import type { Market } from '../strategy/marketInput.ts';
import type { Calendar } from '../time/months.ts';
import { pathSeries } from '../time/path.ts';
import { difficultyOf } from './difficulty.ts';
import { feesOfShareBtc, hashpriceUsdPerPhDay } from './hashprice.ts';
import { subsidySeries } from './subsidySeries.ts';

/** The mining market by month, months 0 … T+11. */
export interface MarketSeries {
  readonly btcPriceUsd: Float64Array;
  readonly difficulty: Float64Array;
  /** S + F [BTC per block] */
  readonly rewardBtc: Float64Array;
  readonly hashpriceUsdPerPhDay: Float64Array;
}

/** R2.3, R2.6, R2.7 The mining market of a case, month by month. */
export function marketSeries(market: Market, calendar: Calendar): MarketSeries {
  const months = calendar.computedMonths;
  const btcPriceUsd = pathSeries(market.btcPriceUsd, months);
  const network = pathSeries(market.network.path, months);
  const subsidy = subsidySeries(market.subsidyBtcPerBlock, market.halvings, calendar);
  const fees = pathSeries(market.fees.path, months);
  const rewardBtc = new Float64Array(months);
  const hashprice = new Float64Array(months);
  for (let month = 0; month < months; month += 1) {
    const subsidyBtc = subsidy[month] ?? 0;
    const fee = fees[month] ?? 0;
    if (market.network.kind === 'hashrateEhS') {
      network[month] = difficultyOf(network[month] ?? 0, market.network.blockIntervalS);
    }
    rewardBtc[month] =
      subsidyBtc + (market.fees.kind === 'btcPerBlock' ? fee : feesOfShareBtc(subsidyBtc, fee));
    hashprice[month] = hashpriceUsdPerPhDay(
      network[month] ?? 0,
      rewardBtc[month] ?? 0,
      btcPriceUsd[month] ?? 0,
    );
  }
  return { btcPriceUsd, difficulty: network, rewardBtc, hashpriceUsdPerPhDay: hashprice };
}
