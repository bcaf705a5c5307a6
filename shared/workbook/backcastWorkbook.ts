import { priceKindWord } from '../charts/backcastCharts.ts';
import type { BackcastPage, HashpriceCheck, LeaseCheck, ProductionCheck } from '../domain/backcast.ts';
import { fileNameOf } from '../exchange/fileName.ts';
import { formatPlain, type Language } from '../format/number.ts';
import { leaseParty, missingWord } from '../text/backcastWords.ts';
import { fill } from '../text/screenText.ts';
import { workbookText, type WorkbookWords } from '../text/workbookText.ts';
import {
  empty,
  formats,
  formulaCell,
  headRows,
  numberCell,
  numberOr,
  sheetName,
  sheetReference,
  textCell,
} from './workbookCells.ts';
import type { WorkbookCell, WorkbookSheet, WorkbookSpec } from './workbookSpec.ts';

interface Page {
  readonly page: BackcastPage;
  readonly language: Language;
  readonly text: WorkbookWords;
}

const firstRow = 4;
const error = '0.0%;[Red]-0.0%;0.0%';

interface Sourced {
  readonly missing: readonly string[];
  readonly note: string | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
}

/** What is lacking, the note and the source: the last columns of every check. */
function tail({ missing, note, source, sourceUrl }: Sourced, language: Language): WorkbookCell[] {
  const words = [...new Set(missing.map((path) => missingWord(path, language)))].join(', ');
  return [
    words === '' ? empty : textCell(words, 'missing'),
    textCell(note ?? ''),
    textCell(source ?? ''),
    textCell(sourceUrl ?? ''),
  ];
}

function tailHeads(text: WorkbookWords): { head: string }[] {
  return [{ head: text.lacks }, { head: text.note }, { head: text.source }, { head: 'URL' }];
}

/** The engine's figure over the published one, as a formula of the two cells beside it. */
function errorCell(
  computed: number | null,
  published: number | null,
  cells: readonly [computed: string, published: string],
  text: WorkbookWords,
): WorkbookCell {
  if (computed === null || published === null || published === 0) return textCell(text.missing, 'missing');
  return formulaCell(`${cells[0]}/${cells[1]}-1`, computed / published - 1, error);
}

function productionSheet({ page, language, text }: Page): WorkbookSheet {
  const periods = { month: text.month, quarter: text.quarter, year: text.year };
  const row = (check: ProductionCheck, index: number): WorkbookCell[] => {
    const at = firstRow + index;
    return [
      textCell(check.companyName),
      textCell(periods[check.period]),
      textCell(check.lastMonth),
      numberOr(check.averageHashrateEhS, formats.plain, text.missing),
      numberOr(check.engine, formats.plain, text.missing),
      numberOr(check.published, formats.plain, text.missing),
      errorCell(check.engine, check.published, [`E${at}`, `F${at}`], text),
      ...tail(check, language),
    ];
  };
  return {
    name: sheetName(text.production),
    widths: [30, 11, 13, 14, 14, 14, 14, 30, 50, 60, 60],
    frozen: { rows: 3, columns: 1 },
    rows: [
      ...headRows([
        { head: text.company },
        { head: text.period },
        { head: text.lastMonth },
        { head: text.averageHashrate, unit: 'EH/s', rule: 'R3.1' },
        { head: text.computed, unit: 'BTC', rule: 'R2.2, R2.6, R2.7' },
        { head: text.reported, unit: 'BTC' },
        { head: text.errorShare, unit: text.errorUnit, rule: 'R2.2' },
        ...tailHeads(text),
      ]),
      ...page.production.map(row),
    ],
  };
}

/** Errors of a sheet that can be computed, by company. */
function errorsByCompany(checks: readonly ProductionCheck[]): Map<string, number[]> {
  const errors = new Map<string, number[]>();
  for (const { companyName, engine, published } of checks) {
    const before = errors.get(companyName) ?? [];
    const isComparable = engine !== null && published !== null && published !== 0;
    errors.set(companyName, isComparable ? [...before, engine / published - 1] : before);
  }
  return errors;
}

