import { resultFields } from '../engine/analysis/resultFields.ts';
import type { CompanyStrategy } from '../engine/analysis/companyFigures.ts';
import { plannedStrategies } from '../engine/analysis/sitePlans.ts';
import type { StrategyKind } from '../engine/strategy/verdict.ts';
import { formatDate, type Language } from '../format/number.ts';
import { fill } from '../text/screenText.ts';
import { strategyNames } from '../text/strategyNames.ts';
import { workbookText } from '../text/workbookText.ts';
import { summedFigures, type CompanyParts, type WorkbookSite } from './companyParts.ts';
import {
  columnName,
  formats,
  formulaCell,
  headRows,
  numberCell,
  numberOr,
  sheetName,
  sheetReference,
  textCell,
} from './workbookCells.ts';
import { runCell } from './runCell.ts';
import type { WorkbookCell, WorkbookSheet } from './workbookSpec.ts';

export function strategyName(kind: StrategyKind | 'best', language: Language): string {
  return kind === 'best' ? workbookText[language].bestPerSite : strategyNames[language][kind];
}

/** Columns of the sheet of NPVs: site, power, best strategy, its NPV, then one for each strategy. */
const powerColumn = 'B';
const bestColumn = 'C';
const columns: readonly (StrategyKind | 'best')[] = ['best', ...plannedStrategies];
const firstColumn = 3;
const firstRow = 4;

function columnOf(kind: StrategyKind | 'best'): string {
  return columnName(firstColumn + columns.indexOf(kind));
}

interface NpvSheet {
  readonly sheet: WorkbookSheet;
  /** Row of the sums, of the counts of sites and of their power; a strategy's column is the same in each. */
  readonly rows: { readonly npv: number; readonly count: number; readonly power: number };
}

function siteRow(site: WorkbookSite, row: number, language: Language): WorkbookCell[] {
  const text = workbookText[language];
  const { best } = site.analysis.verdict;
  const why = site.hasOtherHorizon ? text.otherHorizon : text.notComputable;
  const [from, to] = [
    columnOf(plannedStrategies[0] ?? 'keepMining'),
    columnName(firstColumn + columns.length - 1),
  ];
  return [
    textCell(site.name),
    numberOr(site.gridMw, formats.mw, text.missing),
    best === null ? textCell(why, 'missing') : textCell(strategyNames[language][best]),
    ...columns.map((kind): WorkbookCell => {
      const figures = summedFigures(site, kind);
      if (!figures) return textCell(why, 'missing');
      return kind === 'best'
        ? formulaCell(
            `INDEX(${from}${row}:${to}${row},MATCH(${bestColumn}${row},${from}$1:${to}$1,0))`,
            figures.npvUsd,
            formats.usd,
          )
        : numberCell(figures.npvUsd, formats.usd);
    }),
  ];
}

/** R5.2a NPVs of sites and strategies, with live sums, counts and power below. */
function npvSheet({ args, sites, figures }: CompanyParts): NpvSheet {
  const { language } = args;
  const text = workbookText[language];
  const { unit, rule } = resultFields.npvUsd;
  const last = firstRow + sites.length - 1;
  const range = (column: string): string => `${column}${firstRow}:${column}${last}`;
  const summed = (kind: StrategyKind | 'best'): CompanyStrategy | undefined =>
    figures.strategies.find((strategy) => strategy.kind === kind);
  const foot = (
    label: string,
    formula: (column: string) => string,
    value: (strategy: CompanyStrategy) => number,
    format: string,
  ): WorkbookCell[] => [
    textCell(label, 'sum'),
    textCell(''),
    textCell(''),
    ...columns.map((kind) => {
      const strategy = summed(kind);
      // A sum over no site is no zero.
      if (!strategy) return textCell(text.missing, 'missing');
      return formulaCell(formula(columnOf(kind)), value(strategy), format, 'sum');
    }),
  ];
  return {
    sheet: {
      name: sheetName(text.npvBySite),
      widths: [34, 14, 24, 20],
      frozen: { rows: 3, columns: 1 },
      rows: [
        ...headRows([
          { head: text.site },
          { head: text.gridMw, unit: text.gridMwUnit, rule: 'R4.26' },
          { head: text.best, rule: 'R5.16' },
          ...columns.map((kind) => ({
            head: kind === 'best' ? text.npvOfBest : strategyNames[language][kind],
            unit,
            rule,
          })),
        ]),
        ...sites.map((site, index) => siteRow(site, firstRow + index, language)),
        foot(
          text.total,
          (column) => `SUM(${range(column)})`,
          ({ npvUsd }) => npvUsd,
          formats.usd,
        ),
        foot(
          text.known,
          (column) => `COUNT(${range(column)})`,
          ({ siteCount }) => siteCount,
          formats.count,
        ),
        foot(
          text.coveredMw,
          (column) => `SUMPRODUCT(--ISNUMBER(${range(column)}),${range(powerColumn)})`,
          ({ gridMw }) => gridMw,
          formats.mw,
        ),
      ],
    },
    rows: { npv: last + 1, count: last + 2, power: last + 3 },
  };
}

