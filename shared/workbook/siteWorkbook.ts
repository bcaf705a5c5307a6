import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import type { PlanFlows } from '../engine/analysis/planFlows.ts';
import type { SiteAnalysis, StrategyFigures } from '../engine/analysis/siteAnalysis.ts';
import type { SiteRisk } from '../engine/risk/sensitivity.ts';
import { formatDate, type Language } from '../format/number.ts';
import { fileNameOf } from '../exchange/fileName.ts';
import { flipSentences, verdictWord } from '../briefing/parts/verdictWords.ts';
import { financingText } from '../text/financingText.ts';
import { planName } from '../text/planNames.ts';
import { workbookText } from '../text/workbookText.ts';
import { riskSheets } from './riskSheets.ts';
import { runCell } from './runCell.ts';
import { inputHeads, inputRow } from './inputRows.ts';
import { cashFlowSheet, type CashFlowSheet } from './cashFlowSheet.ts';
import type { Cell } from './financing/financingRows.ts';
import { financingSheet, type FinancingSheet } from './financing/financingSheet.ts';
import {
  empty,
  formulaCell,
  headRows,
  numberCell,
  sheetNames,
  sheetReference,
  textCell,
} from './workbookCells.ts';
import type { WorkbookCell, WorkbookSheet, WorkbookSpec } from './workbookSpec.ts';

export interface SiteWorkbookArgs {
  readonly evidence: SiteEvidence;
  readonly analysis: SiteAnalysis;
  readonly plans: readonly PlanFlows[];
  readonly risk: SiteRisk;
  readonly language: Language;
}

const usd = '#,##0;[Red]-#,##0;0';
const ratio = '0.00';
const percent = '0.0%';

const resultName: Readonly<Record<Language, string>> = { de: 'Ergebnis', en: 'Result' };

interface Planned {
  readonly name: string;
  readonly flows: PlanFlows;
  readonly figures: StrategyFigures;
  readonly page: CashFlowSheet;
  readonly financing: FinancingSheet | null;
}

function on(page: CashFlowSheet, snippet: string): string {
  return snippet.replaceAll('#', `${sheetReference(page.sheet.name)}!`);
}

function planRow({ name, flows, figures, page }: Planned, language: Language): WorkbookCell[] {
  const label = textCell(name);
  const orEmpty = (value: number | null, format: string): WorkbookCell =>
    value === null
      ? textCell(language === 'de' ? 'entfällt' : 'not applicable', 'missing')
      : numberCell(value, format);
  // The miner's part of an alliance follows from the waterfall of R4.25, which has no place in cells.
  if (flows.isShared)
    return [
      label,
      numberCell(figures.npvUsd, usd),
      numberCell(figures.npvUsdPerGridMw, usd),
      orEmpty(figures.irrPerYear, percent),
      numberCell(figures.peakFundingUsd, usd),
      orEmpty(figures.moic, ratio),
      empty,
      empty,
    ];
  const npv = `${sheetReference(page.sheet.name)}!${page.cells.npv}`;
  return [
    label,
    formulaCell(npv, figures.npvUsd, usd),
    formulaCell(`${npv}/$B$6`, figures.npvUsdPerGridMw, usd),
    orEmpty(figures.irrPerYear, percent),
    formulaCell(on(page, page.cells.peak), figures.peakFundingUsd, usd),
    figures.moic === null
      ? orEmpty(null, ratio)
      : formulaCell(on(page, page.cells.moic), figures.moic, ratio),
    numberCell(figures.npvUsd, usd),
    formulaCell(`${npv}-${figures.npvUsd}`, 0, usd),
  ];
}

/** R5.8, R5.9 What loans and tax leave of own plans, taken from their sheets. */
function financingRows(planned: readonly Planned[], language: Language): WorkbookCell[][] {
  const t = financingText[language];
  const financed = planned.flatMap(({ name, financing }) => (financing ? [{ name, financing }] : []));
  if (financed.length === 0) return [];
  const cell = ({ sheet }: FinancingSheet, found: Cell | null, format: string): WorkbookCell =>
    found
      ? formulaCell(`${sheetReference(sheet.name)}!${found.at}`, found.value, format)
      : textCell(workbookText[language].notApplicable, 'missing');
  return [
    ...headRows([
      { head: t.sheet },
      { head: t.npvAfterTax, unit: 'USD', rule: 'R5.9' },
      { head: t.equityNpv, unit: 'USD', rule: 'R5.8, R5.9' },
      { head: t.commitment, unit: 'USD', rule: 'R5.8' },
      { head: t.minDscr, unit: '1', rule: 'R5.8' },
    ]),
    ...financed.map(({ name, financing }) => [
      textCell(name),
      cell(financing, financing.figures.npvAfterTax, usd),
      cell(financing, financing.figures.equityNpv, usd),
      cell(financing, financing.figures.commitment, usd),
      cell(financing, financing.figures.minDscr, ratio),
    ]),
    [],
  ];
}