/** P63 The error of each company: how often it was compared, the mean and the extremes. */
function errorsSheet({ page, text }: Page): WorkbookSheet {
  const last = firstRow + page.production.length - 1;
  const sheet = `${sheetReference(sheetName(text.production))}!`;
  const range = (column: string): string => `${sheet}$${column}$${firstRow}:$${column}$${last}`;
  const head: WorkbookCell[][] = [
    [textCell(text.backcast, 'title')],
    [textCell(text.backcastNote, 'note')],
    [],
    ...headRows([
      { head: text.company },
      { head: text.compared, unit: text.periods },
      { head: text.meanError, unit: text.errorUnit, rule: 'R2.2' },
      { head: text.lowestError, unit: text.errorUnit, rule: 'R2.2' },
      { head: text.highestError, unit: text.errorUnit, rule: 'R2.2' },
    ]),
  ];
  const row = ([name, errors]: readonly [string, readonly number[]], index: number): WorkbookCell[] => {
    const at = head.length + 1 + index;
    const count = formulaCell(
      `SUMPRODUCT((${range('A')}=A${at})*ISNUMBER(${range('G')}))`,
      errors.length,
      formats.count,
    );
    if (errors.length === 0)
      return [textCell(name), count, ...[1, 2, 3].map(() => textCell(text.missing, 'missing'))];
    const mean = errors.reduce((sum, value) => sum + value, 0) / errors.length;
    return [
      textCell(name),
      count,
      formulaCell(`AVERAGEIF(${range('A')},A${at},${range('G')})`, mean, error),
      formulaCell(`_xlfn.MINIFS(${range('G')},${range('A')},A${at})`, Math.min(...errors), error),
      formulaCell(`_xlfn.MAXIFS(${range('G')},${range('A')},A${at})`, Math.max(...errors), error),
    ];
  };
  return {
    name: sheetName(text.errors),
    widths: [34, 14, 22, 22, 22],
    frozen: { rows: 0, columns: 1 },
    rows: [...head, ...[...errorsByCompany(page.production)].map(row)],
  };
}

function hashpriceSheet({ page, language, text }: Page): WorkbookSheet {
  const row = (check: HashpriceCheck, index: number): WorkbookCell[] => {
    const at = firstRow + index;
    return [
      textCell(check.date),
      numberOr(check.engine, formats.plain, text.missing),
      numberOr(check.published, formats.plain, text.missing),
      errorCell(check.engine, check.published, [`B${at}`, `C${at}`], text),
      ...tail(check, language),
    ];
  };
  return {
    name: sheetName(text.hashprice),
    widths: [13, 14, 14, 14, 30, 50, 60, 60],
    frozen: { rows: 3, columns: 1 },
    rows: [
      ...headRows([
        { head: text.date },
        { head: text.computed, unit: 'USD/PH/day', rule: 'R2.3, R2.7' },
        { head: text.published, unit: 'USD/PH/day' },
        { head: text.errorShare, unit: text.errorUnit, rule: 'R2.3' },
        ...tailHeads(text),
      ]),
      ...page.hashprice.map(row),
    ],
  };
}

function hashpriceMonthsSheet({ page, text }: Page): WorkbookSheet {
  const { months, engine, published } = page.hashpriceMonths;
  return {
    name: sheetName(text.hashpriceMonths),
    widths: [13, 14, 14, 14],
    frozen: { rows: 3, columns: 1 },
    rows: [
      ...headRows([
        { head: text.month },
        { head: text.computed, unit: 'USD/PH/day', rule: 'R2.3' },
        { head: text.published, unit: 'USD/PH/day' },
        { head: text.errorShare, unit: text.errorUnit, rule: 'R2.3' },
      ]),
      ...months.map((month, index) => {
        const [computed, stated] = [engine[index] ?? null, published[index] ?? null];
        const at = firstRow + index;
        return [
          textCell(month),
          numberOr(computed, formats.plain, text.missing),
          numberOr(stated, formats.plain, text.missing),
          errorCell(computed, stated, [`B${at}`, `C${at}`], text),
        ];
      }),
    ],
  };
}

