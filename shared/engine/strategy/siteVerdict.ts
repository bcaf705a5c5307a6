import { computed, notComputable, type Computed } from '../computed.ts';
import { createEvaluationCache, type EvaluationCache } from './evaluationCache.ts';
import { evaluateSiteCase } from './siteCase.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';
import type { NotComputable, SiteCaseResult } from './siteCaseResult.ts';
import {
  judge,
  type PlacedVerdict,
  type StrategyKind,
  type Verdict,
  type VerdictMargins,
} from './verdict.ts';
import {
  faultsOfFlips,
  flipsOf,
  type ComparedPlan,
  type FlipInput,
  type FlipPlans,
  type FlipResult,
} from './verdictFlips.ts';

/** A strategy of one site: a plan and what it is called. */
export interface StrategyInput {
  readonly kind: StrategyKind;
  readonly case: SiteCaseInput;
}

/** R5.16, R5.17 The strategies of one site, the margins below which the verdict is undecided, and what may flip. */
export interface SiteVerdictInput extends VerdictMargins {
  readonly gridPowerMw: number;
  /** R5.16a Where given, the verdict is also taken at this one rate for all blocks. */
  readonly commonDiscountRatePerYear?: number | null;
  /** Needed where flips are asked for. */
  readonly flipSteps?: number;
  readonly strategies: readonly StrategyInput[];
  readonly flips?: readonly FlipInput[];
}

/** R5.16 NPV of a strategy, or what is missing for it. */
export type StrategyResult =
  | { readonly kind: StrategyKind; readonly npvUsd: number; readonly npvUsdPerGridMw: number }
  | { readonly kind: StrategyKind; readonly computable: false; readonly missing: readonly string[] };

/** R5.16a The same strategies and verdict at one rate. */
export interface CommonRateVerdict {
  readonly discountRatePerYear: number;
  readonly strategies: readonly StrategyResult[];
  readonly verdict: Verdict;
}

/** R5.16, R5.17 Verdict on a site with the strategies compared and the values at which it flips. */
export interface SiteVerdictResult {
  readonly strategies: readonly StrategyResult[];
  readonly verdict: Verdict;
  readonly flips: readonly FlipResult[];
  readonly commonRateVerdict?: CommonRateVerdict;
}

/** R5.16 NPV of a strategy: of the site, in an alliance the miner's; or what is missing for it. */
function npvOf({ kind }: StrategyInput, { site }: SiteCaseResult): Computed<number> {
  if (!site.computable) return notComputable([...site.missing, ...(site.invalid ?? [])]);
  const figures = kind === 'alliance' ? site.metrics.allianceMiner : site.metrics.unleveredPreTax;
  if (!figures) return notComputable(['alliance']);
  if ('npvUsd' in figures) return computed(figures.npvUsd);
  return notComputable([...figures.missing, ...(figures.invalid ?? [])]);
}

/** R5.16a The same at the common rate. */
function npvAtCommonRate(strategy: StrategyInput, result: SiteCaseResult): Computed<number> {
  const own = npvOf(strategy, result);
  if (!own.ok || !result.site.computable) return own;
  const { commonRate } = result.site.metrics;
  if (!commonRate || !('npvUsd' in commonRate)) return notComputable(['commonDiscountRatePerYear']);
  return computed(strategy.kind === 'alliance' ? (commonRate.allianceMinerNpvUsd ?? NaN) : commonRate.npvUsd);
}

function resultOf(kind: StrategyKind, npv: Computed<number>, gridPowerMw: number): StrategyResult {
  if (!npv.ok) return { kind, computable: false, missing: npv.missing };
  if (!(gridPowerMw > 0)) return { kind, computable: false, missing: ['gridPowerMw'] };
  return { kind, npvUsd: npv.value, npvUsdPerGridMw: npv.value / gridPowerMw };
}

