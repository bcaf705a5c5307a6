import { integerPower } from '../numeric/elementary.ts';

/** R5.8 A month of a loan. */
export interface LoanMonth {
  readonly month: number;
  readonly paymentUsd: number;
  readonly interestUsd: number;
  readonly principalUsd: number;
  readonly balanceUsd: number;
}

/** R5.8 Terms of a loan that is drawn at once. */
export interface LoanTerms {
  readonly principalUsd: number;
  readonly ratePerYear: number;
  readonly months: number;
  readonly balloonUsd: number;
  readonly interestOnlyMonths: number;
}

/**
 * R5.8 Level payment that brings a balance down to a balloon: (P − G·(1+i)^−n)·i/(1−(1+i)^−n); without
 * interest (P − G)/n.
 * @param ratePerMonth i, nominal
 * @param months n, at least 1
 * @example annuityUsd(1000, 0, 0.1, 2) // → 1210 / 2.1
 */
export function annuityUsd(
  balanceUsd: number,
  balloonUsd: number,
  ratePerMonth: number,
  months: number,
): number {
  if (ratePerMonth === 0) return (balanceUsd - balloonUsd) / months;
  const discount = 1 / integerPower(1 + ratePerMonth, months);
  return ((balanceUsd - balloonUsd * discount) * ratePerMonth) / (1 - discount);
}

/**
 * R5.8 Schedule of a loan, rate/12 a month: interest only at first, then level payments down to the
 * balloon.
 * @example loanSchedule({ principalUsd: 1000, ratePerYear: 0.12, months: 2, balloonUsd: 0, interestOnlyMonths:
 *   1 }).months[1].paymentUsd // → 1010
 */
export function loanSchedule(terms: LoanTerms): { monthlyPaymentUsd: number; months: LoanMonth[] } {
  const ratePerMonth = terms.ratePerYear / 12;
  const repaid = terms.months - terms.interestOnlyMonths;
  const monthlyPaymentUsd = annuityUsd(terms.principalUsd, terms.balloonUsd, ratePerMonth, repaid);
  const months: LoanMonth[] = [];
  let balanceUsd = terms.principalUsd;
  for (let month = 1; month <= terms.months; month += 1) {
    const interestUsd = balanceUsd * ratePerMonth;
    const isLast = month === terms.months;
    const due = isLast ? balanceUsd - terms.balloonUsd : monthlyPaymentUsd - interestUsd;
    const principalUsd = month <= terms.interestOnlyMonths ? 0 : due;
    balanceUsd -= principalUsd;
    months.push({ month, paymentUsd: interestUsd + principalUsd, interestUsd, principalUsd, balanceUsd });
  }
  return { monthlyPaymentUsd, months };
}