function leasesSheet({ page, language, text }: Page): WorkbookSheet {
  const kinds = { announced: text.announced, preset: text.preset, missing: text.missing };
  const row = (lease: LeaseCheck, index: number): WorkbookCell[] => {
    const at = firstRow + index;
    return [
      textCell(lease.companyName),
      textCell(lease.siteName ?? ''),
      textCell(leaseParty(lease, language)),
      numberOr(lease.averageRentUsdPerKwMonth, formats.plain, text.missing),
      numberOr(lease.announcedAverageRentUsdPerKwMonth, formats.plain, text.missing),
      errorCell(
        lease.averageRentUsdPerKwMonth,
        lease.announcedAverageRentUsdPerKwMonth,
        [`D${at}`, `E${at}`],
        text,
      ),
      numberOr(lease.yearOneRentUsdPerKwMonth, formats.plain, text.missing),
      numberOr(lease.escalatorPerYear, formats.percent, text.missing),
      textCell(kinds[lease.escalatorOrigin]),
      numberOr(lease.yieldYearOneLow, formats.percent, text.missing),
      numberOr(lease.yieldYearOneHigh, formats.percent, text.missing),
      numberOr(lease.yieldTermAverageLow, formats.percent, text.missing),
      numberOr(lease.yieldTermAverageHigh, formats.percent, text.missing),
      numberOr(lease.yieldAnnouncedLow, formats.percent, text.missing),
      numberOr(lease.yieldAnnouncedHigh, formats.percent, text.missing),
      ...tail(lease, language),
    ];
  };
  const rent = 'USD/kW-month';
  return {
    name: sheetName(text.leases),
    widths: [28, 22, 26, 14, 16, 14, 14, 13, 15, 13, 13, 13, 13, 13, 13, 30, 60, 60, 60],
    frozen: { rows: 3, columns: 1 },
    rows: [
      ...headRows([
        { head: text.company },
        { head: text.site },
        { head: text.counterparty },
        { head: text.averageRent, unit: rent, rule: 'R4.26' },
        { head: text.announcedRent, unit: rent },
        { head: text.rentDifference, unit: '1', rule: 'R4.26' },
        { head: text.yearOneRent, unit: rent, rule: 'R4.13' },
        { head: text.escalator, unit: '1/yr' },
        { head: text.escalatorKind },
        { head: text.yieldLow, unit: '1', rule: 'R5.3, R5.13' },
        { head: text.yieldHigh, unit: '1', rule: 'R5.3, R5.13' },
        { head: text.meanYieldLow, unit: '1', rule: 'R5.3' },
        { head: text.meanYieldHigh, unit: '1', rule: 'R5.3' },
        { head: text.announcedYieldLow, unit: '1', rule: 'R5.3' },
        { head: text.announcedYieldHigh, unit: '1', rule: 'R5.3' },
        ...tailHeads(text),
      ]),
      ...page.leases.map(row),
    ],
  };
}

function marginsSheet({ page, language, text }: Page): WorkbookSheet[] {
  const { margins } = page;
  if (!margins) return [];
  const reference = fill(text.marginNote, {
    efficiency: formatPlain(margins.fleetEfficiencyJPerTh, language),
    power: formatPlain(margins.powerPriceUsdPerMwh, language),
  });
  const series = [
    { name: text.mining, rule: 'R3.2, R3.7', values: margins.mining },
    ...margins.ai.map(({ gpu, kind, values }) => ({
      name: `${gpu}, ${priceKindWord(kind, language)}`,
      rule: 'R4.5, R4.24',
      values,
    })),
  ];
  return [
    {
      name: sheetName(text.margins),
      widths: [13, 22],
      frozen: { rows: 3, columns: 1 },
      rows: [
        ...headRows([
          { head: text.month },
          ...series.map(({ name, rule }) => ({ head: name, unit: 'USD/MWh', rule })),
        ]),
        ...margins.months.map((month, index) => [
          textCell(month),
          ...series.map(({ values }) => {
            const value = values[index] ?? null;
            return value === null ? empty : numberCell(value, formats.plain);
          }),
        ]),
        [],
        [textCell(reference, 'note')],
      ],
    },
  ];
}

/** P63 The back-cast as a workbook: values beside what was reported, the errors between them as formulas. */
export function backcastWorkbook(page: BackcastPage, language: Language): WorkbookSpec {
  const text = workbookText[language];
  const parts = { page, language, text };
  return {
    title: text.backcast,
    fileName: fileNameOf(['umbau', text.backcast], 'xlsx'),
    sheets: [
      errorsSheet(parts),
      productionSheet(parts),
      hashpriceSheet(parts),
      hashpriceMonthsSheet(parts),
      leasesSheet(parts),
      ...marginsSheet(parts),
    ],
  };
}
