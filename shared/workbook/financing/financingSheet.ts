import type { PlanFinancing } from '../../engine/analysis/ownPlans/planFinancing.ts';
import type { PlanFlows } from '../../engine/analysis/planFlows.ts';
import { taxLine } from '../../engine/strategy/tax.ts';
import type { TaxYear } from '../../engine/strategy/siteCaseResult.ts';
import { discountFactors } from '../../engine/time/discount.ts';
import { parseMonth, yearOfMonth } from '../../engine/time/months.ts';
import type { Language } from '../../format/number.ts';
import type { CashFlowSheet } from '../cashFlowSheet.ts';
import { formats, numberCell, sheetReference, textCell } from '../workbookCells.ts';
import type { WorkbookCell, WorkbookSheet } from '../workbookSpec.ts';
import { FinancingRows, type Cell, type Row, type RowHead } from './financingRows.ts';
import { loanRows, type LoanRows } from './loanRows.ts';
import { taxRows, type TaxRows } from './taxRows.ts';

/** A plan's loans and tax as a sheet, and the cells that the result sheet refers to. */
export interface FinancingSheet {
  readonly sheet: WorkbookSheet;
  readonly figures: {
    readonly npvAfterTax: Cell | null;
    readonly equityNpv: Cell | null;
    readonly commitment: Cell | null;
    readonly minDscr: Cell | null;
  };
}

type Word = Parameters<FinancingRows['word']>[0];

function heads(sheet: FinancingRows, cashFlow: CashFlowSheet): void {
  const [head = []] = cashFlow.sheet.rows;
  sheet.add(head);
  const first = parseMonth(sheet.flows.months[0] ?? '') ?? 0;
  const months = Array.from({ length: sheet.months + 1 }, (_, index) => index - 1);
  const row = (word: Word, unit: string, cells: readonly WorkbookCell[]) =>
    sheet.add([textCell(sheet.word(word)), textCell(''), textCell(unit), textCell('R1.1'), ...cells]);
  row(
    'monthIndex',
    'month',
    months.map((month) => numberCell(month, formats.count)),
  );
  row(
    'year',
    'year',
    months.map((month) => (month < 0 ? {} : numberCell(yearOfMonth(first + month), formats.count))),
  );
}

function sumOfRows(rows: readonly Row[], months: number): number[] {
  return Array.from({ length: months + 1 }, (_, index) =>
    rows.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
  );
}

/** R5.8e All loans by line, and their cover: what serves several loans of one block counts once. */
function togetherRows(sheet: FinancingRows, loans: readonly LoanRows[], { together }: PlanFinancing) {
  const say = (word: Word, unit = 'USD', rule = 'R5.8e'): RowHead => ({
    word: sheet.word(word),
    of: sheet.word('together'),
    unit,
    rule,
  });
  sheet.title(sheet.word('together'));
  const sum = (word: Word, of: (loan: LoanRows) => Row): Row => {
    const rows = loans.map(of);
    return sheet.monthly(
      say(word),
      (column) => rows.map(({ row }) => `${column}${row}`).join('+'),
      sumOfRows(rows, sheet.months),
    );
  };
  const rows = {
    draw: sum('draw', ({ draw }) => draw),
    interest: sum('interest', ({ interest }) => interest),
    interestPaid: sum('interestPaid', ({ interestPaid }) => interestPaid),
    principal: sum('principal', ({ principal }) => principal),
    fee: sum('fee', ({ fee }) => fee),
  };
  const commitment = sheet.computed(
    say('commitment'),
    `SUM(${sheet.range(rows.draw)})`,
    together?.commitmentUsd ?? 0,
    formats.usd,
  );
  return { ...rows, commitment, minDscr: coverTogether(sheet, say, loans, together) };
}

function coverTogether(
  sheet: FinancingRows,
  say: (word: Word, unit?: string, rule?: string) => RowHead,
  loans: readonly LoanRows[],
  together: PlanFinancing['together'],
): Cell {
  const blocks = [...new Set(loans.map(({ blockId }) => blockId))];
  const fromMonth0 =
    (formula: (column: string) => string) => (column: string, _before: string, month: number) =>
      month < 0 ? null : formula(column);
  const at = (row: Row, index: number): number => row.values[index] ?? 0;
  const indexes = Array.from({ length: sheet.months + 1 }, (_, index) => index);
  const service = sheet.monthly(
    say('service'),
    fromMonth0((column) =>
      loans
        .map(
          ({ counted, interest, planned }) =>
            `${column}${counted.row}*(${column}${interest.row}+${column}${planned.row})`,
        )
        .join('+'),
    ),
    indexes.map((index) =>
      loans.reduce(
        (sum, { counted, interest, planned }) =>
          sum + at(counted, index) * (at(interest, index) + at(planned, index)),
        0,
      ),
    ),
  );
  const ofBlock = (blockId: string) => loans.filter((loan) => loan.blockId === blockId);
  const cfads = sheet.monthly(
    say('cfads'),
    fromMonth0((column) =>
      blocks
        .map((blockId) => {
          const own = ofBlock(blockId);
          const counts = own.map(({ counted }) => `${column}${counted.row}`).join(',');
          return `MAX(${counts})*${column}${own[0]?.cfads.row ?? 0}`;
        })
        .join('+'),
    ),
    indexes.map((index) =>
      blocks.reduce((sum, blockId) => {
        const own = ofBlock(blockId);
        const isCounted = own.some(({ counted }) => at(counted, index) === 1);
        return sum + (isCounted && own[0] ? at(own[0].cfads, index) : 0);
      }, 0),
    ),
  );
  const first = together?.firstRepaymentMonth ?? 0;
  const cover = sheet.monthly(
    say('dscr', '1', 'R5.8'),
    fromMonth0((column) => `IF(${column}${service.row}<>0,${column}${cfads.row}/${column}${service.row},"")`),
    indexes.map((index) => together?.dscr[index - 1 - first] ?? null),
    formats.ratio,
  );
  const range = sheet.range(cover, 'month0');
  const figure = (name: 'MIN' | 'AVERAGE'): string => `IF(COUNT(${range})=0,"",${name}(${range}))`;
  const least = sheet.computed(say('minDscr', '1'), figure('MIN'), together?.minDscr ?? null, formats.ratio);
  sheet.computed(say('averageDscr', '1'), figure('AVERAGE'), together?.averageDscr ?? null, formats.ratio);
  return least;
}

