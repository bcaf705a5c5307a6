import { allFinite } from '../numeric/allFinite.ts';
import { testCovenant } from './covenant.ts';
import { coverageOf } from './coverage.ts';
import { loanOf, type CountedService, type Loan } from './debt.ts';
import type { EvaluatedBlock } from './evaluateBlock.ts';
import { covenantShape, debtShape, debtsShape } from './financeShape.ts';
import { flowLines } from './lineSheet.ts';
import type { Covenant, Debt, NamedDebt } from './siteCaseInput.ts';
import type { LoansTogether, NotComputable } from './siteCaseResult.ts';
import { isTerms, overflow, termsOf, type SiteFlows } from './siteFlows.ts';
import { sumOfVectors } from './siteMetrics.ts';

/** A loan with its terms and its block. */
export interface BorrowedLoan {
  readonly id: string;
  readonly debt: Debt;
  readonly block: EvaluatedBlock;
  readonly loan: Loan;
}

/** R5.8e The lines of all loans of a site, the valuation date first [USD]. */
export type LoanLines = Omit<Loan, 'metrics' | 'service'>;

/** R5.8, R5.8e What a site borrows: its loans, their sum, and the flow that is left for equity. */
export interface Borrowed {
  readonly loans: readonly BorrowedLoan[];
  readonly lines: LoanLines;
  readonly equityUsd: Float64Array;
  /** Equity's discount rate, which all loans must agree on. */
  readonly ratePerYear: number;
  /** Where the case has several loans, or a covenant on all of them. */
  readonly together?: LoansTogether;
}

/** The terms of a loan as placed in the case. */
interface PlacedDebt {
  readonly path: string;
  readonly debt: NamedDebt;
}

/** Name of the loan that stands alone. */
const soleId = 'debt';

/** R5.8e The one `debt`, then the list of `debts`; the reason where any of them is incomplete. */
function debtsOf({ input }: SiteFlows): readonly PlacedDebt[] | NotComputable {
  const { debt, debts } = input;
  const placed: PlacedDebt[] = [];
  const reasons: NotComputable[] = [];
  const hasList = debts !== null && debts !== undefined;
  if (!hasList || (debt !== null && debt !== undefined)) {
    const terms = termsOf<Debt>(debt, 'debt', debtShape);
    if (isTerms(terms)) placed.push({ path: 'debt', debt: { ...terms, id: soleId } });
    else reasons.push(terms);
  }
  if (hasList) {
    const terms = termsOf<readonly NamedDebt[]>(debts, 'debts', debtsShape);
    if (isTerms(terms)) terms.forEach((one, index) => placed.push({ path: `debts[${index}]`, debt: one }));
    else reasons.push(terms);
  }
  return reasons.length > 0 ? united(reasons) : placed;
}

function united(reasons: readonly NotComputable[]): NotComputable {
  const invalid = reasons.flatMap((reason) => reason.invalid ?? []);
  const missing = reasons.flatMap((reason) => reason.missing);
  return { computable: false, missing, ...(invalid.length > 0 && { invalid }) };
}

/** R5.8, R5.8e What is wrong with a loan among the others; a block without billing has nothing to repay from. */
function faultsOf({ path, debt }: PlacedDebt, placed: readonly PlacedDebt[], site: SiteFlows): string[] {
  const invalid: string[] = [];
  const block = site.blocks.find((candidate) => candidate.block.id === debt.blockId);
  if (!block?.ai || block.ai.dates.isInService) invalid.push(`${path}.blockId`);
  if (!debt.eligibleLines.every((line) => (flowLines as readonly string[]).includes(line)))
    invalid.push(`${path}.eligibleLines`);
  const sameId = placed.find((other) => other.debt.id === debt.id);
  if (sameId && sameId.path !== path) invalid.push(`${path}.id`);
  if (debt.equityDiscountRatePerYear !== placed[0]?.debt.equityDiscountRatePerYear)
    invalid.push(`${path}.equityDiscountRatePerYear`);
  return invalid;
}

