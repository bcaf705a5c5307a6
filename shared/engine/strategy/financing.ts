import { allFinite } from '../numeric/allFinite.ts';
import { numbersOf } from '../numeric/numbersOf.ts';
import { borrowed, type Borrowed, type LoanLines } from './loans.ts';
import type { SiteCaseInput, Tax } from './siteCaseInput.ts';
import { taxShape } from './financeShape.ts';
import type { LoanMetrics, LoanOfSite, LoansTogether, NotComputable, TaxYear } from './siteCaseResult.ts';
import { figuresOf, isTerms, overflow, termsOf, type Figures, type SiteFlows } from './siteFlows.ts';
import { sumOfVectors } from './siteMetrics.ts';
import { taxBaseOf, taxLine, taxYears } from './tax.ts';

/** Adds a line to the months after the first element, which is the valuation date. */
function withValuationFirst(monthly: Float64Array): Float64Array {
  const vector = new Float64Array(monthly.length + 1);
  vector.set(monthly, 1);
  return vector;
}

/** The site's lines by month, and its flows on the valuation date. */
interface SiteLines {
  readonly monthly: Record<string, number[]>;
  readonly atValuation: Record<string, number>;
}

/** R5.8, R5.9 Lines and figures that tax and debt add to a site. */
export interface Financing extends SiteLines {
  readonly taxUnlevered?: readonly TaxYear[];
  readonly taxLevered?: readonly TaxYear[];
  readonly loan?: LoanMetrics;
  readonly loans?: readonly LoanOfSite[];
  readonly loansTogether?: LoansTogether;
  readonly unleveredAfterTax: Figures;
  readonly leveredPreTax: Figures;
  readonly leveredAfterTax: Figures;
}

/** Puts a vector among the site's lines; a flow on the valuation date stands apart. */
function record(lines: SiteLines, line: string, vector: Float64Array): void {
  lines.monthly[line] = numbersOf(vector, 1);
  if (vector[0]) lines.atValuation[line] = vector[0];
}

/** R5.9 A tax as years, as a line (valuation date first) and as the flows after it. */
interface Taxed {
  readonly years: readonly TaxYear[];
  readonly line: Float64Array;
  readonly flowsUsd: Float64Array;
}

/** Taxes a flow; the reason where the terms are missing or a figure overflows. */
function taxed(
  site: SiteFlows,
  flowsUsd: Float64Array,
  interestUsd: Float64Array | undefined,
): Taxed | NotComputable {
  const { input, calendar } = site;
  const tax = termsOf<Tax>(input.tax, 'tax', taxShape);
  if (!isTerms(tax)) return tax;
  const base = taxBaseOf(site.blocks, site.ebitdaUsd, tax, calendar);
  const years = taxYears(base, tax, calendar, interestUsd);
  if (!allFinite(years)) return overflow('tax');
  const line = withValuationFirst(taxLine(years, calendar.horizonMonths));
  return { years, line, flowsUsd: sumOfVectors([flowsUsd, line], line.length) };
}

/**
 * R5.9 Result after tax without debt; tax is the site's, so its NPV is of the summed flow at the case's
 * rate.
 */
function unleveredAfterTax(site: SiteFlows, result: Taxed | NotComputable): Figures {
  if (!isTerms(result)) return result;
  const rate = site.input.discountRatePerYear;
  if (rate === null || rate === undefined) return { computable: false, missing: ['discountRatePerYear'] };
  return figuresOf(site, result.flowsUsd, rate, 'tax');
}

/** R5.8, R5.9 The lines and figures of tax and debt. */
export function financing(site: SiteFlows): Financing {
  const { input } = site;
  const lines: SiteLines = { monthly: {}, atValuation: {} };
  record(lines, 'netPreTaxUsd', site.flowsUsd);
  const unlevered = taxed(site, site.flowsUsd, undefined);
  if (isTerms(unlevered)) record(lines, 'taxUnleveredUsd', unlevered.line);
  const withoutDebt = {
    ...lines,
    ...(isTerms(unlevered) && { taxUnlevered: unlevered.years }),
    unleveredAfterTax: unleveredAfterTax(site, unlevered),
  };
  const debt = borrowed(site);
  if (!isTerms(debt)) return { ...withoutDebt, leveredPreTax: debt, leveredAfterTax: debt };
  recordLoan(lines, debt.lines);
  record(lines, 'equityPreTaxUsd', debt.equityUsd);
  const levered = taxed(site, debt.equityUsd, debt.lines.interestAccruedUsd.subarray(1));
  if (isTerms(levered)) {
    record(lines, 'taxLeveredUsd', levered.line);
    record(lines, 'equityAfterTaxUsd', levered.flowsUsd);
  }
  return {
    ...withoutDebt,
    ...loanResults(input, debt),
    ...(isTerms(levered) && { taxLevered: levered.years }),
    leveredPreTax: figuresOf(site, debt.equityUsd, debt.ratePerYear, 'debt'),
    leveredAfterTax: isTerms(levered) ? figuresOf(site, levered.flowsUsd, debt.ratePerYear, 'debt') : levered,
  };
}

/** R5.8, R5.8e The one loan as it always was; a list of loans each with its lines, and all together. */
function loanResults(
  { debt, debts }: SiteCaseInput,
  { loans, together }: Borrowed,
): Pick<Financing, 'loan' | 'loans' | 'loansTogether'> {
  const [sole] = debt ? loans : [];
  return {
    ...(sole && { loan: sole.loan.metrics }),
    ...(debts && { loans: loans.map(loanOfSite) }),
    ...(together && { loansTogether: together }),
  };
}

function loanOfSite({ id, debt, loan }: Borrowed['loans'][number]): LoanOfSite {
  const lines: SiteLines = { monthly: {}, atValuation: {} };
  recordLoan(lines, loan);
  return { id, blockId: debt.blockId, ...loan.metrics, ...lines };
}

function recordLoan(lines: SiteLines, loan: LoanLines): void {
  record(lines, 'loanDrawUsd', loan.drawUsd);
  record(lines, 'loanInterestAccruedUsd', loan.interestAccruedUsd);
  record(lines, 'loanInterestPaidUsd', loan.interestPaidUsd);
  record(lines, 'loanPrincipalUsd', loan.principalUsd);
  record(lines, 'loanUpfrontFeeUsd', loan.upfrontFeeUsd);
  record(lines, 'loanBalanceUsd', loan.balanceUsd);
}
