import type { FinancedLoan } from '../../engine/analysis/ownPlans/planFinancing.ts';
import { operatingLines, type Line } from '../../engine/strategy/lineSheet.ts';
import { blockLabel } from '../../text/lineLabels.ts';
import { formats } from '../workbookCells.ts';
import type { FinancingRows, Row } from './financingRows.ts';
import { monthRow, paymentOf, termsOf, type Payment, type Say, type Terms } from './loanTerms.ts';

/*
 * R5.8 The schedule of a loan: terms as numbers, everything that follows from them and from the cash flow as formulas.
 */

/** The rows of a loan that equity, tax and all loans together need. */
export interface LoanRows {
  readonly blockId: string;
  readonly draw: Row;
  readonly interest: Row;
  readonly interestPaid: Row;
  readonly planned: Row;
  readonly principal: Row;
  readonly fee: Row;
  readonly cfads: Row;
  readonly counted: Row;
}

/** R5.8 Cost, draw, and the balance as it grows until it is repaid. */
function drawRows(sheet: FinancingRows, say: Say, terms: Terms, loan: FinancedLoan) {
  const lines = loan.terms.eligibleLines as readonly Line[];
  const places = sheet.pageRows(lines, loan.result.blockId);
  const eligible = sheet
    .sumOf(lines, loan.result.blockId)
    .map((usd, index) => (index === 0 || index - 1 < loan.billingStartMonth ? Math.max(0, -usd) : 0));
  const cost = sheet.monthly(
    say('eligible', 'USD'),
    (column) =>
      `IF(OR(${column}$${monthRow}=-1,${column}$${monthRow}<${terms.billingStart.at}),MAX(0,-(${sheet.pageSum(places, column)})),0)`,
    eligible,
  );
  const { monthly, atValuation } = loan.result;
  const draws = [atValuation['loanDrawUsd'] ?? 0, ...(monthly['loanDrawUsd'] ?? [])];
  const draw = sheet.monthly(
    say('draw', 'USD'),
    (column) => `${terms.loanToCost.at}*${column}${cost.row}`,
    draws,
  );
  let balance = 0;
  const grown = draws.map((usd, index) => {
    const isGrowing = terms.isCapitalised.value === 1 && index - 1 < loan.billingStartMonth;
    balance = balance * (1 + (isGrowing ? terms.rate.value / 12 : 0)) + usd;
    return balance;
  });
  const row = sheet.rows.length + 1;
  const withoutRepayment = sheet.monthly(
    say('withoutRepayment', 'USD'),
    (column, before, month) =>
      month < 0
        ? `${column}${draw.row}`
        : `${before}${row}*(1+IF(AND(${column}$${monthRow}<${terms.billingStart.at},${terms.isCapitalised.at}=1),${terms.rate.at}/12,0))+${column}${draw.row}`,
    grown,
  );
  return { draw, withoutRepayment };
}

/** R5.8b What serves the loan. */
function cfadsRow(sheet: FinancingRows, say: Say, blockId: string): Row {
  const lines: readonly Line[] = [...operatingLines, 'prepaymentReceivedUsd', 'prepaymentAppliedUsd'];
  const places = sheet.pageRows(lines, blockId);
  return sheet.monthly(
    say('cfads', 'USD', 'R5.8b'),
    (column, _before, month) => (month < 0 ? null : sheet.pageSum(places, column)),
    sheet.sumOf(lines, blockId),
  );
}

/** R1.3, R5.8d The balance from month to month. */
function scheduleRows(
  sheet: FinancingRows,
  say: Say,
  terms: Terms,
  loan: FinancedLoan,
  draw: Row,
  payment: Payment,
) {
  const { monthly, atValuation } = loan.result;
  const line = (key: string): number[] => [atValuation[key] ?? 0, ...(monthly[key] ?? [])];
  const closings = line('loanBalanceUsd');
  const interests = line('loanInterestAccruedUsd');
  const paid = line('loanInterestPaidUsd');
  const principals = line('loanPrincipalUsd');
  const { firstRepayment, tenor, repaidIn, billingStart } = terms;
  const month = (column: string): string => `${column}$${monthRow}`;
  const base = sheet.rows.length + 1;
  const [openingRow, interestRow, paidRow, plannedRow, principalRow, closingRow] = [0, 1, 2, 3, 4, 5].map(
    (offset) => base + offset,
  ) as [number, number, number, number, number, number];
  const due = (column: string): string =>
    `${column}${openingRow}+${column}${draw.row}+${column}${interestRow}+${column}${paidRow}`;
  const fromMonth0 =
    (formula: (column: string, before: string) => string) =>
    (column: string, before: string, at: number): string | null =>
      at < 0 ? null : formula(column, before);
  sheet.monthly(
    say('opening', 'USD'),
    fromMonth0((_column, before) => `${before}${closingRow}`),
    [0, ...closings.slice(0, -1)],
  );
  const interest = sheet.monthly(
    say('interest', 'USD'),
    fromMonth0((column) => `${column}${openingRow}*${terms.rate.at}/12`),
    interests,
  );
  const interestPaid = sheet.monthly(
    say('interestPaid', 'USD'),
    fromMonth0(
      (column) =>
        `-IF(AND(${month(column)}<${billingStart.at},${terms.isCapitalised.at}=1),0,${column}${interestRow})`,
    ),
    paid,
  );
  const first = firstRepayment.value;
  const last = first + tenor.value - 1;
  const plannedValues = closings.map((_closing, index) => {
    const at = index - 1;
    if (at < first || at > last || at > repaidIn.value || first > repaidIn.value) return 0;
    const accrued = interests[index] ?? 0;
    const balance = (closings[index - 1] ?? 0) + (draw.values[index] ?? 0) + accrued + (paid[index] ?? 0);
    return at === last ? balance : payment.valueOf(index, accrued) - accrued;
  });
  const planned = sheet.monthly(
    say('planned', 'USD'),
    fromMonth0(
      (column) =>
        `IF(OR(${month(column)}<${firstRepayment.at},${month(column)}>${firstRepayment.at}+${tenor.at}-1,${month(column)}>${repaidIn.at},${firstRepayment.at}>${repaidIn.at}),0,IF(${month(column)}=${firstRepayment.at}+${tenor.at}-1,${due(column)},${payment.formulaOf(column, interestRow)}-${column}${interestRow}))`,
    ),
    plannedValues,
  );
  const principal = sheet.monthly(
    say('principal', 'USD'),
    fromMonth0(
      (column) =>
        `-IF(OR(${month(column)}>=${repaidIn.at},${month(column)}=${sheet.months - 1}),${due(column)},${column}${plannedRow})`,
    ),
    principals,
  );
  sheet.monthly(
    say('closing', 'USD'),
    (column, _before, at) => (at < 0 ? `${column}${draw.row}` : `${due(column)}+${column}${principalRow}`),
    closings,
  );
  return { interest, interestPaid, planned, principal };
}

