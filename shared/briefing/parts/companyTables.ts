import type { CompanyDetail } from '../../domain/site.ts';
import type { CompanyFigures, CompanyStrategy } from '../../engine/analysis/companyFigures.ts';
import type { ResolvedInput, SiteFigures } from '../../engine/analysis/siteAnalysis.ts';
import {
  formatDate,
  formatMillions,
  formatNumber,
  formatPercent,
  type Language,
} from '../../format/number.ts';
import { inputLabel } from '../../text/inputLabels.ts';
import { inputText } from '../../text/inputText.ts';
import { screenText } from '../../text/screenText.ts';
import { sourceText } from '../../text/sourceText.ts';
import { strategyNames } from '../../text/strategyNames.ts';
import type { BriefingBlock, BriefingCell } from '../briefingContent.ts';
import { pageText } from './pageText.ts';

type Table = Extract<BriefingBlock, { type: 'table' }>;

function strategyRow(row: CompanyStrategy, siteCount: number, language: Language): Table['rows'][number] {
  const number = (value: number | null, shown: (value: number) => string): BriefingCell => {
    if (value === null) return { text: pageText[language].notApplicable, state: 'notApplicable' };
    return value < 0 ? { text: shown(value), state: 'negative' } : { text: shown(value) };
  };
  const name: BriefingCell =
    row.kind === 'best'
      ? { text: screenText[language].bestPerSite }
      : { text: strategyNames[language][row.kind], mark: row.kind };
  return {
    best: row.kind === 'best',
    cells: [
      name,
      { text: language === 'de' ? `${row.siteCount} von ${siteCount}` : `${row.siteCount} of ${siteCount}` },
      { text: formatNumber(row.gridMw, language) },
      number(row.npvUsd, (value) => formatMillions(value, language)),
      number(row.npvUsdPerGridMw, (value) => formatNumber(value / 1e6, language, 2)),
      number(row.irrPerYear, (value) => formatPercent(value, language)),
      number(row.paybackMonths, (value) => formatNumber(value / 12, language, 1)),
      number(row.peakFundingUsd, (value) => formatMillions(value, language)),
    ],
  };
}

/** R5.2a Each strategy summed over the sites where it can be computed, with coverage. */
export function companyStrategiesTable(figures: CompanyFigures, language: Language): Table {
  const de = language === 'de';
  const column = (head: string, unit: string) => ({ head, unit, numeric: true });
  return {
    type: 'table',
    caption: de ? 'Strategien als Summe der Standorte' : 'Strategies as sums over the sites',
    captionUnit: de
      ? `Horizont ${(figures.horizonMonths ?? 0) / 12} Jahre`
      : `horizon ${(figures.horizonMonths ?? 0) / 12} years`,
    columns: [
      { head: de ? 'Strategie' : 'Strategy', unit: '', numeric: false },
      column(de ? 'Standorte' : 'Sites', ''),
      column('MW', de ? 'Anschluss' : 'grid'),
      column(de ? 'Kapitalwert' : 'NPV', de ? 'Mio. $' : '$m'),
      column(de ? 'je MW' : 'per MW', de ? 'Mio. $/MW Anschluss' : '$m/grid MW'),
      column(de ? 'Interner Zins' : 'IRR', de ? '% im Jahr' : '% a year'),
      column(de ? 'Amortisation' : 'Payback', de ? 'Jahre' : 'years'),
      column(de ? 'Höchster Kapitalbedarf' : 'Peak funding', de ? 'Mio. $' : '$m'),
    ],
    rows: figures.strategies.map((row) => strategyRow(row, figures.siteCount, language)),
    note: screenText[language].companyNote,
  };
}

/** Assumptions that all sites share; an own value or a fact of one site takes it out of the list. */
export function sharedAssumptions(sites: readonly SiteFigures[]): ResolvedInput[] {
  const [first, ...rest] = sites;
  if (!first) return [];
  return first.inputs.filter(
    (input) =>
      input.origin === 'preset' &&
      rest.every(({ inputs }) =>
        inputs.some(
          ({ key, origin, value }) => key === input.key && origin === 'preset' && value === input.value,
        ),
      ),
  );
}

export function assumptionsTable(sites: readonly SiteFigures[], language: Language): Table {
  const de = language === 'de';
  return {
    type: 'table',
    caption: de ? 'Annahmen aller Standorte' : 'Assumptions of all sites',
    captionUnit: de
      ? '◇, wo kein Fakt und kein eigener Wert steht'
      : '◇, where there is neither fact nor own value',
    columns: [
      { head: de ? 'Eingabe' : 'Input', unit: '', numeric: false },
      { head: de ? 'Wert' : 'Value', unit: '', numeric: true },
      { head: de ? 'Quelle, Spanne' : 'Source, range', unit: '', numeric: false, wide: true },
    ],
    rows: sharedAssumptions(sites).map((input) => ({
      cells: [
        { text: inputLabel(input.key, language) },
        { text: inputText(input.key, input.value ?? 0, input.unit, language), sign: 'assumption' as const },
        { text: sourceText(input, language) },
      ],
    })),
    note: '',
  };
}

interface Use {
  readonly source: string;
  readonly count: number;
  readonly newest: string;
}

function usesOf(company: CompanyDetail, sites: readonly SiteFigures[]): Use[] {
  const inputs = sites.flatMap((site) =>
    site.inputs.filter(({ origin }) => origin === 'fact' || origin === 'derived'),
  );
  const dated = [
    ...company.figures.map(({ source, asOf }) => ({ source, asOf })),
    ...company.contracts.map(({ source, signedDate }) => ({ source, asOf: signedDate })),
    ...company.debt.map(({ source, asOf }) => ({ source, asOf })),
    ...inputs.map(({ source, asOf }) => ({ source, asOf })),
  ];
  const uses = new Map<string, Use>();
  for (const { source, asOf } of dated) {
    if (source === null) continue;
    const before = uses.get(source);
    const newest = [before?.newest ?? '', asOf ?? ''].toSorted().at(-1) ?? '';
    uses.set(source, { source, count: (before?.count ?? 0) + 1, newest });
  }
  return [...uses.values()].toSorted(
    (a, b) => b.newest.localeCompare(a.newest) || a.source.localeCompare(b.source),
  );
}

/** Every source of the company's figures, contracts, debt and site inputs, the newest first. */
export function sourcesTable(
  company: CompanyDetail,
  sites: readonly SiteFigures[],
  language: Language,
): Table {
  const de = language === 'de';
  return {
    type: 'table',
    caption: de ? 'Quellen' : 'Sources',
    captionUnit: de ? 'Kennzahlen, Verträge, Schulden und Eingaben' : 'figures, contracts, debt and inputs',
    columns: [
      { head: de ? 'Quelle' : 'Source', unit: '', numeric: false, wide: true },
      { head: de ? 'Angaben' : 'Items', unit: '', numeric: true },
      { head: de ? 'Neuester Stand' : 'Newest date', unit: '', numeric: false },
    ],
    rows: usesOf(company, sites).map(({ source, count, newest }) => ({
      cells: [
        { text: source },
        { text: String(count) },
        { text: newest === '' ? '' : formatDate(newest, language) },
      ],
    })),
    note: '',
  };
}