function resultSheet(args: SiteWorkbookArgs, planned: readonly Planned[]): WorkbookSheet {
  const { evidence, analysis, language } = args;
  const de = language === 'de';
  const gridMw = analysis.inputs.find(({ key }) => key === 'gridPowerMw')?.value ?? null;
  const pair = (label: string, cell: WorkbookCell): WorkbookCell[] => [textCell(label), cell];
  const heads = de
    ? [
        'Strategie',
        'Kapitalwert',
        'Kapitalwert je MW',
        'Interner Zins',
        'Höchster Kapitalbedarf',
        'MOIC',
        'Kapitalwert der Rechnung',
        'Abweichung',
      ]
    : ['Strategy', 'NPV', 'NPV per MW', 'IRR', 'Peak funding', 'MOIC', 'NPV of the engine', 'Difference'];
  const units = ['', 'USD', de ? 'USD je MW Anschluss' : 'USD per grid MW', '1/yr', 'USD', '×', 'USD', 'USD'];
  const rules = ['', 'R5.10', 'R5.15', 'R5.11', 'R5.12', 'R5.12', 'R5.10', ''];
  return {
    name: resultName[language],
    widths: [34, 18, 18, 14, 20, 10, 20, 14],
    frozen: { rows: 0, columns: 1 },
    rows: [
      [textCell(`${evidence.siteName}, ${evidence.companyName}`, 'title')],
      pair(de ? 'Urteil nach R5.16' : 'Verdict by R5.16', textCell(verdictWord(analysis, language))),
      pair(
        de ? 'Bewertungsmonat' : 'Valuation month',
        textCell(formatDate(evidence.valuationMonth, language)),
      ),
      pair(de ? 'Lauf · Seed · Daten' : 'Run · seed · data', runCell(evidence, evidence.scenario, language)),
      pair(de ? 'Modell' : 'Model', textCell(analysis.engineVersion)),
      pair(
        de ? 'Leistung, MW Anschluss' : 'Power, grid MW',
        gridMw === null ? textCell(de ? 'fehlt' : 'missing', 'missing') : numberCell(gridMw, '#,##0.0'),
      ),
      [],
      heads.map((head) => textCell(head, 'head')),
      units.map((unit) => textCell(unit, 'note')),
      rules.map((rule) => textCell(rule, 'note')),
      ...planned.map((plan) => planRow(plan, language)),
      [],
      ...financingRows(planned, language),
      ...flipSentences(analysis.flips, analysis, language).map((sentence) => [textCell(sentence)]),
      [],
      [
        textCell(
          de
            ? 'Posten sind Werte der Rechnung mit ihrer Regel; Summen, Diskontfaktoren und Kapitalwerte sind Formeln. Nominale USD vor Steuern und Fremdkapital. Das Urteil bewertet einen Standort, nicht die Aktie.'
            : 'Lines are values of the engine with their rule; sums, discount factors and NPVs are formulas. Nominal USD before tax and debt. The verdict judges a site, never a share.',
          'note',
        ),
      ],
    ],
  };
}

function inputsSheet({ analysis, language }: SiteWorkbookArgs): WorkbookSheet {
  const de = language === 'de';
  return {
    name: de ? 'Eingaben' : 'Inputs',
    widths: [36, 16, 14, 14, 12, 11, 12, 12, 60, 32],
    frozen: { rows: 1, columns: 1 },
    rows: [inputHeads(language), ...analysis.inputs.map((input) => inputRow(input, language))],
  };
}

function sourcesSheet({ analysis, evidence, language }: SiteWorkbookArgs): WorkbookSheet {
  const de = language === 'de';
  const sources = new Map<string, string>();
  for (const { source, sourceUrl } of [...analysis.inputs, ...evidence.contracts])
    if (source !== null) sources.set(source, sourceUrl ?? sources.get(source) ?? '');
  return {
    name: de ? 'Quellen' : 'Sources',
    widths: [80, 90],
    frozen: { rows: 1, columns: 0 },
    rows: [
      [textCell(de ? 'Quelle' : 'Source', 'head'), textCell('URL', 'head')],
      ...[...sources].toSorted().map(([source, url]) => [textCell(source), textCell(url)]),
    ],
  };
}

/**
 * P30 A site's analysis as a workbook: result, one sheet a plan, loans and tax of own plans, sensitivity, inputs with their
 * origin, sources.
 */
export function siteWorkbook(args: SiteWorkbookArgs): WorkbookSpec {
  const { evidence, analysis, plans, language } = args;
  const nameOf = sheetNames();
  const [inputs, sources] = [inputsSheet(args), sourcesSheet(args)];
  const risk = riskSheets(args.risk, language);
  // An own plan of the same name gets a number; these sheets keep theirs.
  for (const name of [resultName[language], ...[...risk, inputs, sources].map((sheet) => sheet.name)])
    nameOf(name);
  const planned = plans.flatMap((flows): Planned[] => {
    const { plan } = flows;
    const outcome =
      plan.kind === 'strategy'
        ? analysis.strategies.find(({ kind }) => kind === plan.strategy)
        : analysis.ownPlans?.find(({ id }) => id === plan.id);
    if (!outcome?.computable) return [];
    const name = planName(plan, evidence.ownPlans, language);
    const page = cashFlowSheet(nameOf(name), flows, language);
    const { sheet } = financingText[language];
    const financing =
      flows.financing && financingSheet(nameOf(`${sheet}, ${name}`), flows.financing, flows, page, language);
    return [{ name, flows, figures: outcome.figures, page, financing }];
  });
  return {
    title: `${evidence.siteName}, ${evidence.companyName}`,
    fileName: fileNameOf([evidence.siteId, evidence.valuationMonth], 'xlsx'),
    sheets: [
      resultSheet(args, planned),
      ...planned.flatMap(({ page, financing }) => (financing ? [page.sheet, financing.sheet] : [page.sheet])),
      ...risk,
      inputs,
      sources,
    ],
  };
}
