import { setByScenario } from './inScenario.ts';
import type { Debt } from '../strategy/siteCaseInput.ts';
import { lastMonthOwned } from '../ai/exit.ts';
import type { FlowLine } from '../strategy/lineSheet.ts';
import type { LoanOfSite } from '../strategy/siteCaseResult.ts';
import type { InputKey } from '../analysis/inputTable.ts';
import type { PlanTerm } from '../analysis/ownPlans/ownPlan.ts';
import { known, quantity, summed, summedQuantity, type Calculation } from './calculation.ts';
import { blocksOf, ebitdaOfMonth, lineCalculation, lineValue } from './blockLines.ts';
import { monthName, type ExplainedCase } from './explainedCase.ts';
import { sumByYear, tellQuantity, type Series } from './flows.ts';
import type { BlockScope } from './blockScope.ts';
import { monthsSince, siteLeaf } from './power.ts';
import type { QuantityKey } from './quantities.ts';

/*
 * R5.8 A loan month by month: each month stands on the balance of the month before.
 */

export interface LoanScope {
  readonly of: ExplainedCase;
  readonly debt: Debt;
  readonly loan: LoanOfSite;
  readonly block: BlockScope;
  readonly terms: readonly PlanTerm[];
}

/** The loans of a case with their blocks and terms. */
export function loansOf(of: ExplainedCase): LoanScope[] {
  const scopes = blocksOf(of);
  return (of.site.loans ?? []).flatMap((loan, index) => {
    const block = scopes.find(({ evaluated }) => evaluated.block.id === loan.blockId);
    const debt = of.input.debts?.[index] as Debt | undefined;
    const terms = of.sources?.ownPlan?.loans[index]?.terms ?? [];
    return block && debt ? [{ of, debt, loan, block, terms }] : [];
  });
}

type LoanLine =
  | 'loanDrawUsd'
  | 'loanInterestAccruedUsd'
  | 'loanInterestPaidUsd'
  | 'loanPrincipalUsd'
  | 'loanUpfrontFeeUsd'
  | 'loanBalanceUsd';

const keys: Readonly<Record<LoanLine, QuantityKey>> = {
  loanDrawUsd: 'loanDraw',
  loanInterestAccruedUsd: 'loanInterestAccrued',
  loanInterestPaidUsd: 'loanInterestPaid',
  loanPrincipalUsd: 'loanPrincipal',
  loanUpfrontFeeUsd: 'loanFee',
  loanBalanceUsd: 'loanBalance',
};

function loanValue({ loan }: LoanScope, line: LoanLine, month: number): number {
  return month < 0 ? (loan.atValuation[line] ?? 0) : (loan.monthly[line]?.[month] ?? 0);
}

function term(at: LoanScope, key: QuantityKey, value: number, input: InputKey): Calculation {
  const planned = siteLeaf(at.of, key, value, input, at.terms);
  // R7.3e What the scenario makes of a loan that is not drawn yet.
  return at.of.sources && planned.value !== value
    ? setByScenario(at.of, key, value, planned.value, ['credit'])
    : planned;
}

function rate(at: LoanScope): Calculation {
  return term(at, 'loanRate', at.debt.ratePerYear, 'projectDebtRatePerYear');
}

function billingStartOf({ block }: LoanScope): number {
  return block.evaluated.ai?.dates.billingStart ?? 0;
}

function lastRepayment(at: LoanScope): number {
  return at.loan.firstRepaymentMonth + at.debt.tenorMonths - 1;
}

function saleMonth({ block, of }: LoanScope): number {
  const { block: hall } = block.evaluated;
  if (hall.kind !== 'colocation' && hall.kind !== 'gpuCloud') return Infinity;
  return lastMonthOwned(hall, of.calendar.horizonMonths) ?? Infinity;
}

/** R5.8 Eligible cost of a month: what the eligible lines pay out. */
function eligibleCost(at: LoanScope, month: number): Calculation {
  const lines = at.debt.eligibleLines as readonly FlowLine[];
  const about = { rule: 'R5.8', month: monthName(at.of, month) };
  const parts = lines.flatMap((line) =>
    lineValue(at.block, line, month) === 0 ? [] : [lineCalculation(at.block, line, month)],
  );
  return quantity('eligibleCost', about, 'max(0, −X)', {
    X: summedQuantity('eligibleLines', about, parts),
  });
}

