import { computed, notComputable, type Computed } from '../computed.ts';
import { evaluateSiteCase } from './siteCase.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';
import type { NotComputable } from './siteCaseResult.ts';
import { judge, type StrategyKind, type Verdict, type VerdictMargins } from './verdict.ts';
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
  /** Needed where flips are asked for. */
  readonly flipSteps?: number;
  readonly strategies: readonly StrategyInput[];
  readonly flips?: readonly FlipInput[];
}

/** R5.16 NPV of a strategy, or what is missing for it. */
export type StrategyResult =
  | { readonly kind: StrategyKind; readonly npvUsd: number; readonly npvUsdPerGridMw: number }
  | { readonly kind: StrategyKind; readonly computable: false; readonly missing: readonly string[] };

/** R5.16, R5.17 Verdict on a site with the strategies compared and the values at which it flips. */
export interface SiteVerdictResult {
  readonly strategies: readonly StrategyResult[];
  readonly verdict: Verdict;
  readonly flips: readonly FlipResult[];
}

/** R5.16 NPV of a strategy: of the site, in an alliance the miner's; or what is missing for it. */
function npvOf({ kind, case: plan }: StrategyInput): Computed<number> {
  const { site } = evaluateSiteCase(plan);
  if (!site.computable) return notComputable([...site.missing, ...(site.invalid ?? [])]);
  const figures = kind === 'alliance' ? site.metrics.allianceMiner : site.metrics.unleveredPreTax;
  if (!figures) return notComputable(['alliance']);
  if ('npvUsd' in figures) return computed(figures.npvUsd);
  return notComputable([...figures.missing, ...(figures.invalid ?? [])]);
}

function resultOf(strategy: StrategyInput, gridPowerMw: number): StrategyResult {
  const { kind } = strategy;
  const npv = npvOf(strategy);
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

function comparedPlan(strategy: StrategyInput | undefined): ComparedPlan | undefined {
  if (!strategy) return undefined;
  const npvUsd = (plan: SiteCaseInput): number | undefined => {
    const npv = npvOf({ kind: strategy.kind, case: plan });
    return npv.ok ? npv.value : undefined;
  };
  return { plan: strategy.case, npvUsd };
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
  const strategies = input.strategies.map((strategy) => resultOf(strategy, input.gridPowerMw));
  const placed = judge(
    strategies.map((result) => ({
      kind: result.kind,
      npvUsdPerGridMw: 'npvUsd' in result ? result.npvUsdPerGridMw : undefined,
    })),
    input,
  );
  const { bestIndex, otherIndex, ...verdict } = placed;
  const flips = input.flips ?? [];
  const plans: FlipPlans = {
    best: comparedPlan(input.strategies[bestIndex ?? -1]),
    other: comparedPlan(input.strategies[otherIndex ?? -1]),
  };
  const faults = faultsOfFlips(flips, plans);
  if (faults.length > 0) return refused(faults);
  return { strategies, verdict, flips: flips.map((flip) => flipsOf(flip, plans, input.flipSteps ?? 1)) };
}
