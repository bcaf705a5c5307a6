import { lastMonthOwned } from '../ai/exit.ts';
import { integerPower } from '../numeric/elementary.ts';
import { testCovenant } from './covenant.ts';
import { coverageOf } from './coverage.ts';
import type { EvaluatedBlock } from './evaluateBlock.ts';
import { lineAt, sumAtValuation, type FlowLine, type LineSheet } from './lineSheet.ts';
import { annuityUsd } from './loanSchedule.ts';
import type { Debt } from './siteCaseInput.ts';
import type { LoanMetrics } from './siteCaseResult.ts';

/** R5.8 A loan by month. Vectors have the valuation date first, then months 0 … T−1. */
export interface Loan {
  readonly drawUsd: Float64Array;
  readonly interestAccruedUsd: Float64Array;
  readonly interestPaidUsd: Float64Array;
  readonly principalUsd: Float64Array;
  readonly upfrontFeeUsd: Float64Array;
  readonly balanceUsd: Float64Array;
  readonly service: CountedService;
  readonly metrics: LoanMetrics;
}

/** R5.8 The months of service that count for the DSCR, from R on, with what serves them [USD]. */
export interface CountedService {
  readonly firstMonth: number;
  readonly serviceUsd: readonly number[];
  readonly cfadsUsd: readonly number[];
}

/** R5.8b CFADS of the block: EBITDA and prepayment lines, before tax [USD]. */
function cfadsAt({ sheet, ebitdaUsd }: EvaluatedBlock, month: number): number {
  const prepaid =
    lineAt(sheet, 'prepaymentReceivedUsd', month) + lineAt(sheet, 'prepaymentAppliedUsd', month);
  return (ebitdaUsd[month] ?? 0) + prepaid;
}

/** R5.8b, R5.8c CFADS in the n months from R on; beyond T+11 the mean of max(0, CFADS) in the forward year. */
function cfadsFrom(block: EvaluatedBlock, firstRepayment: number, tenorMonths: number): Float64Array {
  const { horizonMonths, computedMonths } = block.sheet.calendar;
  let forward = 0;
  for (let month = horizonMonths; month < computedMonths; month += 1)
    forward += Math.max(0, cfadsAt(block, month));
  const mean = forward / (computedMonths - horizonMonths);
  return Float64Array.from({ length: tenorMonths }, (_, index) => {
    const month = firstRepayment + index;
    return month < computedMonths ? cfadsAt(block, month) : mean;
  });
}

function presentValue(amounts: Float64Array, ratePerMonth: number): number {
  let value = 0;
  for (let index = amounts.length - 1; index >= 0; index -= 1) {
    value = (value + (amounts[index] ?? 0)) / (1 + ratePerMonth);
  }
  return value;
}

/**
 * R5.8a, R5.8c What the months of service beyond the horizon add to the base of a sculpted loan: PV at the start of
 * repayment of max(0, CFADS) from month T on [USD].
 */
export function sculptingBeyondHorizonUsd(debt: Debt, block: EvaluatedBlock): number {
  const { firstRepayment } = datesOf(debt, block);
  const cfads = cfadsFrom(block, firstRepayment, debt.tenorMonths);
  const beyond = cfads.map((amount, index) =>
    firstRepayment + index < block.sheet.calendar.horizonMonths ? 0 : Math.max(0, amount),
  );
  return presentValue(beyond, debt.ratePerYear / 12);
}

/** R5.8, R4.10b Month in which a sale or the end of the block repays a loan; undefined without one. */
export function earlyRepaymentMonth(debt: Debt, block: EvaluatedBlock): number | undefined {
  const { saleMonth } = datesOf(debt, block);
  return saleMonth === Infinity ? undefined : saleMonth;
}

