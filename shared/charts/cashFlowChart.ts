import type { SiteFigures, StrategyFigures } from '../engine/analysis/siteAnalysis.ts';
import type { StrategyKind } from '../engine/strategy/verdict.ts';
import { formatDate, formatMonthName, type Language } from '../format/number.ts';
import { marketNote } from '../text/marketText.ts';
import { strategyNames } from '../text/strategyNames.ts';
import type { ChartSpec } from './chartSpec.ts';
import { monthsPerPoint } from './planPeriods.ts';

const million = 1_000_000;

export function quarterSums(monthly: readonly number[]): number[] {
  const sums: number[] = [];
  for (let from = 0; from < monthly.length; from += monthsPerPoint)
    sums.push(monthly.slice(from, from + monthsPerPoint).reduce((sum, value) => sum + value, 0) / million);
  return sums;
}

export function quarterLabels(months: readonly string[]): string[] {
  return months.filter((_month, index) => index % monthsPerPoint === 0);
}

interface Computed {
  readonly kind: StrategyKind;
  readonly figures: StrategyFigures;
}

function computedStrategies(analysis: SiteFigures): Computed[] {
  return analysis.strategies.flatMap((outcome) =>
    outcome.computable ? [{ kind: outcome.kind, figures: outcome.figures }] : [],
  );
}

const longestLegend = 5;

/** What a reader compares: mining, the best and its runner-up, then colocation and GPU cloud; sales are single payments. */
function drawnStrategies(strategies: readonly Computed[], analysis: SiteFigures): Computed[] {
  const { best, runnerUp } = analysis.verdict;
  const wanted = ['keepMining', best, runnerUp, 'colocation', 'gpuCloud'];
  return strategies
    .filter(({ kind }) => wanted.includes(kind) && kind !== 'sellSite' && kind !== 'sellShell')
    .slice(0, longestLegend);
}

/** The strategy whose investment is drawn: the best one that converts, else colocation. */
function converted(strategies: readonly Computed[], best: string | null): Computed | undefined {
  const converting = strategies.filter(({ kind }) => !['keepMining', 'refresh', 'redeploy'].includes(kind));
  return converting.find(({ kind }) => kind === best) ?? converting[0];
}

function annotations(
  analysis: SiteFigures,
  shown: Computed | undefined,
  language: Language,
): ChartSpec['annotations'] {
  const de = language === 'de';
  const halvings = analysis.halvings.map(({ month, date }) => ({
    kind: 'halving' as const,
    fromIndex: Math.floor(month / monthsPerPoint),
    toIndex: Math.floor(month / monthsPerPoint),
    label: 'Halving',
    sub: `${formatMonthName(date, language)} (${de ? 'modelliert' : 'modelled'})`,
  }));
  const gap = shown?.figures.gap;
  if (!gap || gap.gapMonths === 0) return halvings;
  return [
    ...halvings,
    {
      kind: 'gap' as const,
      fromIndex: Math.floor(gap.miningEndMonth / monthsPerPoint),
      toIndex: Math.ceil(gap.billingStartMonth / monthsPerPoint),
      label: de ? 'Umbaulücke' : 'Conversion gap',
      sub: `${gap.gapMonths} ${de ? 'Monate' : 'months'}`,
    },
  ];
}

/** Operating cash flow of each strategy by quarter, and below it what the best conversion invests. */
export function cashFlowChart(analysis: SiteFigures, language: Language): ChartSpec {
  const de = language === 'de';
  const strategies = drawnStrategies(computedStrategies(analysis), analysis);
  const shown = converted(strategies, analysis.verdict.best);
  const names = strategyNames[language];
  const first = analysis.months[0];
  const lines = strategies.map(({ kind, figures }) => ({
    name: names[kind],
    mark: kind,
    shape: 'line' as const,
    values: quarterSums(figures.operatingUsd),
  }));
  const investment = shown
    ? [
        {
          name: `${de ? 'Investition' : 'Investment'}: ${names[shown.kind]}`,
          mark: shown.kind,
          shape: 'bar' as const,
          // Sales of machines and the terminal value would dwarf what is built; they stand in the table of strategies.
          values: quarterSums(shown.figures.investmentUsd.map((usd) => Math.min(0, usd))),
        },
      ]
    : [];
  const spoken = lines.map(({ name, values }) => `${name} ${Math.round(values.at(-1) ?? 0)}`).join(', ');
  const dates = analysis.halvings.map(({ date }) => formatMonthName(date, language)).join(', ');
  const halvings = dates === '' ? '' : ` ${de ? 'Halving (modelliert)' : 'Halving (modelled)'}: ${dates}.`;
  return {
    kind: 'linesWithBars',
    title: de ? 'Zahlungsströme der Strategien im Zeitverlauf' : 'Cash flow of the strategies over time',
    subtitle: de
      ? 'Betrieblicher Zahlungsstrom, Mio. $ je Quartal, nominal, vor Steuern'
      : 'Operating cash flow, $m per quarter, nominal, before tax',
    sentence: de
      ? `Betrieblicher Zahlungsstrom je Quartal ab ${first === undefined ? '' : formatDate(first, 'de')}; im letzten Quartal in Mio. $: ${spoken}.${halvings}`
      : `Operating cash flow per quarter from ${first === undefined ? '' : formatDate(first, 'en')}; in the last quarter in $m: ${spoken}.${halvings}`,
    x: { title: de ? 'Quartal ab' : 'Quarter from', labels: quarterLabels(analysis.months) },
    y: { title: de ? 'Mio. $ je Quartal' : '$m per quarter', unit: 'USD' },
    series: [...lines, ...investment],
    annotations: annotations(analysis, shown, language),
    note: `${marketNote(analysis.market, language)} ${
      de ? 'Investition ohne Verkäufe und Endwert.' : 'Investment without disposals and terminal value.'
    }`,
  };
}

/** NPV per grid MW of every computable strategy, best first. */
export function npvRankingChart(analysis: SiteFigures, language: Language): ChartSpec {
  const de = language === 'de';
  const names = strategyNames[language];
  const ranked = computedStrategies(analysis).toSorted(
    (a, b) => b.figures.npvUsdPerGridMw - a.figures.npvUsdPerGridMw,
  );
  const values = ranked.map(({ figures }) => figures.npvUsdPerGridMw / million);
  return {
    kind: 'ranked',
    title: de ? 'Kapitalwert je MW Anschluss' : 'NPV per grid MW',
    subtitle: de
      ? 'Mio. $ je MW Anschluss, jede Strategie zu ihrem Zins'
      : '$m per grid MW, each strategy at its own rate',
    sentence: ranked.map(({ kind }, index) => `${names[kind]} ${(values[index] ?? 0).toFixed(2)}`).join(', '),
    x: { title: de ? 'Strategie' : 'Strategy', labels: ranked.map(({ kind }) => names[kind]) },
    y: { title: de ? 'Mio. $ je MW' : '$m per MW', unit: 'USD/MW' },
    series: ranked.map(({ kind }, index) => ({
      name: names[kind],
      mark: kind,
      shape: 'point',
      values: ranked.map((_other, place) => (place === index ? (values[index] ?? null) : null)),
    })),
    annotations: [],
    note: '',
  };
}
