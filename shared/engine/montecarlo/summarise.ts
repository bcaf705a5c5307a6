import type { SiteEvidence } from '../analysis/evidence.ts';
import type { PlanRef } from '../analysis/planFlows.ts';
import { quantileOfSorted } from '../numeric/quantile.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import { engineVersion } from '../version.ts';
import { rowOf, unbrokenPaths, type AllPaths } from './allPaths.ts';
import { distributionOf, momentsOf, shareOf } from './distribution.ts';
import { drivers, type Driver } from './drivers.ts';
import { failedDraws } from './failures.ts';
import type {
  ComputedBy,
  DriverImportance,
  DriverSpread,
  Estimate,
  FanYear,
  GainDistribution,
  MonteCarloResult,
  PlanDistribution,
  Ranking,
} from './monteCarloResult.ts';
import { correlationOfRanks, ranksOf } from './rankCorrelation.ts';
import type { CorrelationSettings, MonteCarloSettings } from './settings.ts';
import type { Simulation } from './simulation.ts';

/** What of a run a summary needs beside its paths; crosses to the page. */
export interface RunOutline {
  readonly siteId: string;
  readonly valuationMonth: string;
  readonly horizonMonths: number;
  readonly years: number;
  readonly settings: MonteCarloSettings;
  readonly plans: readonly {
    readonly plan: PlanRef;
    readonly computedBy: ComputedBy;
    readonly isFinanced: boolean;
    readonly baseNpvUsd: number;
  }[];
  readonly leftOut: MonteCarloResult['leftOut'];
  readonly correlations: { readonly used: CorrelationSettings; readonly largestChange: number };
}

/** What of a run a summary needs beside its paths. */
export function outlineOf(evidence: SiteEvidence, simulation: Simulation): RunOutline {
  const { site, isCompiled, settings, years, correlations } = simulation;
  return {
    siteId: evidence.siteId,
    valuationMonth: evidence.valuationMonth,
    horizonMonths: site.calendar.horizonMonths,
    years,
    settings,
    plans: site.plans.map(({ ref, isFinanced, baseNpvUsd }, index) => ({
      plan: ref,
      computedBy: isCompiled[index] === true ? 'compiled' : 'engine',
      isFinanced,
      baseNpvUsd,
    })),
    leftOut: site.leftOut.map(({ ref, missing }) => ({ plan: ref, missing })),
    correlations: { used: correlations.used, largestChange: correlations.largestChange },
  };
}

/** R5.18a The conversions of a site. */
export const conversions: readonly StrategyKind[] = [
  'colocation',
  'gpuCloud',
  'alliance',
  'hybrid',
  'sellShell',
];

function strategyOf(plan: PlanRef): StrategyKind | undefined {
  return plan.kind === 'strategy' ? plan.strategy : undefined;
}

/** R7.2j In how many draws each strategy is the best; ties go to the first. */
function bestCounts(all: AllPaths, outline: RunOutline): number[] {
  const ranked = outline.plans.flatMap(({ plan }, index) => (plan.kind === 'strategy' ? [index] : []));
  const counts = outline.plans.map(() => 0);
  for (let path = 0; path < all.paths; path += 1) {
    let best = -1;
    let bestUsd = -Infinity;
    for (const plan of ranked) {
      const npv = all.npvUsd[plan * all.paths + path] as number;
      if (npv > bestUsd) [best, bestUsd] = [plan, npv];
    }
    if (best >= 0) counts[best] = (counts[best] ?? 0) + 1;
  }
  return counts;
}

/** R7.2j Quantiles of the flow cumulated by years, over all paths. */
function fanOf(all: AllPaths, plan: number): FanYear[] {
  const cumulated = new Float64Array(all.paths);
  return Array.from({ length: all.years }, (_, year) => {
    const flows = rowOf(all.yearlyUsd, plan * all.years + year, all.paths);
    for (let path = 0; path < all.paths; path += 1)
      cumulated[path] = (cumulated[path] as number) + (flows[path] as number);
    const sorted = cumulated.toSorted();
    const below = (share: number): number => quantileOfSorted(sorted, share);
    return { year, exceededUsd: [below(0.1), below(0.25), below(0.5), below(0.75), below(0.9)] };
  });
}

function medianPaybackYear(fan: readonly FanYear[]): number | null {
  let wasBelow = false;
  for (const { year, exceededUsd } of fan) {
    if (exceededUsd[2] < 0) wasBelow = true;
    else if (wasBelow) return year;
  }
  return null;
}

function plansOf(all: AllPaths, outline: RunOutline): PlanDistribution[] {
  const counts = bestCounts(all, outline);
  return outline.plans.map((about, index) => {
    const fan = fanOf(all, index);
    return {
      ...about,
      npvUsd: distributionOf(rowOf(all.npvUsd, index, all.paths)),
      probabilityBest: about.plan.kind === 'strategy' ? shareOf(counts[index] ?? 0, all.paths) : null,
      fan,
      medianPaybackYear: medianPaybackYear(fan),
    };
  });
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value - (b[index] as number));
}

/**
 * R7.2k The conversion that is compared with mining: the one asked for, else the best of the base case.
 * @returns undefined where the site has no mining, or no such conversion
 */
export function comparedConversion(
  { plans }: Pick<RunOutline, 'plans'>,
  asked?: StrategyKind,
): StrategyKind | undefined {
  if (!plans.some(({ plan }) => strategyOf(plan) === 'keepMining')) return undefined;
  const found = plans.filter(({ plan }) => conversions.includes(strategyOf(plan) ?? 'keepMining'));
  const [best] = found.toSorted((a, b) => b.baseNpvUsd - a.baseNpvUsd);
  const chosen = found.find(({ plan }) => strategyOf(plan) === asked) ?? best;
  return chosen && strategyOf(chosen.plan);
}