/** R5.8 Eligible cost before billing, the valuation date first: −Σ eligible lines, where positive [USD]. */
function eligibleCost(sheet: LineSheet, lines: readonly FlowLine[], billingStart: number): Float64Array {
  const cost = new Float64Array(sheet.calendar.horizonMonths + 1);
  cost[0] = Math.max(0, -sumAtValuation(sheet, lines));
  for (let month = 0; month < Math.min(billingStart, sheet.calendar.horizonMonths); month += 1) {
    let sum = 0;
    for (const line of lines) sum -= lineAt(sheet, line, month);
    cost[month + 1] = Math.max(0, sum);
  }
  return cost;
}

/** R5.8, R5.8a Service of a month from R on as a function of the loan's balance at R. */
type Service = (monthOfService: number, interestUsd: number) => number;

function serviceOf(debt: Debt, balanceUsd: number, cfads: Float64Array): Service {
  const ratePerMonth = debt.ratePerYear / 12;
  const balloonUsd = debt.balloonShare * balanceUsd;
  if (debt.repayment === 'annuity') {
    const payment = annuityUsd(balanceUsd, balloonUsd, ratePerMonth, debt.tenorMonths);
    return () => payment;
  }
  const base = presentValue(cfads, ratePerMonth);
  const owed = balanceUsd - balloonUsd / integerPower(1 + ratePerMonth, debt.tenorMonths);
  return (month, interestUsd) => (base > 0 ? ((cfads[month] ?? 0) * owed) / base : interestUsd);
}

interface Dates {
  readonly billingStart: number;
  readonly firstRepayment: number;
  readonly lastRepayment: number;
  /** First month after R that no longer counts for the DSCR: a balloon month does not. */
  readonly countedUntil: number;
  /** Month in which a sale, or the end of the block (R4.10b), repays the loan; Infinity without one. */
  readonly saleMonth: number;
}

function datesOf(debt: Debt, { block, ai, sheet }: EvaluatedBlock): Dates {
  const billingStart = ai?.dates.billingStart ?? 0;
  const firstRepayment = billingStart + debt.interestOnlyMonths;
  const isAi = block.kind === 'colocation' || block.kind === 'gpuCloud';
  const lastOwned = isAi ? lastMonthOwned(block, sheet.calendar.horizonMonths) : undefined;
  const lastRepayment = firstRepayment + debt.tenorMonths - 1;
  return {
    billingStart,
    firstRepayment,
    lastRepayment,
    countedUntil: debt.balloonShare > 0 ? lastRepayment : lastRepayment + 1,
    saleMonth: lastOwned ?? Infinity,
  };
}

/** R5.8 How a loan runs through the months, before its figures are taken. */
interface LoanCourse extends Omit<Loan, 'metrics' | 'service'> {
  readonly atRepaymentStartUsd: number | null;
  /** Interest and planned principal of the months from R on that count for the DSCR. */
  readonly countedServiceUsd: readonly number[];
}

/** R5.8 Planned principal of a month of service; the last payment clears the balance, balloon included. */
function plannedPrincipal(
  service: Service,
  month: number,
  dates: Dates,
  interest: number,
  balance: number,
): number {
  if (month === dates.lastRepayment) return balance;
  return month < dates.lastRepayment ? service(month - dates.firstRepayment, interest) - interest : 0;
}

