import type { PlanRef } from '../engine/analysis/planFlows.ts';
import type {
  DriverImportance,
  GainDistribution,
  MonteCarloResult,
  PlanDistribution,
} from '../engine/montecarlo/monteCarloResult.ts';
import { formatNumber, type Language } from '../format/number.ts';
import {
  driverName,
  figureName,
  millions,
  moneyWords,
  percentWords,
  pointsText,
} from '../text/monteCarloWords.ts';
import { monteCarloText } from '../text/monteCarloText.ts';
import { fill } from '../text/screenText.ts';
import { strategyNames } from '../text/strategyNames.ts';
import type { ChartSpec } from './chartSpec.ts';

const million = 1e6;

function percentile({ gainUsd }: GainDistribution, exceededWith: number): number {
  return gainUsd.percentiles.find((one) => one.exceededWith === exceededWith)?.value ?? NaN;
}

/** R7.2j, R7.2k The gain of all draws as a histogram: hatched where mining is better. */
export function gainHistogram(gain: GainDistribution, language: Language): ChartSpec {
  const t = monteCarloText[language];
  const { from, width, counts } = gain.gainUsd.histogram;
  const label = (index: number): string =>
    formatNumber((from + index * width) / million, language, width < million ? 1 : 0);
  const side = (index: number): string => (from + index * width < 0 ? t.histogramBelow : t.histogramAbove);
  return {
    kind: 'histogram',
    title: t.answerTitle,
    subtitle: fill(t.answerSub, { conversion: strategyNames[language][gain.conversion] }),
    sentence: fill(t.histogramSentence, {
      share: percentWords(gain.gainUsd.probabilityAboveZero.value, language),
      p50: millions(percentile(gain, 0.5), language),
    }),
    x: { title: t.histogramX, labels: counts.map((_count, index) => label(index)) },
    y: { title: t.histogramUnit, unit: '1' },
    series: [{ name: t.gain, mark: gain.conversion, shape: 'bar', values: [...counts] }],
    annotations: [],
    note: fill(t.histogramNote, {
      width: formatNumber(width / million, language, width < million ? 1 : 0),
      base: millions(gain.baseGainUsd, language),
    }),
    histogram: { from: from / million, width: width / million, zeroText: t.breakEvenLine },
    twin: {
      columns: [
        { head: t.histogramX, unit: t.unitM },
        { head: t.histogramUnit, unit: '' },
        { head: t.gain, unit: '' },
      ],
      rows: counts.map((count, index) => [label(index), count, side(index)]),
    },
  };
}

const exceededWith = [0.9, 0.75, 0.5, 0.25, 0.1] as const;

/** Calendar year in which a year of the horizon ends. */
export function endOfYear(valuationMonth: string, horizonMonths: number, year: number): number {
  const [first = 0, month = 1] = valuationMonth.split('-').map(Number);
  const lastMonth = Math.min(12 * (year + 1), horizonMonths) - 1;
  return first + Math.floor((month - 1 + lastMonth) / 12);
}

/** Name of a plan; an own one by the name the analyst gave it. */
export type PlanNamer = (plan: PlanRef) => string;

/** R7.2j Fan of the cumulative flow of one plan. */
export function fanChart(
  { plan, fan, medianPaybackYear }: PlanDistribution,
  { valuationMonth, horizonMonths }: Pick<MonteCarloResult, 'valuationMonth' | 'horizonMonths'>,
  nameOf: PlanNamer,
  language: Language,
): ChartSpec {
  const t = monteCarloText[language];
  const yearOf = (year: number): number => endOfYear(valuationMonth, horizonMonths, year);
  const last = fan.at(-1);
  const lastYear = String(yearOf(last?.year ?? 0));
  const atEnd = (place: number): number => last?.exceededUsd[place] ?? NaN;
  const nameOfLine = (share: number): string => fill(t.exceed, { share: percentWords(share, language) });
  return {
    kind: 'fan',
    title: fill(t.fanTitle, { plan: nameOf(plan) }),
    subtitle: t.fanSub,
    sentence: fill(t.fanSentence, {
      year: lastYear,
      p90: millions(atEnd(0), language),
      p50: millions(atEnd(2), language),
      p10: millions(atEnd(4), language),
    }),
    x: { title: t.year, labels: fan.map(({ year }) => String(yearOf(year))) },
    y: { title: t.unitM, unit: 'USD' },
    series: exceededWith.map((share, place) => ({
      name: nameOfLine(share),
      mark: plan.kind === 'strategy' ? plan.strategy : 'own',
      shape: 'line',
      values: fan.map(({ exceededUsd }) => (exceededUsd[place] ?? 0) / million),
    })),
    annotations: [],
    note:
      medianPaybackYear === null && atEnd(2) < 0
        ? fill(t.paysNot, { year: lastYear })
        : fill(t.fanSentence, {
            year: lastYear,
            p90: millions(atEnd(0), language),
            p50: millions(atEnd(2), language),
            p10: millions(atEnd(4), language),
          }),
    fan: {
      ends: [4, 2, 0].map((place) => ({
        series: place,
        value: moneyWords(atEnd(place), language),
        words: nameOfLine(exceededWith[place] ?? 0.5),
      })),
      payback:
        medianPaybackYear === null
          ? null
          : { index: medianPaybackYear, text: fill(t.paysBack, { year: yearOf(medianPaybackYear) }) },
    },
  };
}

