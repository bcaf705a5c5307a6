import {
  rangesAhead,
  valueAt,
  type BacktestSeries,
  type BacktestTerms,
  type ObservedMonth,
} from '../engine/montecarlo/backtest/marketBacktest.ts';
import { formatMonthName, formatNumber, type Language } from '../format/number.ts';
import { monteCarloText } from '../text/monteCarloText.ts';
import { driverName, driverUnit, percentWords } from '../text/monteCarloWords.ts';
import { fill } from '../text/screenText.ts';
import type { ChartSpec } from './chartSpec.ts';

/** Quantiles of the standard normal distribution that 90, 75, 50, 25 and 10 % exceed. */
const quantiles = [-1.2815515655446004, -0.6744897501960817, 0, 0.6744897501960817, 1.2815515655446004];
const exceededWith = [0.9, 0.75, 0.5, 0.25, 0.1];

/**
 * R7.2o, P52 The ranges of one series as known at a past month, and what followed, month by month.
 * @param origin place of the last month that is known
 */
export function backtestChart(
  months: readonly ObservedMonth[],
  series: BacktestSeries,
  origin: number,
  terms: BacktestTerms,
  language: Language,
): ChartSpec | undefined {
  const t = monteCarloText[language];
  const known = months[origin];
  const count = months.length - 1 - origin;
  const ahead = rangesAhead(months, origin, count, terms)?.[series];
  if (!known || !ahead || count < 1) return undefined;
  const { unit, scale } = driverUnit(series, language);
  const observed = (month: ObservedMonth): number =>
    (series === 'btcPrice' ? month.btcPriceUsd : month.hashrateEhS) * scale;
  const followed = months.slice(origin).map(observed);
  const start = observed(known);
  const lines = quantiles.map((quantile) => [
    start,
    ...ahead.map((distribution) => valueAt(distribution, quantile) * scale),
  ]);
  const inside = followed.filter(
    (value, at) => at > 0 && value >= (lines[0]?.[at] ?? 0) && value <= (lines[4]?.[at] ?? 0),
  ).length;
  const number = (value: number): string => formatNumber(value, language, 0);
  const sentence = fill(t.backtestSentence, { inside, all: count });
  const words = exceededWith.map((share) => fill(t.exceed, { share: percentWords(share, language) }));
  const name = driverName(series, language);
  return {
    kind: 'fan',
    title: fill(t.backtestTitle, { driver: name, month: formatMonthName(known.month, language) }),
    subtitle: `${unit}; ${t.backtestSub}`,
    sentence,
    x: { title: t.month, labels: months.slice(origin).map(({ month }) => month) },
    y: { title: unit, unit: '1' },
    series: [
      ...words.map((line, at) => ({
        name: line,
        mark: 'own' as const,
        shape: 'line' as const,
        values: lines[at] ?? [],
      })),
      { name: t.followed, mark: 'published', shape: 'point', values: followed },
    ],
    annotations: [],
    note: sentence,
    fan: {
      ends: [4, 2, 0].map((line) => ({
        series: line,
        value: `${number(lines[line]?.at(-1) ?? 0)} ${unit}`,
        words: words[line] ?? '',
      })),
      payback: null,
    },
  };
}