/** The sum of the loans by line; a single loan is its own sum, to the sign of its zeros. */
function linesOf(loans: readonly Loan[], length: number): LoanLines {
  const [only] = loans;
  if (only && loans.length === 1) return only;
  const sum = (line: keyof LoanLines): Float64Array =>
    sumOfVectors(
      loans.map((loan) => loan[line]),
      length,
    );
  return {
    drawUsd: sum('drawUsd'),
    interestAccruedUsd: sum('interestAccruedUsd'),
    interestPaidUsd: sum('interestPaidUsd'),
    principalUsd: sum('principalUsd'),
    upfrontFeeUsd: sum('upfrontFeeUsd'),
    balanceUsd: sum('balanceUsd'),
  };
}

/** R5.8, R5.8e The loans of a case; the reason where terms are missing or a figure overflows. */
export function borrowed(site: SiteFlows): Borrowed | NotComputable {
  const placed = debtsOf(site);
  if (!isTerms(placed)) return placed;
  const invalid = placed.flatMap((one) => faultsOf(one, placed, site));
  if (invalid.length > 0) return { computable: false, missing: [], invalid };
  const loans = placed.flatMap(({ debt }) => {
    const block = site.blocks.find((candidate) => candidate.block.id === debt.blockId);
    return block ? [{ id: debt.id, debt, block, loan: loanOf(debt, block) }] : [];
  });
  const overflown = loans.findIndex(({ loan }) => !allFinite(loan));
  if (overflown >= 0) return overflow(placed[overflown]?.path ?? soleId);
  const { flowsUsd } = site;
  const lines = linesOf(
    loans.map(({ loan }) => loan),
    flowsUsd.length,
  );
  const parts = [flowsUsd, lines.drawUsd, lines.interestPaidUsd, lines.principalUsd, lines.upfrontFeeUsd];
  const equityUsd = sumOfVectors(parts, flowsUsd.length);
  const { debts, covenant } = site.input;
  const together = debts || covenant ? { together: loansTogether(loans, covenant) } : {};
  if (![lines, equityUsd, together].every(allFinite)) return overflow(placed[0]?.path ?? soleId);
  return {
    loans,
    lines,
    equityUsd,
    ratePerYear: placed[0]?.debt.equityDiscountRatePerYear ?? 0,
    ...together,
  };
}

/**
 * R5.8e Service and CFADS of all loans by month, from the first repayment of any of them to the last counted month.
 * A block that carries several loans serves them with one and the same CFADS, which count once.
 */
function serviceTogether(loans: readonly BorrowedLoan[]): CountedService {
  const counted = loans.filter(({ loan }) => loan.service.serviceUsd.length > 0);
  let [firstMonth, end] = [Infinity, 0];
  for (const { loan } of counted) {
    firstMonth = Math.min(firstMonth, loan.service.firstMonth);
    end = Math.max(end, loan.service.firstMonth + loan.service.serviceUsd.length);
  }
  const serviceUsd: number[] = [];
  const cfadsUsd: number[] = [];
  for (let month = firstMonth; month < end; month += 1) {
    const serving = new Map<EvaluatedBlock, number>();
    let due = 0;
    for (const { loan, block } of counted) {
      const service = loan.service.serviceUsd[month - loan.service.firstMonth];
      if (service === undefined) continue;
      due += service;
      serving.set(block, loan.service.cfadsUsd[month - loan.service.firstMonth] ?? 0);
    }
    serviceUsd.push(due);
    cfadsUsd.push([...serving.values()].reduce((sum, cfads) => sum + cfads, 0));
  }
  return { firstMonth, serviceUsd, cfadsUsd };
}

/** R5.8e, R5.8f Cover of all loans together, and the covenant on it where the case has one. */
function loansTogether(loans: readonly BorrowedLoan[], covenant: unknown): LoansTogether {
  const service = serviceTogether(loans);
  const { dscr, min, average } = coverageOf(service.cfadsUsd, service.serviceUsd);
  const levels = termsOf<Covenant>(covenant, 'covenant', covenantShape);
  const test = isTerms(levels) ? testCovenant(service, levels) : levels;
  return {
    firstRepaymentMonth: service.serviceUsd.length > 0 ? service.firstMonth : null,
    commitmentUsd: loans.reduce((sum, { loan }) => sum + loan.metrics.commitmentUsd, 0),
    minDscr: min,
    averageDscr: average,
    dscr,
    ...(covenant !== null && covenant !== undefined && { covenant: test }),
  };
}
