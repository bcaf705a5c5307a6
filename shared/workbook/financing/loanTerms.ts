import type { FinancedLoan } from '../../engine/analysis/ownPlans/planFinancing.ts';
import { formats } from '../workbookCells.ts';
import type { Cell, FinancingRows, Row, RowHead } from './financingRows.ts';

/*
 * R5.8 The terms of a loan, and what follows from them in a month of service.
 */

/** Where the months of the sheet are counted. */
export const monthRow = 2;

export interface Terms {
  readonly rate: Cell;
  readonly loanToCost: Cell;
  readonly feeShare: Cell;
  readonly isCapitalised: Cell;
  readonly billingStart: Cell;
  readonly firstRepayment: Cell;
  readonly tenor: Cell;
  readonly balloonShare: Cell;
  readonly repaidIn: Cell;
}

export type Say = (word: Parameters<FinancingRows['word']>[0], unit: string, rule?: string) => RowHead;

export function termsOf(
  sheet: FinancingRows,
  say: Say,
  { terms, billingStartMonth, repaidInMonth }: FinancedLoan,
): Terms {
  const { count, percent } = formats;
  const rate = sheet.given(say('rate', '1/yr'), terms.ratePerYear, '0.00%');
  const loanToCost = sheet.given(say('loanToCost', '1'), terms.loanToCost, percent);
  const feeShare = sheet.given(say('feeShare', '1'), terms.upfrontFeeShare, '0.00%');
  const isCapitalised = sheet.given(say('isCapitalised', '1'), terms.capitaliseInterest ? 1 : 0, count);
  const billingStart = sheet.given(say('billingStart', 'month', 'R4.10'), billingStartMonth, count);
  const interestOnly = sheet.given(say('interestOnly', 'months'), terms.interestOnlyMonths, count);
  const firstRepayment = sheet.computed(
    say('firstRepayment', 'month'),
    `${billingStart.at}+${interestOnly.at}`,
    billingStartMonth + terms.interestOnlyMonths,
    count,
  );
  const tenor = sheet.given(say('tenor', 'months'), terms.tenorMonths, count);
  const balloonShare = sheet.given(say('balloonShare', '1'), terms.balloonShare, percent);
  const repaidIn = sheet.given(say('repaidIn', 'month', 'R5.8d'), repaidInMonth ?? sheet.months, count);
  return {
    rate,
    loanToCost,
    feeShare,
    isCapitalised,
    billingStart,
    firstRepayment,
    tenor,
    balloonShare,
    repaidIn,
  };
}

export interface Payment {
  readonly formulaOf: (column: string, interestRow: number) => string;
  readonly valueOf: (index: number, interestUsd: number) => number;
}

/** R5.8, R5.8a What is due in a month of service. */
export function paymentOf(
  sheet: FinancingRows,
  say: Say,
  terms: Terms,
  loan: FinancedLoan,
  { withoutRepayment, cfads }: { readonly withoutRepayment: Row; readonly cfads: Row },
): Payment {
  const { rate, tenor, firstRepayment, balloonShare } = terms;
  const first = firstRepayment.value;
  const monthly = rate.value / 12;
  const months = tenor.value;
  const balance = first > sheet.months ? 0 : (withoutRepayment.values[first] ?? 0);
  const atRepayment = sheet.computed(
    say('atRepayment', 'USD'),
    `SUMIF(${sheet.range({ row: monthRow })},${firstRepayment.at}-1,${sheet.range(withoutRepayment)})`,
    balance,
    formats.usd,
  );
  const balloon = sheet.computed(
    say('balloon', 'USD'),
    `${balloonShare.at}*${atRepayment.at}`,
    balloonShare.value * balance,
    formats.usd,
  );
  const discount = (1 + monthly) ** -months;
  const owedFormula = `(${atRepayment.at}-${balloon.at}*(1+${rate.at}/12)^-${tenor.at})`;
  const owed = balance - balloon.value * discount;
  if (loan.terms.repayment === 'annuity') {
    const value = monthly === 0 ? (balance - balloon.value) / months : (owed * monthly) / (1 - discount);
    const payment = sheet.computed(
      say('payment', 'USD'),
      `IF(${rate.at}=0,(${atRepayment.at}-${balloon.at})/${tenor.at},${owedFormula}*(${rate.at}/12)/(1-(1+${rate.at}/12)^-${tenor.at}))`,
      value,
      formats.usd,
    );
    return { formulaOf: () => payment.at, valueOf: () => value };
  }
  const discounted = cfads.values.map((usd, index) => {
    const month = index - 1;
    const isServed = month >= first && month < first + months;
    return isServed ? Math.max(0, usd) * (1 + monthly) ** -(month - first + 1) : 0;
  });
  const row = sheet.monthly(
    say('discountedCfads', 'USD', 'R5.8a'),
    (column, _before, month) =>
      month < 0
        ? null
        : `IF(AND(${column}$${monthRow}>=${firstRepayment.at},${column}$${monthRow}<${firstRepayment.at}+${tenor.at}),MAX(0,${column}${cfads.row})/(1+${rate.at}/12)^(${column}$${monthRow}-${firstRepayment.at}+1),0)`,
    discounted,
  );
  const beyond = sheet.given(
    say('beyondHorizon', 'USD', 'R5.8c'),
    loan.sculptingBeyondHorizonUsd,
    formats.usd,
  );
  const base = sheet.computed(
    say('sculptingBase', 'USD', 'R5.8a'),
    `SUM(${sheet.range(row, 'month0')})+${beyond.at}`,
    discounted.reduce((sum, usd) => sum + usd, 0) + beyond.value,
    formats.usd,
  );
  const due = sheet.computed(say('owed', 'USD', 'R5.8a'), owedFormula, owed, formats.usd);
  return {
    valueOf: (index, interestUsd) =>
      base.value > 0 ? (Math.max(0, cfads.values[index] ?? 0) * owed) / base.value : interestUsd,
    formulaOf: (column, interestRow) =>
      `IF(${base.at}>0,MAX(0,${column}${cfads.row})*${due.at}/${base.at},${column}${interestRow})`,
  };
}
