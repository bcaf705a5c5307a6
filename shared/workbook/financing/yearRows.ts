import type { TaxYear } from '../../engine/strategy/siteCaseResult.ts';
import { columnName, formulaCell, formats, numberCell, textCell } from '../workbookCells.ts';
import { valueColumn, type Cell, type FinancingRows } from './financingRows.ts';

/*
 * Rows of calendar years: the first year stands in the column of month 0.
 */

export interface Years {
  readonly sheet: FinancingRows;
  readonly years: readonly TaxYear[];
  readonly yearRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Valuation month counted from year 0. */
  readonly count: Cell;
}

function yearColumn(index: number): string {
  return columnName(valueColumn + 1 + index);
}

export function yearRange(years: readonly TaxYear[], row: number): string {
  return `$${yearColumn(0)}$${row}:$${yearColumn(years.length - 1)}$${row}`;
}

/** A row with one formula for every year. */
export function yearly(
  { sheet, years }: Pick<Years, 'sheet' | 'years'>,
  head: readonly string[],
  formulaOf: (column: string, before: string, index: number) => string,
  values: readonly number[],
): number {
  const cells = years.map((_year, index) =>
    formulaCell(formulaOf(yearColumn(index), yearColumn(index - 1), index), values[index] ?? 0, formats.usd),
  );
  return sheet.add([...head.map((text) => textCell(text)), textCell(''), ...cells]);
}

export function calendarRows(sheet: FinancingRows, years: readonly TaxYear[], firstMonth: number): Years {
  const given = (
    word: Parameters<FinancingRows['word']>[0],
    unit: string,
    of: (year: TaxYear, index: number) => number,
  ) =>
    sheet.add([
      textCell(sheet.word(word)),
      textCell(''),
      textCell(unit),
      textCell('R1.1'),
      textCell(''),
      ...years.map((year, index) => numberCell(of(year, index), formats.count)),
    ]);
  const count = sheet.given(
    { word: sheet.word('firstMonthCount'), unit: 'month', rule: 'R1.1' },
    firstMonth,
    formats.count,
  );
  const yearRow = given('year', 'year', ({ year }) => year);
  const firstRow = given(
    'firstMonthOfYear',
    'month',
    (_year, index) => (years[index - 1]?.paidInMonth ?? -1) + 1,
  );
  const lastRow = given('lastMonthOfYear', 'month', ({ paidInMonth }) => paidInMonth);
  return { sheet, years, yearRow, firstRow, lastRow, count };
}
