import type { PlanFinancing } from '../../engine/analysis/ownPlans/planFinancing.ts';
import { disposalLines } from '../../engine/strategy/lineSheet.ts';
import type { TaxYear } from '../../engine/strategy/siteCaseResult.ts';
import { parseMonth, yearOfMonth } from '../../engine/time/months.ts';
import { formats } from '../workbookCells.ts';
import { assetRowsOf } from './assetRows.ts';
import type { Cell, FinancingRows, Row } from './financingRows.ts';
import { calendarRows, yearly, yearRange, type Years } from './yearRows.ts';

/*
 * R5.9 Tax by calendar year: assets, depreciation, income, losses and tax as formulas of the cash flow.
 */

type Tax = NonNullable<PlanFinancing['tax']>;

/** The tax of each year, and the month it is paid in. */
export interface TaxRows {
  readonly taxRange: string;
  readonly paidRange: string;
}

interface BaseRows {
  readonly ebitda: number;
  readonly gain: number;
  readonly depreciation: number;
}

function cellsOf(rows: readonly number[], column: string): string {
  return rows.map((row) => `${column}${row}`).join('+') || '0';
}

function proceedsByYear({ sheet, years, count }: Years): number[] {
  const proceeds = sheet.sumOf(disposalLines);
  return years.map(({ year }, place) =>
    proceeds.reduce((sum, usd, index) => {
      const isOfYear = index === 0 ? place === 0 : yearOfMonth(count.value + index - 1) === year;
      return isOfYear ? sum + usd : sum;
    }, 0),
  );
}

/** What is taxed apart from interest: EBITDA, gains and depreciation by year. */
function baseRows(at: Years, { ebitda, gain, depreciation }: BaseRowsArgs): BaseRows {
  const { sheet, yearRow } = at;
  const monthYears = sheet.range({ row: 3 }, 'month0');
  const ofYear = (column: string, row: number): string =>
    `SUMIF(${monthYears},${column}$${yearRow},${sheet.pageRange(row)})`;
  const say = (word: Parameters<FinancingRows['word']>[0]): string[] => [sheet.word(word), '', 'USD', 'R5.9'];
  const ebitdaRow = yearly(at, say('ebitda'), (column) => ofYear(column, sheet.page.ebitdaRow), ebitda);
  const places = sheet.pageRows(disposalLines);
  const proceedsRow = yearly(
    at,
    say('proceeds'),
    (column, _before, index) => {
      const atValuation = index === 0 ? [sheet.pageSum(places, '$E')] : [];
      return [...places.map((row) => ofYear(column, row)), ...atValuation].join('+') || '0';
    },
    proceedsByYear(at),
  );
  const gainRow = yearly(
    at,
    say('gain'),
    (column) => `${column}${proceedsRow}-(${cellsOf(gain.rows, column)})`,
    gain.values,
  );
  const depreciationRow = yearly(
    at,
    say('depreciation'),
    (column) => cellsOf(depreciation.rows, column),
    depreciation.values,
  );
  return { ebitda: ebitdaRow, gain: gainRow, depreciation: depreciationRow };
}

interface BaseRowsArgs {
  readonly ebitda: readonly number[];
  readonly gain: { readonly values: readonly number[]; readonly rows: readonly number[] };
  readonly depreciation: { readonly values: readonly number[]; readonly rows: readonly number[] };
}

interface TaxTerms {
  readonly rate: Cell;
  readonly cap: Cell;
  readonly initial: Cell;
}

/** Income, losses and tax, with or without the interest of loans. */
function incomeRows(
  at: Years,
  base: BaseRows,
  terms: TaxTerms,
  taxed: readonly TaxYear[],
  interest: Row | null,
): TaxRows {
  const { sheet, years, yearRow, lastRow } = at;
  const part = sheet.word(interest ? 'withDebt' : 'withoutDebt');
  const say = (word: Parameters<FinancingRows['word']>[0]): string[] => [
    sheet.word(word),
    part,
    'USD',
    'R5.9',
  ];
  const of = (
    key: 'interestUsd' | 'incomeUsd' | 'lossUsedUsd' | 'lossCarriedForwardUsd' | 'taxUsd',
  ): number[] => taxed.map((year) => year[key]);
  const row = sheet.rows.length + 1;
  if (interest)
    yearly(
      at,
      say('interest'),
      (column) =>
        `SUMIF(${sheet.range({ row: 3 }, 'month0')},${column}$${yearRow},${sheet.range(interest, 'month0')})`,
      of('interestUsd'),
    );
  const less = interest ? (column: string) => `-${column}${row}` : () => '';
  const income = yearly(
    at,
    say('income'),
    (column) => `${column}${base.ebitda}+${column}${base.gain}-${column}${base.depreciation}${less(column)}`,
    of('incomeUsd'),
  );
  const before = (place: string, index: number, carriedRow: number): string =>
    index === 0 ? terms.initial.at : `${place}${carriedRow}`;
  const used = yearly(
    at,
    say('lossUsed'),
    (column, place, index) =>
      `MIN(${before(place, index, income + 2)},${terms.cap.at}*MAX(0,${column}${income}))`,
    of('lossUsedUsd'),
  );
  const carried = yearly(
    at,
    say('lossCarried'),
    (column, place, index) =>
      `${before(place, index, income + 2)}+MAX(0,-${column}${income})-${column}${used}`,
    of('lossCarriedForwardUsd'),
  );
  const tax = yearly(
    at,
    say('taxOfYear'),
    (column) => `${terms.rate.at}*MAX(0,MAX(0,${column}${income})-${column}${used})`,
    of('taxUsd'),
  );
  if (carried !== income + 2) throw new RangeError('the rows of a tax have moved');
  return { taxRange: yearRange(years, tax), paidRange: yearRange(years, lastRow) };
}

/**
 * R5.9 Tax of a plan by calendar year, without debt and, where it has loans, with their interest.
 * @param interest the accrued interest of all loans by month; null without a loan
 */
export function taxRows(
  sheet: FinancingRows,
  { terms, assets, unlevered, levered }: Tax,
  interest: Row | null,
): { readonly unlevered: TaxRows; readonly levered: TaxRows | null } {
  const firstMonth = parseMonth(sheet.flows.months[0] ?? '') ?? 0;
  sheet.title(sheet.word('tax'));
  const single = (
    word: 'taxRate' | 'lossCap' | 'initialLoss',
    unit: string,
    value: number,
    format: string,
  ): Cell => sheet.given({ word: sheet.word(word), unit, rule: 'R5.9' }, value, format);
  const taxTerms: TaxTerms = {
    rate: single('taxRate', '1', terms.ratePerYear, formats.percent),
    cap: single('lossCap', '1', terms.lossUseCapShare, formats.percent),
    initial: single('initialLoss', 'USD', terms.initialLossCarryForwardUsd, formats.usd),
  };
  const at = calendarRows(sheet, unlevered, firstMonth);
  const found = assetRowsOf(at, assets);
  const base = baseRows(at, {
    ebitda: unlevered.map(({ ebitdaUsd }) => ebitdaUsd),
    gain: { values: unlevered.map(({ disposalGainUsd }) => disposalGainUsd), rows: found.basis },
    depreciation: {
      values: unlevered.map(({ depreciationUsd }) => depreciationUsd),
      rows: found.depreciation,
    },
  });
  return {
    unlevered: incomeRows(at, base, taxTerms, unlevered, null),
    levered: levered && interest ? incomeRows(at, base, taxTerms, levered, interest) : null,
  };
}