/** R5.8b CFADS of a month; beyond T+11 the mean of the forward year (R5.8c). */
export function cfads(at: LoanScope, month: number): Calculation {
  const { block, of } = at;
  const { computedMonths } = of.calendar;
  const about = { rule: 'R5.8b', month: monthName(of, month) };
  if (month >= computedMonths) return forwardMean(at, month);
  const prepaid = (['prepaymentReceivedUsd', 'prepaymentAppliedUsd'] as const).flatMap((line) =>
    lineValue(block, line, month) === 0 ? [] : [lineCalculation(block, line, month)],
  );
  return summedQuantity('cfads', about, [ebitdaOfMonth(block, month), ...prepaid]);
}

function forwardMean(at: LoanScope, month: number): Calculation {
  const { horizonMonths, computedMonths } = at.of.calendar;
  const about = { rule: 'R5.8c', month: monthName(at.of, month) };
  const parts = Array.from({ length: computedMonths - horizonMonths }, (_, index) =>
    quantity('cfadsNotNegative', about, 'max(0, C)', { C: cfads(at, horizonMonths + index) }),
  );
  return quantity('cfads', about, 'X/n', {
    X: summedQuantity('cfadsNotNegative', about, parts),
    n: monthsSince(parts.length, 'monthCount'),
  });
}

/** PV of CFADS over the tenor at the loan's rate. */
export function valueOfCfads(at: LoanScope, isSculpted: boolean): Calculation {
  const { loan, debt } = at;
  const i = rate(at);
  const parts = Array.from({ length: debt.tenorMonths }, (_, index) => {
    const month = loan.firstRepaymentMonth + index;
    const about = { rule: 'R5.8', month: monthName(at.of, month) };
    const formula = isSculpted ? 'max(0, C)/(1 + i/12)^j' : 'C/(1 + i/12)^j';
    return quantity('discountedCfads', about, formula, {
      C: cfads(at, month),
      i,
      j: monthsSince(index + 1, 'monthsOfService'),
    });
  });
  return summedQuantity('valueOfCfads', { rule: 'R5.8' }, parts);
}

/** R5.8 Service of a month as planned: level payments, or in proportion to CFADS. */
function plannedService(at: LoanScope, month: number): Calculation {
  const { debt, loan, of } = at;
  const about = { rule: debt.repayment === 'annuity' ? 'R5.8' : 'R5.8a', month: monthName(of, month) };
  if (month === lastRepayment(at))
    return quantity('loanService', about, 'Z + S', {
      Z: interest(at, month),
      S: balance(at, month - 1),
    });
  const P = balance(at, loan.firstRepaymentMonth - 1);
  const i = rate(at);
  const n = term(at, 'monthCount', debt.tenorMonths, 'loanTenorMonths');
  const g = term(at, 'balloonShare', debt.balloonShare, 'loanBalloonShare');
  if (debt.repayment === 'annuity') {
    const formula =
      debt.ratePerYear === 0 ? '(P − g·P)/n' : '(P − g·P/(1 + i/12)^n)·i/12/(1 − 1/(1 + i/12)^n)';
    return quantity('loanService', about, formula, { P, g, i, n });
  }
  const X = valueOfCfads(at, true);
  if (X.value <= 0) return quantity('loanService', about, 'Z', { Z: interest(at, month) });
  return quantity('loanService', about, 'max(0, C)·(P − g·P/(1 + i/12)^n)/X', {
    C: cfads(at, month),
    P,
    g,
    i,
    n,
    X,
  });
}

/** Service that counts for the DSCR, with the principal as planned. */
export function countedService(at: LoanScope, month: number): Calculation | undefined {
  const { loan, debt } = at;
  const until = debt.balloonShare > 0 ? lastRepayment(at) : lastRepayment(at) + 1;
  const isCounted = month >= loan.firstRepaymentMonth && month < Math.min(saleMonth(at), until);
  return isCounted && month < at.of.calendar.horizonMonths ? plannedService(at, month) : undefined;
}

function tell(at: LoanScope, line: LoanLine, month: number) {
  return { ...tellQuantity(keys[line], 'R5.8', at.loan.id), month: monthName(at.of, month) };
}

function balance(at: LoanScope, month: number): Calculation {
  const about = tell(at, 'loanBalanceUsd', month);
  const value = loanValue(at, 'loanBalanceUsd', month);
  if (month < 0) return known(about, value, 'D', () => ({ D: draw(at, month) }));
  const isCapitalised = month < billingStartOf(at) && at.debt.capitaliseInterest;
  const formula = isCapitalised ? 'S0 + D + Z + T' : 'S0 + D + T';
  return {
    ...known(about, value, formula, () => ({
      S0: balance(at, month - 1),
      D: draw(at, month),
      ...(isCapitalised && { Z: interest(at, month) }),
      T: principal(at, month),
    })),
    note: 'lastStep',
  };
}

