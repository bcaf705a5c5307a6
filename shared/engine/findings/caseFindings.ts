import type { BlockInput, ColocationBlockInput, GpuCloudBlockInput } from '../strategy/blockInput.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type {
  BlockResult,
  ComputedSite,
  LoanMetrics,
  NotComputable,
  SiteCaseResult,
} from '../strategy/siteCaseResult.ts';
import { isMinedAfterSale } from '../strategy/caseConflicts.ts';
import { discountFactors } from '../time/discount.ts';
import type { Finding } from './finding.ts';
import { energisationOf, inputFindings } from './inputFindings.ts';

/** R5.11 The one IRR is shown only where there is exactly one root; otherwise it is said why. */
function irrFindings(site: ComputedSite): Finding[] {
  const { irrAllPerYear: roots, irrPerYear: shown } = site.metrics.unleveredPreTax;
  const [lowest] = roots;
  if (lowest === undefined) return [{ code: 'noIrr', block: null, values: {} }];
  if (roots.length === 1)
    return shown === null ? [{ code: 'risingIrr', block: null, values: { rootPerYear: lowest } }] : [];
  const values = { count: roots.length, lowestPerYear: lowest, highestPerYear: roots.at(-1) ?? lowest };
  return [{ code: 'severalIrrs', block: null, values }];
}

/** What is still owed and counts as owed: the rounding of a repaid loan does not. */
function isOwed(balanceUsd: number, commitmentUsd: number): boolean {
  return balanceUsd > 1e-9 * Math.abs(commitmentUsd);
}

interface FoundLoan {
  /** Block of one of several loans; null of the only one, which needs no name */
  readonly block: string | null;
  readonly metrics: LoanMetrics;
  readonly tenorMonths: unknown;
  readonly principalUsd: readonly number[];
}

/** R5.8, R5.8e The loans of a site with what was asked of them. */
function loansOf(input: SiteCaseInput, { loan, loans, monthly }: ComputedSite): FoundLoan[] {
  const principalUsd = monthly['loanPrincipalUsd'] ?? [];
  if (!loans)
    return loan ? [{ block: null, metrics: loan, tenorMonths: input.debt?.tenorMonths, principalUsd }] : [];
  return loans.map((one) => ({
    block: one.blockId,
    metrics: one,
    tenorMonths: (input.debts?.find((debt) => debt?.id === one.id) ?? input.debt)?.tenorMonths,
    principalUsd: one.monthly['loanPrincipalUsd'] ?? [],
  }));
}

/**
 * R5.8d A loan whose service outlasts the horizon is not repaid by it: what is open falls due at once in the last month.
 */
function repaymentFindings({ block, metrics, tenorMonths, principalUsd }: FoundLoan): Finding[] {
  const lastMonth = principalUsd.length - 1;
  if (typeof tenorMonths !== 'number') return [];
  const lastServiceMonth = metrics.firstRepaymentMonth + tenorMonths - 1;
  const balanceUsd = -(principalUsd[lastMonth] ?? 0);
  if (lastServiceMonth <= lastMonth || !isOwed(balanceUsd, metrics.commitmentUsd)) return [];
  return [{ code: 'debtNeverRepaid', block, values: { balanceUsd, lastMonth, lastServiceMonth } }];
}

/**
 * R5.8, R5.10 The first month from the start of repayment on after which the flows that remain, at the case's rate, are
 * worth less than the debt.
 */
function equityFindings(loans: readonly FoundLoan[], site: ComputedSite, ratePerYear: number): Finding[] {
  const flows = site.monthly['netPreTaxUsd'] ?? [];
  const balances = site.monthly['loanBalanceUsd'] ?? [];
  const commitmentUsd = loans.reduce((sum, { metrics }) => sum + metrics.commitmentUsd, 0);
  const firstRepayment = Math.min(...loans.map(({ metrics }) => metrics.firstRepaymentMonth));
  const monthlyFactor = discountFactors(ratePerYear, 2)[1] ?? 1;
  let valueUsd = 0;
  let found: Finding | undefined;
  for (let month = flows.length - 1; month >= Math.max(0, firstRepayment); month -= 1) {
    const debtUsd = balances[month] ?? 0;
    if (Number.isFinite(valueUsd) && valueUsd < debtUsd && isOwed(debtUsd, commitmentUsd))
      found = { code: 'negativeEquity', block: null, values: { month, valueUsd, debtUsd } };
    valueUsd = (valueUsd + (flows[month] ?? 0)) * monthlyFactor;
  }
  return found ? [found] : [];
}

