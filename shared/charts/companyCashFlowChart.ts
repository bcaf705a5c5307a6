import type { CompanyFigures } from '../engine/analysis/companyFigures.ts';
import type { StrategyKind } from '../engine/strategy/verdict.ts';
import { formatDate, type Language } from '../format/number.ts';
import { strategyNames } from '../text/strategyNames.ts';
import { quarterLabels, quarterSums } from './cashFlowChart.ts';
import type { ChartSpec } from './chartSpec.ts';

/** What a reader compares at a company; the sum of each site's best has no mark of its own and stands in the table. */
const drawn: readonly StrategyKind[] = ['keepMining', 'colocation', 'gpuCloud', 'hybrid'];

/** Operating cash flow of a company by quarter, one line for each strategy followed at all sites that can. */
export function companyCashFlowChart(figures: CompanyFigures, language: Language): ChartSpec {
  const de = language === 'de';
  const names = strategyNames[language];
  const series = drawn.flatMap((kind) => {
    const strategy = figures.strategies.find((one) => one.kind === kind);
    if (!strategy) return [];
    const coverage = `${strategy.siteCount}/${figures.siteCount}`;
    return [
      {
        name: `${names[kind]} (${coverage})`,
        mark: kind,
        shape: 'line' as const,
        values: quarterSums(strategy.operatingUsd),
      },
    ];
  });
  const first = figures.months[0];
  const spoken = series.map(({ name, values }) => `${name} ${Math.round(values.at(-1) ?? 0)}`).join(', ');
  const from = first === undefined ? '' : formatDate(first, language);
  return {
    kind: 'lines',
    title: de ? 'Zahlungsströme des Unternehmens im Zeitverlauf' : 'Cash flow of the company over time',
    subtitle: de
      ? 'Betrieblicher Zahlungsstrom, Mio. $ je Quartal, nominal, vor Steuern; (Standorte in der Summe)'
      : 'Operating cash flow, $m per quarter, nominal, before tax; (sites in the sum)',
    sentence: de
      ? `Betrieblicher Zahlungsstrom je Quartal ab ${from}; im letzten Quartal in Mio. $: ${spoken}.`
      : `Operating cash flow per quarter from ${from}; in the last quarter in $m: ${spoken}.`,
    x: { title: de ? 'Quartal ab' : 'Quarter from', labels: quarterLabels(figures.months) },
    y: { title: de ? 'Mio. $ je Quartal' : '$m per quarter', unit: 'USD' },
    series,
    annotations: [],
    note: de
      ? 'Linien mit verschiedener Zahl von Standorten sind nicht auf einer Basis; die Tabelle nennt MW und Deckung.'
      : 'Lines over different numbers of sites are not on one basis; the table gives MW and coverage.',
  };
}