/** R5.16 Strategies whose horizon is not that of the first. */
function otherHorizons(strategies: readonly StrategyInput[]): string[] {
  const horizons = strategies.map(({ case: plan }) => plan.horizonMonths ?? undefined);
  const first = horizons.find((horizon) => horizon !== undefined);
  return horizons.flatMap((horizon, index) =>
    horizon === undefined || horizon === first ? [] : [`strategies[${index}].case.horizonMonths`],
  );
}

function comparedPlan(strategy: StrategyInput | undefined, known: EvaluationCache): ComparedPlan | undefined {
  if (!strategy) return undefined;
  const npvUsd = (plan: SiteCaseInput): number | undefined => {
    const npv = npvOf(strategy, evaluateSiteCase(plan, createEvaluationCache(known)));
    return npv.ok ? npv.value : undefined;
  };
  return { plan: strategy.case, npvUsd };
}

function judged(strategies: readonly StrategyResult[], margins: VerdictMargins): PlacedVerdict {
  return judge(
    strategies.map((result) => ({
      kind: result.kind,
      npvUsdPerGridMw: 'npvUsd' in result ? result.npvUsdPerGridMw : undefined,
    })),
    margins,
  );
}

/** R5.16a The verdict once more at one rate; nothing where none is asked for. */
function commonRateVerdict(
  input: SiteVerdictInput,
  results: readonly SiteCaseResult[],
): Pick<SiteVerdictResult, 'commonRateVerdict'> {
  const rate = input.commonDiscountRatePerYear;
  if (rate === null || rate === undefined) return {};
  const strategies = input.strategies.map((strategy, index) => {
    const result = results[index];
    const npv = result ? npvAtCommonRate(strategy, result) : notComputable([]);
    return resultOf(strategy.kind, npv, input.gridPowerMw);
  });
  const { bestIndex: _, otherIndex: __, ...verdict } = judged(strategies, input);
  return { commonRateVerdict: { discountRatePerYear: rate, strategies, verdict } };
}

const refused = (invalid: readonly string[]): NotComputable => ({ computable: false, missing: [], invalid });

/**
 * R5.16, R5.17 Verdict on a site from the plans of its strategies, with the input values at which it
 * flips. The verdict judges a site, never a share.
 * @param input all plans on one horizon; gridPowerMw is the site's, the same for every strategy
 * @returns not computable where the question itself is faulty: plans on different horizons, flips of inputs
 * that a plan does not have, or on an empty range
 * @example siteVerdict({ gridPowerMw: 100, undecidedMarginUsdPerMw: 5e4, undecidedMarginShare: 0.05,
 *   strategies: [] }).verdict.verdict // → 'not computable'
 */
export function siteVerdict(input: SiteVerdictInput): SiteVerdictResult | NotComputable {
  const different = otherHorizons(input.strategies);
  if (different.length > 0) return refused(different);
  const { gridPowerMw, commonDiscountRatePerYear: rate } = input;
  const cache = createEvaluationCache();
  const results = input.strategies.map(({ case: plan }) =>
    evaluateSiteCase(rate === undefined ? plan : { ...plan, commonDiscountRatePerYear: rate }, cache),
  );
  const strategies = input.strategies.map((strategy, index) => {
    const result = results[index];
    return resultOf(strategy.kind, result ? npvOf(strategy, result) : notComputable([]), gridPowerMw);
  });
  const { bestIndex, otherIndex, ...verdict } = judged(strategies, input);
  const flips = input.flips ?? [];
  const plans: FlipPlans = {
    best: comparedPlan(input.strategies[bestIndex ?? -1], cache),
    other: comparedPlan(input.strategies[otherIndex ?? -1], cache),
  };
  const faults = faultsOfFlips(flips, plans);
  if (faults.length > 0) return refused(faults);
  return {
    strategies,
    verdict,
    flips: flips.map((flip) => flipsOf(flip, plans, input.flipSteps ?? 1)),
    ...commonRateVerdict(input, results),
  };
}