function isAi(block: BlockInput | null | undefined): block is ColocationBlockInput | GpuCloudBlockInput {
  return block?.kind === 'colocation' || block?.kind === 'gpuCloud';
}

/** R4.10, R4.10a, R4.10b, R5.6 What an unusable value of a block says about its dates; else only that it is unusable. */
function faultAt(path: string, input: BlockInput | null | undefined): Pick<Finding, 'code' | 'values'> {
  const isInService = isAi(input) && input.timeline?.inService === true;
  if (/\.timeline(\.inService)?$|\.shellSale\.month$/.test(path))
    return { code: 'datesOutOfOrder', values: {} };
  const energisationMonth = energisationOf(input);
  if (isAi(input) && energisationMonth !== undefined && path.endsWith('].toMonth'))
    return { code: 'endsUnbuilt', values: { energisationMonth } };
  if (isInService && path.endsWith('].lease.termMonths')) return { code: 'leaseHasRunOut', values: {} };
  if (!isInService && path.endsWith('].book')) return { code: 'bookWithoutHall', values: {} };
  return { code: 'impossibleValue', values: {} };
}

/** The paths of a block's own values; what it inherits belongs to the site. */
function unusableOf({ invalid = [] }: NotComputable): string[] {
  return invalid.filter((path) => path.startsWith('blocks['));
}

/** R1.7, R4.10 What is remarkable of a block, or which of its values keeps it from being computed. */
function blockFindings(block: BlockResult, input: BlockInput | null | undefined): Finding[] {
  if (block.computable) return block.warnings.map((code) => ({ code, block: block.id, values: {} }));
  const faults = unusableOf(block).map((path) => faultAt(path, input));
  const byCode = new Map(faults.map((fault) => [fault.code, { ...fault, block: block.id }]));
  return [...byCode.values()];
}

/** R1.7 An unusable value that belongs to no block, such as the horizon or the market. */
function siteFindings({ blocks, site }: SiteCaseResult): Finding[] {
  if (site.computable) return [];
  const told = new Set(blocks.flatMap((block) => (block.computable ? [] : unusableOf(block))));
  const isUntold = (site.invalid ?? []).some((path) => !told.has(path));
  return isUntold ? [{ code: 'impossibleValue', block: null, values: {} }] : [];
}

/** R5.5 A site that is mined on after it is sold: computed as planned, and said. */
function saleFindings(input: SiteCaseInput, result: SiteCaseResult): Finding[] {
  const blocks = input.blocks ?? [];
  const mining = blocks.flatMap((block, index) => {
    const evaluated = result.blocks[index];
    if (block?.kind !== 'mining' || !evaluated?.computable) return [];
    return [{ powerMw: block.powerMw ?? NaN, endMonth: evaluated.metrics.endMonth ?? Infinity }];
  });
  const gridPowerMw = input.site?.gridPowerMw ?? undefined;
  return blocks.flatMap((block) => {
    if (block?.kind !== 'siteSale' || typeof block.month !== 'number' || typeof block.gridMw !== 'number')
      return [];
    const sale = { month: block.month, gridMw: block.gridMw };
    return isMinedAfterSale(sale, mining, result.months.length, gridPowerMw)
      ? [{ code: 'minedAfterSale' as const, block: block.id ?? null, values: { month: sale.month } }]
      : [];
  });
}

/**
 * R5.3, R5.8, R5.11 Everything remarkable about a case, beside what could be computed of it: findings of the input,
 * of its blocks, and of the site where it is computable.
 * @param input the case as given
 * @param result what `evaluateSiteCase` made of it
 * @returns each with the values of its sentence [months from the valuation month, USD, MW, fractions]
 */
export function caseFindings(input: SiteCaseInput, result: SiteCaseResult): Finding[] {
  const { site } = result;
  const found = [
    ...inputFindings(input),
    ...result.blocks.flatMap((block, index) => blockFindings(block, input.blocks?.[index])),
    ...siteFindings(result),
  ];
  if (!site.computable) return found;
  const rate = input.discountRatePerYear;
  const loans = loansOf(input, site);
  return [
    ...found,
    ...saleFindings(input, result),
    ...irrFindings(site),
    ...loans.flatMap(repaymentFindings),
    ...(typeof rate === 'number' ? equityFindings(loans, site, rate) : []),
  ];
}
