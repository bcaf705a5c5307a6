import type { Asset } from '../../strategy/assetDepreciation.ts';
import { earlyRepaymentMonth, sculptingBeyondHorizonUsd } from '../../strategy/debt.ts';
import type { EvaluationCache } from '../../strategy/evaluationCache.ts';
import { evaluateBlocks } from '../../strategy/siteCase.ts';
import type { NamedDebt, SiteCaseInput, Tax } from '../../strategy/siteCaseInput.ts';
import type {
  FlowMetrics,
  LoanOfSite,
  LoansTogether,
  NotComputable,
  TaxYear,
} from '../../strategy/siteCaseResult.ts';
import { taxedAssets } from '../../strategy/tax.ts';
import type { EvaluatedPlan } from '../evaluatePlan.ts';

/** R5.8 A loan of an own plan with its terms, its dates and its lines. */
export interface FinancedLoan {
  readonly terms: NamedDebt;
  readonly billingStartMonth: number;
  /** Month in which a sale or the block's end repays it; null where the horizon is the first to do so. */
  readonly repaidInMonth: number | null;
  /** R5.8c What lies beyond the horizon in the base of a sculpted loan [USD]. */
  readonly sculptingBeyondHorizonUsd: number;
  readonly result: LoanOfSite;
}

/** R5.9 What is written off, by the block that owns it. */
export interface FinancedAsset extends Asset {
  readonly blockId: string;
}

/** R5.8, R5.9 Loans and tax of an own plan, taken apart. */
export interface PlanFinancing {
  readonly loans: readonly FinancedLoan[];
  readonly together: LoansTogether | null;
  readonly tax: {
    readonly terms: Tax;
    readonly assets: readonly FinancedAsset[];
    readonly unlevered: readonly TaxYear[];
    /** With the interest of the loans; null without a loan. */
    readonly levered: readonly TaxYear[] | null;
  } | null;
  /** The rates of the flow after tax and of equity. */
  readonly ratePerYear: number;
  readonly equityRatePerYear: number | null;
  readonly npvAfterTaxUsd: number | null;
  readonly equityNpvUsd: number | null;
}

function npvOf(figures: FlowMetrics | NotComputable): number | null {
  return 'npvUsd' in figures ? figures.npvUsd : null;
}

type Blocks = NonNullable<ReturnType<typeof evaluateBlocks>>['blocks'];

function financedLoans(plan: SiteCaseInput, loans: readonly LoanOfSite[], blocks: Blocks): FinancedLoan[] {
  // A result with loans has complete terms.
  const debts = (plan.debts ?? []) as readonly NamedDebt[];
  return loans.flatMap((result) => {
    const terms = debts.find(({ id }) => id === result.id);
    const block = blocks.find((candidate) => candidate.block.id === result.blockId);
    if (!terms || !block) return [];
    return [
      {
        terms,
        billingStartMonth: block.ai?.dates.billingStart ?? 0,
        repaidInMonth: earlyRepaymentMonth(terms, block) ?? null,
        sculptingBeyondHorizonUsd: sculptingBeyondHorizonUsd(terms, block),
        result,
      },
    ];
  });
}

/**
 * R5.8, R5.9 Loans and tax of an own plan with everything that their schedules are made of.
 * @param cache what evaluations of the same site share
 * @returns null for a plan without loans and tax, or where they cannot be computed
 */
export function planFinancing({ plan, result }: EvaluatedPlan, cache: EvaluationCache): PlanFinancing | null {
  const { site } = result;
  const evaluated = evaluateBlocks(plan, cache);
  if (!site.computable || !evaluated || (!plan.tax && !plan.debts)) return null;
  const { blocks, calendar } = evaluated;
  const terms = plan.tax as Tax | undefined;
  const loans = financedLoans(plan, site.loans ?? [], blocks);
  const { metrics } = site;
  return {
    loans,
    together: site.loansTogether ?? null,
    tax:
      terms && site.taxUnlevered
        ? {
            terms,
            assets: blocks.flatMap((block) =>
              taxedAssets([block], terms, calendar.horizonMonths)
                .filter(({ inServiceMonth }) => inServiceMonth < calendar.horizonMonths)
                .map((asset) => ({ ...asset, blockId: block.block.id })),
            ),
            unlevered: site.taxUnlevered,
            levered: site.taxLevered ?? null,
          }
        : null,
    ratePerYear: plan.discountRatePerYear ?? NaN,
    equityRatePerYear: loans[0]?.terms.equityDiscountRatePerYear ?? null,
    npvAfterTaxUsd: npvOf(metrics.unleveredAfterTax),
    equityNpvUsd: loans.length > 0 ? npvOf(terms ? metrics.leveredAfterTax : metrics.leveredPreTax) : null,
  };
}
