import type { Finding } from '../findings/finding.ts';
import type { StrategyKind, VerdictWord } from '../strategy/verdict.ts';
import type { AllianceView } from './alliance/allianceView.ts';
import type { CurtailmentView } from './curtailment.ts';
import type { MarketOfSite } from './difficultyChoice.ts';
import type { EvidenceConfidence } from './evidence.ts';
import type { InputChange } from '../scenario/scenario.ts';
import type { ScenarioOfSite } from '../scenario/scenarioFindings.ts';
import type { GpuHourView } from './gpuHour.ts';

export type InputOrigin = 'own' | 'fact' | 'derived' | 'preset' | 'missing' | 'scenario';

/** R7.3a What a scenario has made of an input. */
export interface InputInScenario {
  readonly id: string;
  readonly name: string;
  /** Value and origin without the scenario. */
  readonly baseValue: number | null;
  readonly baseOrigin: InputOrigin;
  readonly by: readonly InputChange[];
  /** Whether the value was put on a bound of the input. */
  readonly isBounded: boolean;
}

/** R1.9 The value used for one input, and why. `convention` is a stated rule of the analysis, not a datum. */
export interface ResolvedInput {
  readonly key: string;
  readonly value: number | null;
  readonly origin: InputOrigin;
  readonly unit: string;
  readonly basis: string | null;
  readonly asOf: string | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
  readonly confidence: EvidenceConfidence | null;
  readonly note: string | null;
  /** Range of the preset, where the input has one; the plausibility band of the field. */
  readonly low: number | null;
  readonly high: number | null;
  /** What would be used without the analyst's own value. */
  readonly fallback: number | null;
  /** Hard bounds: a value outside cannot be stored. */
  readonly min: number;
  readonly max: number;
  readonly group:
    | 'site'
    | 'market'
    | 'power'
    | 'mining'
    | 'build'
    | 'colocation'
    | 'gpuCloud'
    | 'otherPlans'
    | 'ownPlans'
    | 'valuation';
  /** Only where a scenario changes the value. */
  readonly scenario?: InputInScenario;
}

/** Months from the end of mining to the first billing (R5 memo), and the dates between. */
export interface ConversionGap {
  readonly miningEndMonth: number;
  readonly buildStartMonth: number;
  readonly energisationMonth: number;
  readonly billingStartMonth: number;
  readonly gapMonths: number;
}

export interface StrategyFigures {
  readonly npvUsd: number;
  readonly npvUsdPerGridMw: number;
  readonly irrPerYear: number | null;
  readonly irrRootCount: number;
  readonly paybackMonths: number | null;
  readonly discountedPaybackMonths: number | null;
  readonly moic: number | null;
  readonly peakFundingUsd: number;
  readonly ebitdaUsdPerContractedGridMwh: number | null;
  readonly ebitdaUsdPerConsumedGridMwh: number | null;
  readonly ebitdaUsdPerCriticalMwYear: number | null;
  /** Present value of terminal value, site sale and shell value over NPV; null where NPV is not positive. */
  readonly terminalShareOfNpv: number | null;
  /** R5.13 Of the first stabilised year, and the mean of the base term; null where a plan has several halls or none. */
  readonly yieldOnCost: number | null;
  readonly yieldOnCostTermAverage: number | null;
  readonly grossCapexUsd: number | null;
  readonly gpuCapexUsd: number | null;
  readonly criticalItMw: number | null;
  readonly gap: ConversionGap | null;
  /** R5.2b First month without mining where mining ends by itself; null where it runs on or a hall ends it. */
  readonly miningEndMonth: number | null;
  readonly discountRatePerYear: number;
  /** Operating lines (EBITDA) and capital lines by month; they sum to the net flow. */
  readonly operatingUsd: readonly number[];
  readonly investmentUsd: readonly number[];
  readonly netUsd: readonly number[];
  /** R1.2a Flow of the valuation date itself, before month 0 [USD]. */
  readonly valuationUsd: number;
}

export type StrategyOutcome =
  | {
      readonly kind: StrategyKind;
      readonly computable: true;
      readonly warnings: readonly string[];
      readonly figures: StrategyFigures;
      readonly findings: readonly Finding[];
    }
  | {
      readonly kind: StrategyKind;
      readonly computable: false;
      readonly missing: readonly string[];
      readonly findings: readonly Finding[];
    };