/** R1.3, R5.8, R5.8d Runs the loan: interest on the opening balance, then the draw, then principal. */
function runLoan(
  debt: Debt,
  dates: Dates,
  drawUsd: Float64Array,
  cfads: Float64Array,
): Omit<LoanCourse, 'drawUsd' | 'upfrontFeeUsd'> {
  const vector = (): Float64Array => new Float64Array(drawUsd.length);
  const lines = {
    interestAccruedUsd: vector(),
    interestPaidUsd: vector(),
    principalUsd: vector(),
    balanceUsd: vector(),
  };
  const countedServiceUsd: number[] = [];
  const lastMonth = drawUsd.length - 2;
  let balance = drawUsd[0] ?? 0;
  let atRepaymentStartUsd: number | null = null;
  let service: Service | undefined;
  lines.balanceUsd[0] = balance;
  for (let month = 0; month <= lastMonth; month += 1) {
    if (month === dates.firstRepayment && month <= dates.saleMonth) {
      atRepaymentStartUsd = balance;
      service = serviceOf(debt, balance, cfads);
    }
    const interest = (balance * debt.ratePerYear) / 12;
    const isCapitalised = month < dates.billingStart && debt.capitaliseInterest;
    balance += (drawUsd[month + 1] ?? 0) + (isCapitalised ? interest : 0);
    const planned = service ? plannedPrincipal(service, month, dates, interest, balance) : 0;
    const isRepaidAtOnce = month >= dates.saleMonth || month === lastMonth;
    const principal = isRepaidAtOnce ? balance : planned;
    if (service && month < Math.min(dates.saleMonth, dates.countedUntil))
      countedServiceUsd.push(interest + planned);
    balance -= principal;
    lines.interestAccruedUsd[month + 1] = interest;
    lines.interestPaidUsd[month + 1] = isCapitalised ? 0 : -interest;
    lines.principalUsd[month + 1] = -principal;
    lines.balanceUsd[month + 1] = balance;
  }
  return { ...lines, atRepaymentStartUsd, countedServiceUsd };
}

/** R5.8 Upfront fee on the whole commitment in the first month of cost, the valuation date first [USD]. */
function upfrontFee(debt: Debt, drawUsd: Float64Array, commitmentUsd: number): Float64Array {
  const fee = new Float64Array(drawUsd.length);
  const first = drawUsd.findIndex((draw) => draw > 0);
  if (first >= 0) fee[first] = -debt.upfrontFeeShare * commitmentUsd;
  return fee;
}

/**
 * R5.8 The loan of a block: drawn against eligible cost before billing, interest at rate/12, interest only
 * at first, then service down to the balloon. A sale repays it, and so does the horizon (R5.8d). DSCR
 * counts the service as planned, without the balloon month and only before a sale; debt capacity is
 * PV(CFADS at i)/targetDscr with CFADS as they are, reported, never enforced.
 * @param block an AI block
 */
export function loanOf(debt: Debt, block: EvaluatedBlock): Loan {
  const dates = datesOf(debt, block);
  const cost = eligibleCost(block.sheet, debt.eligibleLines as readonly FlowLine[], dates.billingStart);
  const drawUsd = cost.map((amount) => debt.loanToCost * amount);
  const commitmentUsd = drawUsd.reduce((sum, draw) => sum + draw, 0);
  const cfads = cfadsFrom(block, dates.firstRepayment, debt.tenorMonths);
  const sculpted = cfads.map((amount) => Math.max(0, amount));
  const { atRepaymentStartUsd, countedServiceUsd, ...lines } = runLoan(debt, dates, drawUsd, sculpted);
  const service: CountedService = {
    firstMonth: dates.firstRepayment,
    serviceUsd: countedServiceUsd,
    cfadsUsd: countedServiceUsd.map((_, index) => cfadsAt(block, dates.firstRepayment + index)),
  };
  const { dscr, min, average } = coverageOf(service.cfadsUsd, countedServiceUsd);
  const metrics: LoanMetrics = {
    firstRepaymentMonth: dates.firstRepayment,
    principalAtRepaymentStartUsd: atRepaymentStartUsd,
    commitmentUsd,
    minDscr: min,
    averageDscr: average,
    balanceAtHorizonUsd: lines.balanceUsd.at(-1) ?? 0,
    ...(debt.targetDscr && { debtCapacityUsd: presentValue(cfads, debt.ratePerYear / 12) / debt.targetDscr }),
    dscr,
    ...(debt.covenant && { covenant: testCovenant(service, debt.covenant) }),
  };
  return { drawUsd, upfrontFeeUsd: upfrontFee(debt, drawUsd, commitmentUsd), ...lines, service, metrics };
}