function draw(at: LoanScope, month: number): Calculation {
  const about = tell(at, 'loanDrawUsd', month);
  const value = loanValue(at, 'loanDrawUsd', month);
  if (month >= billingStartOf(at)) return { ...known(about, value, '0', () => ({})), note: 'noPayment' };
  return known(about, value, 'a·K', () => ({
    a: term(at, 'loanToCost', at.debt.loanToCost, 'loanToCost'),
    K: eligibleCost(at, month),
  }));
}

function interest(at: LoanScope, month: number): Calculation {
  const value = loanValue(at, 'loanInterestAccruedUsd', month);
  return known(tell(at, 'loanInterestAccruedUsd', month), value, 'S0·i/12', () => ({
    S0: balance(at, month - 1),
    i: rate(at),
  }));
}

/** R5.8, R5.8d Principal: the service less interest; all that is open at a sale, at the last payment and at the horizon. */
function principal(at: LoanScope, month: number): Calculation {
  const { loan, of } = at;
  const about = tell(at, 'loanPrincipalUsd', month);
  const value = loanValue(at, 'loanPrincipalUsd', month);
  const isAtOnce = month >= saleMonth(at) || month === of.calendar.horizonMonths - 1;
  if (!isAtOnce && (month < loan.firstRepaymentMonth || month > lastRepayment(at)))
    return { ...known(about, value, '0', () => ({})), note: 'noPayment' };
  if (!isAtOnce && month !== lastRepayment(at))
    return known(about, value, '−(s − Z)', () => ({
      s: plannedService(at, month),
      Z: interest(at, month),
    }));
  const isCapitalised = month < billingStartOf(at) && at.debt.capitaliseInterest;
  return known(about, value, isCapitalised ? '−(S0 + D + Z)' : '−(S0 + D)', () => ({
    S0: balance(at, month - 1),
    D: draw(at, month),
    ...(isCapitalised && { Z: interest(at, month) }),
  }));
}

function interestPaid(at: LoanScope, month: number): Calculation {
  const value = loanValue(at, 'loanInterestPaidUsd', month);
  return known(tell(at, 'loanInterestPaidUsd', month), value, '−Z', () => ({ Z: interest(at, month) }));
}

/** R5.8 All draws of a loan. */
export function commitmentOf(at: LoanScope): Calculation {
  const series = lineSeriesOf(at, 'loanDrawUsd', draw);
  const about = tellQuantity('commitment', 'R5.8', at.loan.id);
  return sumByYear(at.of, about, at.loan.commitmentUsd, series);
}

function fee(at: LoanScope, month: number): Calculation {
  const value = loanValue(at, 'loanUpfrontFeeUsd', month);
  return known(tell(at, 'loanUpfrontFeeUsd', month), value, '−f·X', () => ({
    f: term(at, 'feeShare', at.debt.upfrontFeeShare, 'loanUpfrontFeeShare'),
    X: commitmentOf(at),
  }));
}

function lineSeriesOf(
  at: LoanScope,
  line: LoanLine,
  calculation: (at: LoanScope, month: number) => Calculation,
): Series {
  return {
    fromMonth: -1,
    endMonth: at.of.calendar.horizonMonths,
    value: (month) => loanValue(at, line, month),
    calculation: (month) => calculation(at, month),
  };
}

/** R5.8 The flows between a loan and equity. */
export function loanFlows(at: LoanScope): Series[] {
  return [
    lineSeriesOf(at, 'loanDrawUsd', draw),
    lineSeriesOf(at, 'loanInterestPaidUsd', interestPaid),
    lineSeriesOf(at, 'loanPrincipalUsd', principal),
    lineSeriesOf(at, 'loanUpfrontFeeUsd', fee),
  ];
}

/** R5.9 Interest accrued on all loans, by month. */
export function interestSeries(of: ExplainedCase): Series {
  const loans = loansOf(of);
  const value = (month: number): number =>
    loans.reduce((sum, at) => sum + loanValue(at, 'loanInterestAccruedUsd', month), 0);
  return {
    fromMonth: 0,
    endMonth: of.calendar.horizonMonths,
    value,
    calculation: (month) =>
      summed(
        { ...tellQuantity('loanInterestAccrued', 'R5.8'), month: monthName(of, month) },
        value(month),
        () => loans.map((at) => interest(at, month)),
      ),
  };
}
