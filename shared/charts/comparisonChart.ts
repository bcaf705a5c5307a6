import type { PlanComparison } from '../engine/analysis/comparePlans.ts';
import type { OwnPlanOutcome, SiteFigures } from '../engine/analysis/siteAnalysis.ts';
import { formatDate, formatMonthName, formatNumber, type Language } from '../format/number.ts';
import { planMark, planName } from '../text/planNames.ts';
import type { ChartSpec } from './chartSpec.ts';
import { quarterLabels } from './cashFlowChart.ts';
import { monthsPerPoint } from './planPeriods.ts';

/** The running sum at the end of each quarter, from the valuation date on [million USD]. */
export function cumulated(monthly: readonly number[], valuationUsd: number): number[] {
  const points: number[] = [];
  let sum = valuationUsd;
  for (const [month, usd] of monthly.entries()) {
    sum += usd;
    if ((month + 1) % monthsPerPoint === 0 || month === monthly.length - 1) points.push(sum / 1e6);
  }
  return points;
}

interface Around {
  readonly analysis: Pick<SiteFigures, 'halvings'>;
  readonly ownPlans: readonly OwnPlanOutcome[] | undefined;
}

/** Cumulative net flow of two plans by quarter: where the lines cross, one has overtaken the other. */
export function comparisonChart(
  comparison: PlanComparison,
  { analysis, ownPlans }: Around,
  language: Language,
): ChartSpec {
  const de = language === 'de';
  const { a, b, months } = comparison;
  const lines = [
    {
      name: planName(a, ownPlans, language),
      mark: planMark(a),
      shape: 'line' as const,
      values: cumulated(comparison.netAUsd, comparison.valuationAUsd),
    },
    {
      name: planName(b, ownPlans, language),
      mark: planMark(b),
      shape: 'line' as const,
      values: cumulated(comparison.netBUsd, comparison.valuationBUsd),
    },
  ];
  const first = months[0] === undefined ? '' : formatDate(months[0], language);
  const spoken = lines
    .map(({ name, values }) => `${name} ${formatNumber(values.at(-1) ?? 0, language, 0)}`)
    .join(', ');
  return {
    kind: 'lines',
    title: de ? 'Kumulierter Zahlungsstrom beider Pläne' : 'Cumulative net flow of both plans',
    subtitle: de
      ? 'Mio. $, nominal, vor Steuer und Kredit, mit Investition, Verkäufen und Endwert'
      : '$m, nominal, before tax and debt, with investment, disposals and terminal value',
    sentence: de
      ? `Kumulierter Zahlungsstrom je Quartal ab ${first}; am Ende in Mio. $: ${spoken}.`
      : `Cumulative net flow by quarter from ${first}; at the end in $m: ${spoken}.`,
    x: { title: de ? 'Quartal ab' : 'Quarter from', labels: quarterLabels(months) },
    y: { title: de ? 'Mio. $' : '$m', unit: 'USD' },
    series: lines,
    annotations: analysis.halvings.map(({ month, date }) => ({
      kind: 'halving' as const,
      fromIndex: Math.floor(month / monthsPerPoint),
      toIndex: Math.floor(month / monthsPerPoint),
      label: 'Halving',
      sub: `${formatMonthName(date, language)} (${de ? 'modelliert' : 'modelled'})`,
    })),
    note: de
      ? 'Nicht diskontiert; die Barwerte stehen in der Tabelle.'
      : 'Not discounted; present values stand in the table.',
  };
}
