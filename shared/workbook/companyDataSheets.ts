import { contractStatus } from '../briefing/parts/tables.ts';
import { sharedAssumptions } from '../briefing/parts/companyTables.ts';
import type { Contract } from '../domain/company.ts';
import type { Figure } from '../domain/figure.ts';
import type { SiteRow } from '../domain/site.ts';
import type { Language } from '../format/number.ts';
import { dataWord, partyText } from '../text/fieldLabels.ts';
import { screenText } from '../text/screenText.ts';
import { workbookText } from '../text/workbookText.ts';
import type { CompanyParts } from './companyParts.ts';
import { inputHeads, inputRow } from './inputRows.ts';
import {
  columnName,
  empty,
  formats,
  formulaCell,
  headRows,
  numberOr,
  sheetName,
  textCell,
} from './workbookCells.ts';
import type { WorkbookCell, WorkbookSheet } from './workbookSpec.ts';

const firstRow = 4;

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

function contractRow(contract: Contract, language: Language): WorkbookCell[] {
  const text = workbookText[language];
  return [
    textCell(partyText(contract.counterparty, language)),
    textCell(contract.siteName ?? ''),
    textCell(dataWord(contract.service, language)),
    contract.signedDate === null ? textCell(text.missing, 'missing') : textCell(contract.signedDate),
    numberOr(contract.itLoadMw, formats.mw, text.missing),
    numberOr(contract.termYears, formats.mw, text.missing),
    numberOr(contract.totalContractValueUsd, formats.usd, text.missing),
    textCell(contractStatus(contract, language)),
    textCell(contract.countsInSums ? text.yes : text.no),
    textCell(contract.source ?? ''),
    textCell(contract.sourceUrl ?? ''),
  ];
}

/** R4.26 The contracts with their base values; those that count are summed by formula. */
export function contractsSheet({ args }: CompanyParts): WorkbookSheet {
  const { company, language } = args;
  const text = workbookText[language];
  const last = firstRow + company.contracts.length - 1;
  const counted = company.contracts.filter(({ countsInSums }) => countsInSums);
  const total = (column: string, of: (contract: Contract) => number | null, format: string): WorkbookCell => {
    const values = counted.map(of);
    if (values.every((value) => value === null)) return textCell(text.missing, 'missing');
    const range = (name: string): string => `${name}${firstRow}:${name}${last}`;
    return formulaCell(`SUMIF(${range('I')},"${text.yes}",${range(column)})`, sum(values), format, 'sum');
  };
  return {
    name: sheetName(text.contracts),
    widths: [34, 24, 16, 13, 14, 11, 20, 18, 15, 60, 60],
    frozen: { rows: 3, columns: 1 },
    rows: [
      ...headRows([
        { head: text.counterparty },
        { head: text.site },
        { head: text.service },
        { head: text.signed },
        { head: text.criticalMw, unit: 'MW', rule: 'R4.26' },
        { head: text.term, unit: text.years },
        { head: text.baseValue, unit: 'USD', rule: 'R4.26' },
        { head: text.status },
        { head: text.counts },
        { head: text.source },
        { head: 'URL' },
      ]),
      ...company.contracts.map((contract) => contractRow(contract, language)),
      [
        textCell(text.countedTotal, 'sum'),
        empty,
        empty,
        empty,
        total('E', ({ itLoadMw }) => itLoadMw, formats.mw),
        empty,
        total('G', ({ totalContractValueUsd }) => totalContractValueUsd, formats.usd),
      ],
    ],
  };
}

function rungRow(label: string, unit: string, figure: Figure | null, language: Language): WorkbookCell[] {
  const text = workbookText[language];
  const word = figure?.state === 'notApplicable' ? text.notApplicable : text.missing;
  return [
    textCell(label),
    numberOr(figure?.value ?? null, formats.mw, word),
    textCell(unit),
    textCell(dataWord(figure?.basis ?? null, language)),
    textCell(figure?.asOf ?? ''),
    textCell(dataWord(figure?.confidence ?? null, language)),
    textCell(figure?.source ?? ''),
    textCell(figure?.sourceUrl ?? ''),
  ];
}

type SiteFigure = (site: SiteRow) => Figure | null;