/** R5.8, R5.9 What tax and loans leave of a plan. Null where the plan has no tax, no loan, or an input is missing. */
export interface FinancingFigures {
  readonly npvAfterTaxUsd: number | null;
  readonly irrAfterTaxPerYear: number | null;
  readonly equityNpvUsd: number | null;
  readonly equityIrrPerYear: number | null;
  readonly equityPeakFundingUsd: number | null;
  readonly commitmentUsd: number | null;
  /** R5.8 What CFADS carry at the target DSCR; null where a loan is not sculpted. */
  readonly debtCapacityUsd: number | null;
  readonly minDscr: number | null;
  readonly averageDscr: number | null;
  /** R5.8f First months below the two levels of the covenant, null where there is none; null without a loan. */
  readonly covenant: { readonly lockUpMonth: number | null; readonly breachMonth: number | null } | null;
}

/** Months of one block of an own plan; those of a hall are null where it cannot be computed. */
export interface OwnBlockDates {
  readonly id: string;
  /** First month without the block; null where it runs to the horizon. */
  readonly endMonth: number | null;
  readonly buildStartMonth: number | null;
  readonly energisationMonth: number | null;
  readonly billingStartMonth: number | null;
  /** R4.11 End of the mining that the block replaces; null where it replaces none. */
  readonly miningEndMonth: number | null;
}

/** R5.2e What the blocks of a plan draw from the site's one connection. */
export interface PowerOfPlan {
  /** The first month in which they need more than the site has; null where they never do, or its power is not known. */
  readonly overload: {
    readonly month: number;
    readonly neededMw: number;
    readonly availableMw: number;
  } | null;
  /** Mining that still runs when the last hall bills, and so can be curtailed [MW grid]. */
  readonly flexibleMw: number;
}

interface AnyOwnPlanOutcome {
  readonly id: string;
  readonly name: string;
  readonly dates: readonly OwnBlockDates[];
  readonly power: PowerOfPlan;
  readonly findings: readonly Finding[];
}

/** An analyst's own plan beside the strategies of R5.1. */
export type OwnPlanOutcome =
  | (AnyOwnPlanOutcome & {
      readonly computable: true;
      readonly warnings: readonly string[];
      readonly figures: StrategyFigures;
      readonly financing: FinancingFigures | null;
    })
  | (AnyOwnPlanOutcome & { readonly computable: false; readonly missing: readonly string[] });

export interface AnalysisVerdict {
  readonly verdict: VerdictWord | 'undecided' | 'not computable';
  readonly best: StrategyKind | null;
  readonly bestUsdPerMw: number | null;
  readonly runnerUp: StrategyKind | null;
  readonly marginUsdPerMw: number | null;
  readonly otherStrategy: StrategyKind | null;
  readonly marginToOtherVerdictUsdPerMw: number | null;
  readonly createsValue: boolean | null;
}

/** R5.16a The strategies and the verdict at one rate for all blocks, in the order of the strategies. */
export interface AnalysisAtCommonRate extends AnalysisVerdict {
  readonly discountRatePerYear: number;
  readonly strategies: readonly { readonly kind: StrategyKind; readonly npvUsdPerGridMw: number | null }[];
}

/** R5.17 The values of one input at which the verdict turns. */
export interface AnalysisFlip {
  readonly key: string;
  readonly baseValue: number;
  readonly low: number;
  readonly high: number;
  readonly roots: readonly number[];
  readonly nearest: number | null;
}

/** What is known of a site before its flip values are looked for, which takes forty times as long. */
export interface SiteFigures {
  readonly engineVersion: string;
  readonly siteId: string;
  readonly valuationMonth: string;
  readonly horizonMonths: number | null;
  readonly months: readonly string[];
  readonly halvings: readonly { readonly month: number; readonly date: string }[];
  readonly hashpriceUsdPerPhDay: readonly number[];
  readonly market: MarketOfSite;
  readonly inputs: readonly ResolvedInput[];
  readonly counts: {
    readonly fact: number;
    readonly derived: number;
    readonly own: number;
    readonly preset: number;
    readonly missing: number;
    /** Only in a scenario. */
    readonly scenario?: number;
  };
  /** R7.3 Only in a scenario: its name, and what of it does not reach the site. */
  readonly scenario?: ScenarioOfSite;
  readonly strategies: readonly StrategyOutcome[];
  /** The analyst's own plans, which the verdict does not rank; absent where there is none. */
  readonly ownPlans?: readonly OwnPlanOutcome[];
  readonly verdict: AnalysisVerdict;
  /** null where no common rate is known. */
  readonly commonRateVerdict: AnalysisAtCommonRate | null;
}

/** Views of single questions, which come after the figures as well. */
export interface SiteViews {
  readonly alliance: AllianceView;
  readonly gpuHour: GpuHourView;
  /** Of the hybrid and of own plans, as far as they can be computed. */
  readonly curtailment: readonly CurtailmentView[];
}

/** Everything the page, the command line and the briefing show of one site. */
export interface SiteAnalysis extends SiteFigures, SiteViews {
  readonly flips: readonly AnalysisFlip[];
}