/** R7.2k Gain of a conversion in every draw [USD]. */
export function gainsOf(all: AllPaths, outline: RunOutline, conversion: StrategyKind): Float64Array {
  const indexOf = (kind: StrategyKind): number =>
    outline.plans.findIndex(({ plan }) => strategyOf(plan) === kind);
  const row = (kind: StrategyKind): Float64Array => rowOf(all.npvUsd, indexOf(kind), all.paths);
  return difference(row(conversion), row('keepMining'));
}

function baseGain({ plans }: RunOutline, conversion: StrategyKind): number {
  const base = (kind: StrategyKind): number =>
    plans.find(({ plan }) => strategyOf(plan) === kind)?.baseNpvUsd ?? NaN;
  return base(conversion) - base('keepMining');
}

/** R7.2l Whether more draws could change which strategy has the highest mean. */
function rankingOf(all: AllPaths, plans: readonly PlanDistribution[]): Ranking | null {
  const ranked = plans
    .flatMap(({ plan, npvUsd }, index) =>
      plan.kind === 'strategy' ? [{ kind: plan.strategy, index, mean: npvUsd.mean.value }] : [],
    )
    .toSorted((a, b) => b.mean - a.mean);
  const [first, second] = ranked;
  if (!first || !second) return null;
  const { mean, sd } = momentsOf(
    difference(rowOf(all.npvUsd, first.index, all.paths), rowOf(all.npvUsd, second.index, all.paths)),
  );
  const standardError = sd / Math.sqrt(all.paths);
  return {
    first: first.kind,
    second: second.kind,
    meanDifferenceUsd: { value: mean, standardError },
    mayChange: mean < 2 * standardError,
  };
}

/** R7.2m Rank correlations of all drivers that are on, the strongest first. */
function importanceOf(
  all: AllPaths,
  of: Float64Array,
  isOn: Readonly<Record<Driver, boolean>>,
): DriverImportance[] {
  const ranks = ranksOf(of);
  const standardError = all.paths > 1 ? 1 / Math.sqrt(all.paths - 1) : 0;
  return drivers
    .flatMap((driver, index) => {
      if (!isOn[driver]) return [];
      const value = correlationOfRanks(ranksOf(rowOf(all.drivers, index, all.paths)), ranks);
      return [{ driver, rankCorrelation: { value, standardError } satisfies Estimate }];
    })
    .toSorted((a, b) => Math.abs(b.rankCorrelation.value) - Math.abs(a.rankCorrelation.value));
}

function spreadsOf(all: AllPaths, isOn: Readonly<Record<Driver, boolean>>): DriverSpread[] {
  return drivers.map((driver, index) => {
    const values = rowOf(all.drivers, index, all.paths);
    const sorted = values.toSorted();
    const below = (share: number): number => quantileOfSorted(sorted, share);
    return {
      driver,
      isOn: isOn[driver],
      mean: momentsOf(values).mean,
      exceeded: [below(0.1), below(0.5), below(0.9)],
    };
  });
}

/** R7.2m The figure that drivers are held against: the gain, else the NPV of the best strategy. */
function figureOfImportance(
  all: AllPaths,
  outline: RunOutline,
  gain: GainDistribution | null,
  ranking: Ranking | null,
): { readonly of: MonteCarloResult['importanceOf']; readonly values: Float64Array | undefined } {
  if (gain) return { of: 'gain', values: gainsOf(all, outline, gain.conversion) };
  const first = ranking?.first;
  if (first === undefined) return { of: null, values: undefined };
  const index = outline.plans.findIndex(({ plan }) => strategyOf(plan) === first);
  return { of: first, values: rowOf(all.npvUsd, index, all.paths) };
}

/**
 * R7.2j – R7.2n What a run says of its paths. Sums run in the order of the paths.
 * @param drawn all paths of the run, or the first of them while it goes on
 * @param asked the conversion to be held against mining; without one the best of the base case
 */
export function summarise(outline: RunOutline, drawn: AllPaths, asked?: StrategyKind): MonteCarloResult {
  const all = unbrokenPaths(drawn);
  const { settings } = outline;
  const plans = all.paths === 0 ? [] : plansOf(all, outline);
  const conversion = plans.length === 0 ? undefined : comparedConversion(outline, asked);
  const gain =
    conversion === undefined
      ? null
      : {
          conversion,
          baseGainUsd: baseGain(outline, conversion),
          gainUsd: distributionOf(gainsOf(all, outline, conversion)),
        };
  const ranking = rankingOf(all, plans);
  const figure = figureOfImportance(all, outline, gain, ranking);
  return {
    engineVersion,
    siteId: outline.siteId,
    valuationMonth: outline.valuationMonth,
    horizonMonths: outline.horizonMonths,
    seed: settings.seed,
    basis: settings.basis,
    paths: drawn.paths,
    plans,
    leftOut: outline.leftOut,
    gain,
    importance: figure.values ? importanceOf(all, figure.values, settings.isOn) : [],
    importanceOf: figure.of,
    ranking,
    failed: failedDraws(
      drawn,
      outline.plans.map(({ plan }) => plan),
    ),
    spreads: all.paths === 0 ? [] : spreadsOf(all, settings.isOn),
    correlations: outline.correlations,
  };
}
