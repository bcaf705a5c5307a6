import type { AllianceView } from '../engine/analysis/alliance/allianceView.ts';
import { formatDate, formatNumber, type Language } from '../format/number.ts';
import { allianceText } from '../text/allianceText.ts';
import { fill } from '../text/screenText.ts';
import type { ChartSpec } from './chartSpec.ts';
import { quarterLabels } from './cashFlowChart.ts';
import { cumulated } from './comparisonChart.ts';

type Computed = Extract<AllianceView, { computable: true }>;

/** R4.25 What either side has paid and got by the end of each quarter. */
export function allianceChart({ months, base }: Computed, language: Language): ChartSpec {
  const t = allianceText[language];
  const { atValuation } = base.flows;
  const summed = (side: 'minerUsd' | 'partnerUsd') => cumulated(base.flows[side], atValuation?.[side] ?? 0);
  const series: ChartSpec['series'] = [
    { name: t.miner, mark: 'alliance', shape: 'line', values: summed('minerUsd') },
    { name: t.partner, mark: 'own', shape: 'line', values: summed('partnerUsd') },
  ];
  const spoken = series
    .map(({ name, values }) => `${name} ${formatNumber(values.at(-1) ?? 0, language, 0)}`)
    .join(', ');
  const [first] = months;
  return {
    kind: 'lines',
    title: t.cumulativeTitle,
    subtitle: t.cumulativeSub,
    sentence: fill(t.cumulativeSentence, {
      from: first === undefined ? '' : formatDate(first, language),
      spoken,
    }),
    x: { title: t.quarter, labels: quarterLabels(months) },
    y: { title: t.millions, unit: 'USD' },
    series,
    annotations: [],
    note: t.note,
  };
}
