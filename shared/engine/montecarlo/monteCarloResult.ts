import type { PlanRef } from '../analysis/planFlows.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import type { Driver } from './drivers.ts';
import type { CorrelationSettings, FlowBasis } from './settings.ts';

/*
 * R7.2j – R7.2n What a run says. Plain data: it is shown, printed, stored and compared to the last digit. Money in USD.
 */

/** A figure with its standard error (R7.2l). */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

/** R7.2j "Exceeded with 90 % probability" is `exceededWith` 0.9, the quantile of 0.1. */
export interface Percentile extends Estimate {
  readonly exceededWith: number;
}

/** Counts of equal classes from `from` on; values beyond the ends stand in the first and last. */
export interface Histogram {
  readonly from: number;
  readonly width: number;
  readonly counts: readonly number[];
}

/** R7.2j The values of one figure over all draws. */
export interface Distribution {
  readonly mean: Estimate;
  readonly standardDeviation: number;
  readonly lowest: number;
  readonly highest: number;
  /** 95, 90, 75, 50, 25, 10, 5 % */
  readonly percentiles: readonly Percentile[];
  /** Mean of the worst 5 %; the standard error is a lower bound. */
  readonly cvar05: Estimate;
  readonly probabilityAboveZero: Estimate;
  readonly histogram: Histogram;
}

/** R7.2j One year of a fan: the flow cumulated to its end, exceeded with 90, 75, 50, 25 and 10 %. */
export interface FanYear {
  readonly year: number;
  readonly exceededUsd: readonly [number, number, number, number, number];
}

/** R7.2i Who computed the draws of a plan. */
export type ComputedBy = 'compiled' | 'engine';

export interface PlanDistribution {
  readonly plan: PlanRef;
  readonly computedBy: ComputedBy;
  /** R7.2a Judged after its own loans and taxes. */
  readonly isFinanced: boolean;
  /** The deterministic result. */
  readonly baseNpvUsd: number;
  readonly npvUsd: Distribution;
  /** Among strategies; null for an own plan, which R5.16 does not rank. */
  readonly probabilityBest: Estimate | null;
  readonly fan: readonly FanYear[];
  /** First year in which the median of the cumulated flow is 0 or more after having been below; null where none is. */
  readonly medianPaybackYear: number | null;
}

/** R7.2k One conversion less plain mining. */
export interface GainDistribution {
  readonly conversion: StrategyKind;
  readonly baseGainUsd: number;
  readonly gainUsd: Distribution;
}

/** R7.2m */
export interface DriverImportance {
  readonly driver: Driver;
  readonly rankCorrelation: Estimate;
}

/** R7.2l The two strategies with the highest means. */
export interface Ranking {
  readonly first: StrategyKind;
  readonly second: StrategyKind;
  readonly meanDifferenceUsd: Estimate;
  readonly mayChange: boolean;
}

/** R7.2n Draws that could not be computed, by what broke them. */
export interface FailedDraws {
  readonly driver: Driver | null;
  /** Set where no driver is to blame. */
  readonly plan: PlanRef | null;
  readonly count: number;
  /** Numbers of the first of them, to be opened. */
  readonly paths: readonly number[];
}

/** The numbers of the drivers over all draws, for tables beside a scatter. */
export interface DriverSpread {
  readonly driver: Driver;
  readonly isOn: boolean;
  readonly mean: number;
  /** Exceeded with 90, 50 and 10 %. */
  readonly exceeded: readonly [number, number, number];
}

export interface MonteCarloResult {
  readonly engineVersion: string;
  readonly siteId: string;
  readonly valuationMonth: string;
  readonly horizonMonths: number;
  readonly seed: number;
  readonly basis: FlowBasis;
  /** Paths drawn, of which those in `failed` are left out. */
  readonly paths: number;
  readonly plans: readonly PlanDistribution[];
  readonly leftOut: readonly { readonly plan: PlanRef; readonly missing: readonly string[] }[];
  /** null where the site has no mining to compare with, or no conversion. */
  readonly gain: GainDistribution | null;
  readonly importance: readonly DriverImportance[];
  readonly importanceOf: 'gain' | StrategyKind | null;
  readonly ranking: Ranking | null;
  readonly failed: readonly FailedDraws[];
  readonly spreads: readonly DriverSpread[];
  /** R7.2h As drawn with, after a repair. */
  readonly correlations: { readonly used: CorrelationSettings; readonly largestChange: number };
}
