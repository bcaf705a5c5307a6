import type { BlockWarning } from './lineSheet.ts';

/*
 * The output of `evaluateSiteCase`: names and shapes of golden/cases. A line that is absent is zero in
 * every month. Where a figure has no value (nothing to divide by, no root) it is null, never NaN.
 */

/** Lines by name, one value a month. */
export type MonthlyLines = Readonly<Record<string, readonly number[]>>;

/** Flows of month −1 by line [USD]. */
export type ValuationFlows = Readonly<Record<string, number>>;

/** What is missing, and which inputs are present but outside the domain of the formulas. */
export interface NotComputable {
  readonly computable: false;
  readonly missing: readonly string[];
  readonly invalid?: readonly string[];
}

/** Figures of one block; which are present depends on its kind. */
export interface BlockMetrics {
  readonly kind?: string;
  /** Mining: first month without the block; null where nothing ends it. */
  readonly endMonth?: number | null;
  readonly npvUsd?: number;
  readonly ebitdaTotalUsd?: number;
  readonly criticalItMw?: number;
  readonly grossCapexUsd?: number;
  readonly tenantFundedUsd?: number;
  readonly buildStart?: number;
  readonly energisation?: number;
  readonly billingStart?: number;
  readonly miningEnd?: number;
  readonly baseTermContractValueUsd?: number;
  readonly averageRentUsdPerKwMonth?: number | null;
  readonly contractValueUsd?: number;
  readonly gpus?: number;
  readonly gpuCapexFirstUsd?: number;
  readonly terminalForwardNoiUsd?: number;
  readonly shellSaleForwardNoiUsd?: number;
  readonly stabilisedNoiUsd?: number | null;
  readonly yieldOnCost?: number | null;
  readonly lcocUsdPerKwMonth?: number | null;
  readonly lcocUsdPerGpuHour?: number | null;
}

/** A block with its lines and figures. */
export interface ComputedBlock {
  readonly id: string;
  readonly computable: true;
  readonly warnings: readonly BlockWarning[];
  readonly metrics: BlockMetrics;
  readonly atValuation: ValuationFlows;
  readonly monthly: MonthlyLines;
}

/** A block that cannot be computed, and why. */
export interface NotComputableBlock extends NotComputable {
  readonly id: string;
}

/** One block of the plan, in the order of the input. */
export type BlockResult = ComputedBlock | NotComputableBlock;

/** R5.10 – R5.12 Figures of one flow vector. */
export interface FlowMetrics {
  readonly npvUsd: number;
  readonly irrAllPerYear: readonly number[];
  readonly irrPerYear: number | null;
  readonly mirrPerYear: number | null;
  readonly paybackMonths: number | null;
  readonly discountedPaybackMonths: number | null;
  readonly moic: number | null;
  readonly peakFundingUsd: number;
  readonly totalUsd: number;
}

/** R5.15 Figures of the whole site before debt and tax. */
export interface SiteFlowMetrics extends FlowMetrics {
  readonly npvUsdPerGridMw: number | null;
  readonly ebitdaUsdPerContractedGridMwh: number | null;
  readonly ebitdaUsdPerConsumedGridMwh: number | null;
  readonly ebitdaUsdPerCriticalMwYear: number | null;
  /** Inputs whose absence leaves a figure of this object null. */
  readonly missing: readonly string[];
}

/** R5.9 One calendar year of tax. */
export interface TaxYear {
  readonly year: number;
  readonly ebitdaUsd: number;
  readonly disposalGainUsd: number;
  readonly depreciationUsd: number;
  readonly interestUsd: number;
  readonly incomeUsd: number;
  readonly lossUsedUsd: number;
  readonly lossCarriedForwardUsd: number;
  readonly taxUsd: number;
  readonly paidInMonth: number;
}

/** R5.8f Trailing DSCR by month of service, and the first months below the two levels; null where there is none. */
export interface CovenantTest {
  readonly trailingDscr: readonly (number | null)[];
  readonly lockUpMonth: number | null;
  readonly breachMonth: number | null;
}