/** R5.9 The tax of the years in the months in which it is paid. */
function taxRow(
  sheet: FinancingRows,
  word: Word,
  { taxRange, paidRange }: TaxRows,
  years: readonly TaxYear[],
): Row {
  return sheet.monthly(
    { word: sheet.word(word), unit: 'USD', rule: 'R5.9' },
    (column, _before, month) => (month < 0 ? '0' : `-SUMIF(${paidRange},${column}$2,${taxRange})`),
    [0, ...taxLine(years, sheet.months)],
  );
}

/** R5.10 A flow as the sum of rows, with its discount factors and its NPV. */
function flowRows(
  sheet: FinancingRows,
  words: { readonly flow: Word; readonly npv: Word },
  parts: readonly Row[],
  ratePerYear: number,
  npvUsd: number | null,
): Cell {
  const flow = sheet.monthly(
    { word: sheet.word(words.flow), unit: 'USD', rule: 'R5.8, R5.9' },
    (column) => parts.map(({ row }) => `${column}${row}`).join('+'),
    sumOfRows(parts, sheet.months),
  );
  const rate = sheet.given(
    { word: sheet.word('discountRate'), unit: '1/yr', rule: 'R5.10' },
    ratePerYear,
    '0.00%',
  );
  const factor = sheet.monthly(
    { word: sheet.word('factor'), unit: '1', rule: 'R5.10' },
    (column) => `(1+${rate.at})^(-(${column}$2+1)/12)`,
    [...discountFactors(ratePerYear, sheet.months + 1)],
    '0.000000',
  );
  return sheet.computed(
    { word: sheet.word(words.npv), unit: 'USD', rule: 'R5.10' },
    `SUMPRODUCT(${sheet.range(flow)},${sheet.range(factor)})`,
    npvUsd,
    formats.usd,
  );
}

/**
 * P30, R5.8, R5.9 Loans and tax of an own plan: terms and assets as numbers, schedules, cover, tax and NPVs as formulas
 * of the plan's cash flow.
 */
export function financingSheet(
  name: string,
  financing: PlanFinancing,
  flows: PlanFlows,
  page: CashFlowSheet,
  language: Language,
): FinancingSheet {
  const sheet = new FinancingRows(flows, page, language);
  heads(sheet, page);
  const loans = financing.loans.map((loan) => loanRows(sheet, loan));
  const together = loans.length > 0 ? togetherRows(sheet, loans, financing) : null;
  const tax = financing.tax && taxRows(sheet, financing.tax, together?.interest ?? null);
  sheet.title(sheet.word('flows'));
  const pageName = sheetReference(page.sheet.name);
  const net = sheet.monthly(
    { word: sheet.word('net'), unit: 'USD', rule: 'R5.2a' },
    (column) => `${pageName}!${column}${page.netRow}`,
    [flows.valuationUsd, ...flows.netUsd],
  );
  const unlevered =
    financing.tax && tax ? taxRow(sheet, 'taxUnlevered', tax.unlevered, financing.tax.unlevered) : null;
  const npvAfterTax = unlevered
    ? flowRows(
        sheet,
        { flow: 'afterTax', npv: 'npvAfterTax' },
        [net, unlevered],
        financing.ratePerYear,
        financing.npvAfterTaxUsd,
      )
    : null;
  const levered =
    tax?.levered && financing.tax?.levered
      ? [taxRow(sheet, 'taxLevered', tax.levered, financing.tax.levered)]
      : [];
  const equityNpv =
    together && financing.equityRatePerYear !== null
      ? flowRows(
          sheet,
          { flow: 'equity', npv: 'equityNpv' },
          [net, together.draw, together.interestPaid, together.principal, together.fee, ...levered],
          financing.equityRatePerYear,
          financing.equityNpvUsd,
        )
      : null;
  return {
    sheet: { name, widths: [44, 22, 11, 13, 15, 13], frozen: { rows: 1, columns: 4 }, rows: sheet.rows },
    figures: {
      npvAfterTax,
      equityNpv,
      commitment: together?.commitment ?? null,
      minDscr: together?.minDscr ?? null,
    },
  };
}