function strongest(importance: readonly DriverImportance[], language: Language): string {
  return importance
    .slice(0, 3)
    .map(
      ({ driver, rankCorrelation }) =>
        `${driverName(driver, language)} ${formatNumber(rankCorrelation.value, language, 2)}`,
    )
    .join(', ');
}

/** R7.2m Drivers by their rank correlation with what is looked at; undefined where nothing is drawn. */
export function importanceChart(result: MonteCarloResult, language: Language): ChartSpec | undefined {
  const t = monteCarloText[language];
  const { importance, importanceOf } = result;
  if (importance.length === 0 || importanceOf === null) return undefined;
  const number = (value: number): string => formatNumber(value, language, 2);
  const error = importance[0]?.rankCorrelation.standardError ?? 0;
  return {
    kind: 'tornado',
    title: t.importanceTitle,
    subtitle: fill(t.importanceSub, { figure: figureName(importanceOf, language) }),
    sentence: fill(t.importanceSentence, { drivers: strongest(importance, language) }),
    x: { title: t.driver, labels: importance.map(({ driver }) => driverName(driver, language)) },
    y: { title: '', unit: '1' },
    series: [
      {
        name: t.importanceTitle,
        mark: 'own',
        shape: 'bar',
        values: importance.map(({ rankCorrelation }) => rankCorrelation.value),
      },
    ],
    annotations: [],
    note: fill(t.importanceNote, { error: number(error) }),
    tornado: {
      base: 0,
      baseText: '0',
      startsAtZero: true,
      bars: importance.map(({ driver, rankCorrelation: { value } }) => ({
        label: driverName(driver, language),
        atLow: 0,
        atHigh: value,
        lowText: '',
        highText: number(value),
        source: '',
      })),
    },
    twin: {
      columns: [
        { head: t.driver, unit: '' },
        { head: t.importanceTitle, unit: '' },
        { head: '±', unit: '' },
      ],
      rows: importance.map(({ driver, rankCorrelation }) => [
        driverName(driver, language),
        rankCorrelation.value,
        rankCorrelation.standardError,
      ]),
    },
  };
}

const mostRows = 200;

/** R7.2h Two figures of the same draws. */
export function scatterChart(
  { x, y, points, rankCorrelation }: ScatterPoints,
  language: Language,
): ChartSpec {
  const t = monteCarloText[language];
  const [across, up] = [pointsText(x, language), pointsText(y, language)];
  const scaled = points.map(([a, b]): [number, number] => [a * across.scale, b * up.scale]);
  return {
    kind: 'scatter',
    title: t.scatterTitle,
    subtitle: fill(t.scatterSub, { x: across.name, y: up.name }),
    sentence: fill(t.scatterSentence, {
      value: formatNumber(rankCorrelation, language, 2),
      shown: points.length,
    }),
    x: { title: across.title, labels: [] },
    y: { title: up.title, unit: '' },
    series: [],
    annotations: [],
    note: fill(t.scatterSentence, {
      value: formatNumber(rankCorrelation, language, 2),
      shown: points.length,
    }),
    scatter: { points: scaled, yTitle: up.title },
    twin: {
      columns: [
        { head: t.drawNumber, unit: '' },
        { head: across.name, unit: across.unit },
        { head: up.name, unit: up.unit },
      ],
      rows: scaled.slice(0, mostRows).map(([a, b], path) => [String(path), a, b]),
    },
  };
}

/** Points of a scatter and the figures they are of. */
export interface ScatterPoints {
  readonly x: Parameters<typeof pointsText>[0];
  readonly y: Parameters<typeof pointsText>[0];
  readonly points: readonly (readonly [number, number])[];
  readonly rankCorrelation: number;
}