function strategyRow(
  strategy: CompanyStrategy,
  row: number,
  { sheet, rows }: NpvSheet,
  language: Language,
): WorkbookCell[] {
  const text = workbookText[language];
  const at = (place: number): string => `${sheetReference(sheet.name)}!${columnOf(strategy.kind)}${place}`;
  return [
    textCell(strategyName(strategy.kind, language), strategy.kind === 'best' ? 'sum' : undefined),
    formulaCell(at(rows.count), strategy.siteCount, formats.count),
    formulaCell(at(rows.power), strategy.gridMw, formats.mw),
    formulaCell(at(rows.npv), strategy.npvUsd, formats.usd),
    strategy.npvUsdPerGridMw === null
      ? textCell(text.notApplicable, 'missing')
      : formulaCell(`D${row}/C${row}`, strategy.npvUsdPerGridMw, formats.usd),
    numberOr(strategy.irrPerYear, formats.percent, text.notApplicable),
    numberOr(strategy.paybackMonths, formats.mw, text.notApplicable),
    numberCell(strategy.peakFundingUsd, formats.usd),
    numberOr(strategy.moic, formats.ratio, text.notApplicable),
    numberCell(strategy.npvUsd, formats.usd),
    formulaCell(`D${row}-J${row}`, 0, formats.usd),
  ];
}

/** The summary and the sheet of NPVs that its sums come from. */
export function strategySheets(parts: CompanyParts): WorkbookSheet[] {
  const { args, figures, sites } = parts;
  const { company, run, language } = args;
  const text = workbookText[language];
  const npvs = npvSheet(parts);
  const scenario = sites.find(({ evidence }) => evidence.scenario)?.evidence.scenario;
  const { irrPerYear, paybackMonths, peakFundingUsd, moic, npvUsd, npvUsdPerGridMw } = resultFields;
  const head: WorkbookCell[][] = [
    [textCell(company.row.name, 'title')],
    [textCell(text.run), runCell(run, scenario, language)],
    [
      textCell(text.valuationMonth),
      textCell(figures.valuationMonth === null ? text.missing : formatDate(figures.valuationMonth, language)),
    ],
    [textCell(text.model), textCell(sites[0]?.analysis.engineVersion ?? '')],
    [
      textCell(text.computable),
      textCell(
        fill(text.ofSites, { count: sites.filter(({ isSummed }) => isSummed).length, all: sites.length }),
      ),
    ],
    [],
    ...headRows([
      { head: text.strategy },
      { head: text.sites, unit: '1' },
      { head: text.gridMw, unit: text.gridMwUnit, rule: 'R4.26' },
      { head: text.npv, unit: npvUsd.unit, rule: npvUsd.rule },
      { head: text.npvPerMw, unit: text.npvPerMwUnit, rule: npvUsdPerGridMw.rule },
      { head: text.irr, unit: irrPerYear.unit, rule: irrPerYear.rule },
      { head: text.payback, unit: paybackMonths.unit, rule: paybackMonths.rule },
      { head: text.peak, unit: peakFundingUsd.unit, rule: peakFundingUsd.rule },
      { head: text.moic, unit: '×', rule: moic.rule },
      { head: text.engineNpv, unit: npvUsd.unit, rule: npvUsd.rule },
      { head: text.difference, unit: npvUsd.unit },
    ]),
  ];
  return [
    {
      name: sheetName(text.summary),
      widths: [34, 18, 14, 20, 20, 14, 14, 20, 10, 20, 14],
      frozen: { rows: 0, columns: 1 },
      rows: [
        ...head,
        ...figures.strategies.map((strategy, index) =>
          strategyRow(strategy, head.length + 1 + index, npvs, language),
        ),
        [],
        [textCell(text.summaryNote, 'note')],
      ],
    },
    npvs.sheet,
  ];
}