/** R4.26 The rungs of the company as reported, and below them its sites with their own sums. */
export function rungsSheet({ args }: CompanyParts): WorkbookSheet {
  const { company, language } = args;
  const text = workbookText[language];
  const screen = screenText[language];
  const { ladder, hashrateEhS } = company.row;
  const of: readonly SiteFigure[] = [
    ({ requestedMw }) => requestedMw,
    ({ contractedMw }) => contractedMw,
    ({ energisedMw }) => energisedMw,
    ({ aiItMw }) => aiItMw,
    (site) => site.hashrateEhS,
  ];
  const rows: WorkbookCell[][] = [
    ...headRows([
      { head: text.rung },
      { head: text.value, rule: 'R4.26' },
      { head: text.unit },
      { head: text.basis },
      { head: text.asOf },
      { head: text.confidence },
      { head: text.source },
      { head: 'URL' },
    ]),
    rungRow(screen.pipeline, text.gridMwUnit, ladder.pipelineMw, language),
    rungRow(text.secured, text.gridMwUnit, ladder.securedMw, language),
    rungRow(text.energised, text.gridMwUnit, ladder.energisedMw, language),
    rungRow(screen.contracted, text.criticalMwUnit, ladder.contractedItMw, language),
    rungRow(screen.billing, text.criticalMwUnit, ladder.billingItMw, language),
    rungRow(text.hashrate, 'EH/s', hashrateEhS, language),
    [],
    ...headRows([
      { head: text.site },
      { head: text.requested, unit: text.gridMwUnit, rule: 'R4.26' },
      { head: text.secured, unit: text.gridMwUnit, rule: 'R4.26' },
      { head: text.energised, unit: text.gridMwUnit, rule: 'R4.26' },
      { head: text.aiIt, unit: text.criticalMwUnit, rule: 'R4.26' },
      { head: text.hashrate, unit: 'EH/s', rule: 'R3.1' },
    ]),
  ];
  const first = rows.length + 1;
  const last = rows.length + company.sites.length;
  const foot = (label: string, isCount: boolean): WorkbookCell[] => [
    textCell(label, 'sum'),
    ...of.map((figureOf, index) => {
      const values = company.sites.map((site) => figureOf(site)?.value ?? null);
      const known = values.filter((value) => value !== null).length;
      const column = columnName(index + 1);
      const range = `${column}${first}:${column}${last}`;
      if (isCount) return formulaCell(`COUNT(${range})`, known, formats.count, 'sum');
      return known === 0
        ? textCell(text.missing, 'missing')
        : formulaCell(`SUM(${range})`, sum(values), formats.mw, 'sum');
    }),
  ];
  return {
    name: sheetName(text.rungs),
    widths: [34, 16, 18, 20, 16, 14, 60, 60],
    frozen: { rows: 0, columns: 1 },
    rows: [
      ...rows,
      ...company.sites.map((site) => [
        textCell(site.name),
        ...of.map((figureOf) => numberOr(figureOf(site)?.value ?? null, formats.mw, text.missing)),
      ]),
      foot(text.total, false),
      foot(text.known, true),
    ],
  };
}

/** R1.9 Assumptions that all sites share once, then what each site knows or sets for itself. */
export function companyInputsSheet({ args, sites }: CompanyParts): WorkbookSheet {
  const { language } = args;
  const text = workbookText[language];
  const common = sharedAssumptions(args.sites.map(({ analysis }) => analysis));
  const commonKeys = new Set(common.map(({ key }) => key));
  return {
    name: sheetName(text.inputs),
    widths: [30, 36, 16, 14, 14, 12, 11, 12, 12, 60, 32],
    frozen: { rows: 1, columns: 2 },
    rows: [
      [textCell(text.site, 'head'), ...inputHeads(language)],
      ...common.map((input) => [textCell(text.allSites), ...inputRow(input, language)]),
      ...sites.flatMap(({ name, analysis }) =>
        analysis.inputs
          .filter(({ key }) => !commonKeys.has(key))
          .map((input) => [textCell(name), ...inputRow(input, language)]),
      ),
    ],
  };
}

export function companySourcesSheet({ args, sites }: CompanyParts): WorkbookSheet {
  const { company, language } = args;
  const text = workbookText[language];
  const { ladder, hashrateEhS } = company.row;
  const found = [
    ...sites.flatMap(({ analysis, evidence }) => [...analysis.inputs, ...evidence.contracts]),
    ...company.contracts,
    ...[...Object.values(ladder), hashrateEhS].filter((figure) => figure !== null),
    ...company.sites.flatMap((site) =>
      [site.requestedMw, site.contractedMw, site.energisedMw, site.aiItMw, site.hashrateEhS].filter(
        (figure) => figure !== null,
      ),
    ),
  ];
  const sources = new Map<string, string>();
  for (const { source, sourceUrl } of found)
    if (source !== null) sources.set(source, sourceUrl ?? sources.get(source) ?? '');
  return {
    name: sheetName(text.sources),
    widths: [80, 90],
    frozen: { rows: 1, columns: 0 },
    rows: [
      [textCell(text.source, 'head'), textCell('URL', 'head')],
      ...[...sources].toSorted().map(([source, url]) => [textCell(source), textCell(url)]),
    ],
  };
}