/** R5.8 Figures of the loan. */
export interface LoanMetrics {
  readonly firstRepaymentMonth: number;
  readonly principalAtRepaymentStartUsd: number | null;
  readonly commitmentUsd: number;
  readonly minDscr: number | null;
  readonly averageDscr: number | null;
  readonly balanceAtHorizonUsd: number;
  readonly debtCapacityUsd?: number;
  readonly dscr: readonly (number | null)[];
  readonly covenant?: CovenantTest;
}

/** R5.8e One of several loans, with its own lines. */
export interface LoanOfSite extends LoanMetrics {
  readonly id: string;
  readonly blockId: string;
  readonly monthly: MonthlyLines;
  readonly atValuation: ValuationFlows;
}

/** R5.8e All loans together: cover by month from the first repayment of any of them on. */
export interface LoansTogether {
  readonly firstRepaymentMonth: number | null;
  readonly commitmentUsd: number;
  readonly minDscr: number | null;
  readonly averageDscr: number | null;
  readonly dscr: readonly (number | null)[];
  readonly covenant?: CovenantTest | NotComputable;
}

/** R4.25 Flows and capital accounts of both sides, by month. */
export interface AllianceFlows {
  readonly minerUsd: readonly number[];
  readonly partnerUsd: readonly number[];
  readonly minerCapitalUsd: readonly number[];
  readonly partnerCapitalUsd: readonly number[];
  readonly tierOneUsd: readonly number[];
  readonly residualUsd: readonly number[];
  /** R1.2a The same on the valuation date; absent where nothing flows and no account is opened then. */
  readonly atValuation?: Readonly<
    Record<'minerUsd' | 'partnerUsd' | 'minerCapitalUsd' | 'partnerCapitalUsd', number>
  >;
}

/** R4.25b Value of warrants after dilution: a memo, no flow. */
export interface WarrantsValue {
  readonly callUsdPerShare: number;
  readonly usdPerWarrant: number;
  readonly valueUsd: number;
}

/** R5.16a Values at one rate for all blocks and both sides, whatever their own rates. */
export interface CommonRateMetrics {
  readonly discountRatePerYear: number;
  readonly npvUsd: number;
  readonly allianceMinerNpvUsd?: number;
}

/** Figures of the site before and after debt and tax, and of both sides of an alliance. */
export interface SiteMetrics {
  readonly unleveredPreTax: SiteFlowMetrics;
  readonly commonRate?: CommonRateMetrics | NotComputable;
  readonly unleveredAfterTax: FlowMetrics | NotComputable;
  readonly leveredPreTax: FlowMetrics | NotComputable;
  readonly leveredAfterTax: FlowMetrics | NotComputable;
  readonly allianceMiner?: FlowMetrics | NotComputable;
  readonly allianceMinerWithSiteAtAgreedValue?: FlowMetrics | NotComputable;
  readonly alliancePartner?: FlowMetrics | NotComputable;
  readonly allianceMinerIfPartnerDefaults?: FlowMetrics | NotComputable;
  readonly alliancePartnerIfPartnerDefaults?: FlowMetrics | NotComputable;
}

/** The site as the sum of its blocks, with tax, loan and alliance where they are given. */
export interface ComputedSite {
  readonly computable: true;
  readonly monthly: MonthlyLines;
  readonly atValuation: ValuationFlows;
  readonly taxUnlevered?: readonly TaxYear[];
  readonly loan?: LoanMetrics;
  readonly loans?: readonly LoanOfSite[];
  readonly loansTogether?: LoansTogether;
  readonly taxLevered?: readonly TaxYear[];
  readonly alliance?: AllianceFlows;
  /** R4.25a The same where the partner defaults. */
  readonly allianceIfPartnerDefaults?: AllianceFlows;
  readonly allianceWarrants?: WarrantsValue | NotComputable;
  readonly metrics: SiteMetrics;
}

/** The result of a case. */
export interface SiteCaseResult {
  /** Calendar months of the horizon, "YYYY-MM". */
  readonly months: readonly string[];
  readonly hours: readonly number[];
  readonly blocks: readonly BlockResult[];
  readonly site: ComputedSite | NotComputable;
}
