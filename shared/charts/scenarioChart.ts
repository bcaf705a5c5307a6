import type { CompanyFigures } from '../engine/analysis/companyFigures.ts';
import type { SiteFigures } from '../engine/analysis/siteAnalysis.ts';
import { formatDate, formatNumber, type Language } from '../format/number.ts';
import { scenarioScreenText } from '../text/scenario/scenarioScreenText.ts';
import { fill } from '../text/screenText.ts';
import { strategyNames } from '../text/strategyNames.ts';
import { quarterLabels } from './cashFlowChart.ts';
import type { ChartSpec } from './chartSpec.ts';
import { cumulated } from './comparisonChart.ts';

/** A scenario as a chart compares it: its name, and a site's figures or a company's sums in it. */
export interface ChartedScenario {
  readonly name: string;
  readonly figures: SiteFigures | undefined;
  readonly sums: CompanyFigures | null;
}

type Line = ChartSpec['series'][number];

function lineOf({ name, figures, sums }: ChartedScenario, language: Language): Line[] {
  if (sums) {
    const best = sums.strategies.find(({ kind }) => kind === 'best');
    return best ? [{ name, mark: 'own', shape: 'line', values: cumulated(best.netUsd, 0) }] : [];
  }
  const outcome = figures?.strategies.find(({ kind }) => kind === figures.verdict.best);
  if (!outcome?.computable) return [];
  const { netUsd, valuationUsd } = outcome.figures;
  const title = `${name}: ${strategyNames[language][outcome.kind]}`;
  return [{ name: title, mark: outcome.kind, shape: 'line', values: cumulated(netUsd, valuationUsd) }];
}

/** P12 What the best strategy of each scenario pays and earns over time. @returns undefined where none can be computed */
export function scenarioChart(
  scenarios: readonly ChartedScenario[],
  language: Language,
): ChartSpec | undefined {
  const t = scenarioScreenText[language];
  const lines = scenarios.flatMap((scenario) => lineOf(scenario, language));
  const calendars = scenarios.map(({ figures, sums }) => sums?.months ?? figures?.months ?? []);
  const months = calendars.toSorted((a, b) => b.length - a.length)[0] ?? [];
  if (lines.length === 0) return undefined;
  const spoken = lines
    .map(({ name, values }) => `${name} ${formatNumber(values.at(-1) ?? 0, language, 0)}`)
    .join(', ');
  const from = months[0] === undefined ? '' : formatDate(months[0], language);
  return {
    kind: 'lines',
    title: t.chartTitle,
    subtitle: t.chartSubtitle,
    sentence: fill(t.chartSentence, { from, spoken }),
    x: { title: t.chartQuarter, labels: quarterLabels(months) },
    y: { title: t.millions, unit: 'USD' },
    series: lines,
    annotations: [],
    note: scenarios.some(({ sums }) => sums) ? t.chartNoteCompany : t.chartNote,
  };
}
