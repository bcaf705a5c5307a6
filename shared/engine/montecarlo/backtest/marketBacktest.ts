import { exp, log, pow } from '../../numeric/elementary.ts';
import { normalDensity, normalDistribution } from '../../numeric/normal.ts';
import { feesOfShareBtc } from '../../protocol/hashprice.ts';
import { breakEvenHashprice, hashrateAtHashprice } from '../../protocol/responsiveHashrate.ts';

/*
 * R7.2o The ranges of price and hash rate as they would have been drawn at a past month, held against what followed. Both
 * are normal in logarithms, so nothing has to be drawn.
 */

/** One observed month. */
export interface ObservedMonth {
  readonly month: string;
  readonly btcPriceUsd: number;
  readonly hashrateEhS: number;
  readonly subsidyBtcPerBlock: number;
}

/** R2.5 What the median of the hash rate rests on; the marginal fleet is that of the last month observed. */
export interface BacktestTerms {
  readonly adjustmentPerMonth: number;
  readonly marginalFleetJPerTh: number;
  readonly marginalFleetChangePerYear: number;
  readonly marginalFleetPowerUsdPerMwh: number;
  readonly feeShareOfRevenue: number;
}

export type BacktestSeries = 'btcPrice' | 'networkHashrate';

/** A normal distribution of a logarithm some months ahead. */
export interface Ahead {
  readonly meanLog: number;
  readonly sdLog: number;
}

/** By months ahead, the first of them first. */
type RangesAhead = Readonly<Record<BacktestSeries, readonly Ahead[]>>;

/** R7.2o How well ranges held over one horizon. */
export interface BacktestScore {
  readonly series: BacktestSeries;
  readonly horizonMonths: number;
  readonly origins: number;
  /** Spans that do not overlap; only so many are evidence of their own. */
  readonly separateSpans: number;
  readonly coverage80: number;
  readonly coverage50: number;
  /** Mean CRPS in logarithms, and that of the median alone. */
  readonly crps: number;
  readonly crpsOfMedian: number;
}

const leastChanges = 12;
const blockIntervalS = 600;
const backtestHorizons: readonly number[] = [3, 6, 12];

/** ln H* of a month: where the marginal machine breaks even (R2.5). */
function targetLog(
  { btcPriceUsd, subsidyBtcPerBlock }: Pick<ObservedMonth, 'btcPriceUsd' | 'subsidyBtcPerBlock'>,
  monthsBeforeLast: number,
  terms: BacktestTerms,
): number {
  const efficiency =
    terms.marginalFleetJPerTh * pow(1 + terms.marginalFleetChangePerYear, -monthsBeforeLast / 12);
  const reward = subsidyBtcPerBlock + feesOfShareBtc(subsidyBtcPerBlock, terms.feeShareOfRevenue);
  const hashprice = breakEvenHashprice(efficiency, terms.marginalFleetPowerUsdPerMwh);
  return log(hashrateAtHashprice(hashprice, reward, btcPriceUsd, blockIntervalS));
}

/** Standard deviations and correlation of monthly shocks, as known at a month. */
interface KnownShocks {
  readonly price: number;
  readonly hashrate: number;
  readonly correlation: number;
}

function spread(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, sd: Math.sqrt(squares / (values.length - 1)) };
}

function knownShocks(months: readonly ObservedMonth[], origin: number, terms: BacktestTerms): KnownShocks {
  const prices: number[] = [];
  const residuals: number[] = [];
  for (let at = 1; at <= origin; at += 1) {
    const [before, now] = [months[at - 1], months[at]];
    if (!before || !now) continue;
    prices.push(log(now.btcPriceUsd / before.btcPriceUsd));
    const gap = targetLog(before, months.length - at, terms) - log(before.hashrateEhS);
    residuals.push(log(now.hashrateEhS / before.hashrateEhS) - terms.adjustmentPerMonth * gap);
  }
  const [price, hashrate] = [spread(prices), spread(residuals)];
  const product = prices.reduce(
    (sum, value, at) => sum + (value - price.mean) * ((residuals[at] ?? 0) - hashrate.mean),
    0,
  );
  const scale = price.sd * hashrate.sd * (prices.length - 1);
  return { price: price.sd, hashrate: hashrate.sd, correlation: scale > 0 ? product / scale : 0 };
}

/**
 * R7.2c, R7.2d, R7.2o The distributions of price and hash rate in the months after an origin, as known there: the price
 * flat as median, the hash rate by R2.5, the spread of both by the recursion of their covariance.
 * @param origin place of the last month that is known
 * @param count months ahead, 1 … count
 */