/** R5.8 Fee, cover and its figures. */
function coverRows(
  sheet: FinancingRows,
  say: Say,
  terms: Terms,
  loan: FinancedLoan,
  rows: { readonly draw: Row; readonly interest: Row; readonly planned: Row; readonly cfads: Row },
) {
  const { monthly, atValuation, dscr, firstRepaymentMonth, minDscr, averageDscr } = loan.result;
  const { draw, interest, planned, cfads } = rows;
  const { firstRepayment, tenor, balloonShare, repaidIn, feeShare } = terms;
  const fee = sheet.monthly(
    say('fee', 'USD'),
    (column, before, month) => {
      const isFirst =
        month < 0
          ? `${column}${draw.row}>0`
          : `AND(${column}${draw.row}>0,SUM($E${draw.row}:${before}${draw.row})=0)`;
      return `IF(${isFirst},-${feeShare.at}*SUM(${sheet.range(draw)}),0)`;
    },
    [atValuation['loanUpfrontFeeUsd'] ?? 0, ...(monthly['loanUpfrontFeeUsd'] ?? [])],
  );
  const covers = Array.from(
    { length: sheet.months + 1 },
    (_, index) => dscr[index - 1 - firstRepaymentMonth] ?? null,
  );
  const isCounted = (index: number): boolean => {
    const place = index - 1 - firstRepaymentMonth;
    return place >= 0 && place < dscr.length;
  };
  const counted = sheet.monthly(
    say('counted', '1'),
    (column, _before, month) =>
      month < 0
        ? null
        : `IF(AND(${column}$${monthRow}>=${firstRepayment.at},${firstRepayment.at}<=${repaidIn.at},${column}$${monthRow}<MIN(${repaidIn.at},${firstRepayment.at}+${tenor.at}-IF(${balloonShare.at}>0,1,0))),1,0)`,
    covers.map((_cover, index) => (isCounted(index) ? 1 : 0)),
    formats.count,
  );
  const cover = sheet.monthly(
    say('dscr', '1'),
    (column, _before, month) =>
      month < 0
        ? null
        : `IF(AND(${column}${counted.row}=1,${column}${interest.row}+${column}${planned.row}<>0),${column}${cfads.row}/(${column}${interest.row}+${column}${planned.row}),"")`,
    covers,
    formats.ratio,
  );
  const range = sheet.range(cover, 'month0');
  const figure = (name: 'MIN' | 'AVERAGE'): string => `IF(COUNT(${range})=0,"",${name}(${range}))`;
  sheet.computed(say('minDscr', '1'), figure('MIN'), minDscr, formats.ratio);
  sheet.computed(say('averageDscr', '1'), figure('AVERAGE'), averageDscr, formats.ratio);
  return { fee, counted };
}

/** R5.8 A loan of the plan, from its terms to its cover. */
export function loanRows(sheet: FinancingRows, loan: FinancedLoan): LoanRows {
  const { blockId } = loan.result;
  const block = blockLabel(blockId, sheet.language);
  const say: Say = (word, unit, rule = 'R5.8') => ({ word: sheet.word(word), of: block, unit, rule });
  sheet.title(sheet.word('loanOf').replace('{block}', block));
  const terms = termsOf(sheet, say, loan);
  const { draw, withoutRepayment } = drawRows(sheet, say, terms, loan);
  const cfads = cfadsRow(sheet, say, blockId);
  const payment = paymentOf(sheet, say, terms, loan, { withoutRepayment, cfads });
  const schedule = scheduleRows(sheet, say, terms, loan, draw, payment);
  const cover = coverRows(sheet, say, terms, loan, { draw, cfads, ...schedule });
  return { blockId, draw, cfads, ...schedule, ...cover };
}