export function rangesAhead(
  months: readonly ObservedMonth[],
  origin: number,
  count: number,
  terms: BacktestTerms,
): RangesAhead | undefined {
  const start = months[origin];
  if (!start || origin < leastChanges) return undefined;
  const { price, hashrate, correlation } = knownShocks(months, origin, terms);
  const kappa = terms.adjustmentPerMonth;
  const btcPrice: Ahead[] = [];
  const networkHashrate: Ahead[] = [];
  let meanH = log(start.hashrateEhS);
  // Variances of x and h and their covariance.
  let [xx, xh, hh] = [0, 0, 0];
  for (let ahead = 1; ahead <= count; ahead += 1) {
    // The subsidy of a past month is known beforehand: halvings are in the protocol.
    const subsidy = months[origin + ahead - 1]?.subsidyBtcPerBlock ?? start.subsidyBtcPerBlock;
    const flat = { btcPriceUsd: start.btcPriceUsd, subsidyBtcPerBlock: subsidy };
    meanH += kappa * (targetLog(flat, months.length - origin - ahead, terms) - meanH);
    hh =
      (1 - kappa) * (1 - kappa) * hh +
      2 * (1 - kappa) * kappa * xh +
      kappa * kappa * xx +
      hashrate * hashrate;
    xh = (1 - kappa) * xh + kappa * xx + correlation * price * hashrate;
    xx += price * price;
    btcPrice.push({ meanLog: log(start.btcPriceUsd), sdLog: Math.sqrt(xx) });
    networkHashrate.push({ meanLog: meanH, sdLog: Math.sqrt(hh) });
  }
  return { btcPrice, networkHashrate };
}

/**
 * R7.2o Value that a share of the distribution exceeds.
 * @param quantile of the standard normal distribution
 */
export function valueAt({ meanLog, sdLog }: Ahead, quantile: number): number {
  return exp(meanLog + quantile * sdLog);
}

const perSqrtPi = 0.5641895835477563;

/**
 * R7.2o CRPS of a normal distribution: σ·(z·(2Φ(z) − 1) + 2φ(z) − 1/√π).
 * @param ahead the distribution
 * @param value what followed, a logarithm
 * @example normalCrps({ meanLog: 0, sdLog: 1 }, 0) // → 0.2336949772551092
 */
export function normalCrps({ meanLog, sdLog }: Ahead, value: number): number {
  if (sdLog === 0) return Math.abs(value - meanLog);
  const z = (value - meanLog) / sdLog;
  return sdLog * (z * (2 * normalDistribution(z) - 1) + 2 * normalDensity(z) - perSqrtPi);
}

/** What followed, as a logarithm. */
function followed(series: BacktestSeries, month: ObservedMonth): number {
  return log(series === 'btcPrice' ? month.btcPriceUsd : month.hashrateEhS);
}

function scoreOf(
  months: readonly ObservedMonth[],
  series: BacktestSeries,
  horizonMonths: number,
  rangesOf: ReadonlyMap<number, RangesAhead>,
): BacktestScore | undefined {
  let [origins, in80, in50, crps, ofMedian] = [0, 0, 0, 0, 0];
  for (const [origin, ranges] of rangesOf) {
    const ahead = ranges[series][horizonMonths - 1];
    const month = months[origin + horizonMonths];
    if (!ahead || !month) continue;
    const value = followed(series, month);
    const share = normalDistribution((value - ahead.meanLog) / ahead.sdLog);
    origins += 1;
    if (share >= 0.1 && share <= 0.9) in80 += 1;
    if (share >= 0.25 && share <= 0.75) in50 += 1;
    crps += normalCrps(ahead, value);
    ofMedian += Math.abs(value - ahead.meanLog);
  }
  if (origins === 0) return undefined;
  return {
    series,
    horizonMonths,
    origins,
    separateSpans: Math.floor((months.length - 1 - leastChanges) / horizonMonths),
    coverage80: in80 / origins,
    coverage50: in50 / origins,
    crps: crps / origins,
    crpsOfMedian: ofMedian / origins,
  };
}

/**
 * R7.2o, P52 How well the ranges of price and hash rate would have held.
 * @param months consecutive months, the oldest first
 * @returns one row a series and horizon; none where there are too few months
 */
export function marketBacktest(months: readonly ObservedMonth[], terms: BacktestTerms): BacktestScore[] {
  const longest = Math.max(...backtestHorizons);
  const rangesOf = new Map<number, RangesAhead>();
  for (let origin = leastChanges; origin < months.length - 1; origin += 1) {
    const ranges = rangesAhead(months, origin, longest, terms);
    if (ranges) rangesOf.set(origin, ranges);
  }
  return (['btcPrice', 'networkHashrate'] as const).flatMap((series) =>
    backtestHorizons.flatMap((horizon) => scoreOf(months, series, horizon, rangesOf) ?? []),
  );
}
