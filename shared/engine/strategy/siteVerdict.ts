import { computed, notComputable, type Computed } from '../computed.ts';
import { findFlips, type Flips } from './flipValues.ts';
import { evaluateSiteCase } from './siteCase.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';
import {
  judge,
  type PlacedVerdict,
  type StrategyKind,
  type Verdict,
  type VerdictMargins,
} from './verdict.ts';

/** A strategy of one site: a plan and what it is called. */
export interface StrategyInput {
  readonly kind: StrategyKind;
  readonly case: SiteCaseInput;
}

/** R5.17 One input whose flip values are wanted, with the paths at which it stands in both plans. */
export interface FlipInput {
  readonly name: string;
  readonly base: number;
  readonly low: number;
  readonly high: number;
  readonly inBest: readonly string[];
  readonly inOther: readonly string[];
  readonly isWhole?: boolean;
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

/** R5.17 Flip values of one input beside its base value. */
export interface FlipResult extends Flips {
  readonly name: string;
  readonly baseValue: number;
}

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

type Tree = Readonly<Record<string, unknown>> | readonly unknown[];

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

/** A copy of a tree with one leaf replaced; the rest is shared with the original. */
function withLeaf(tree: Tree, keys: readonly string[], value: number): Tree {
  const [key = '', ...rest] = keys;
  const copy = (Array.isArray(tree) ? [...tree] : { ...tree }) as Record<string, unknown>;
  const child = copy[key];
  copy[key] = rest.length > 0 ? withLeaf(isTree(child) ? child : {}, rest, value) : value;
  return copy as Tree;
}

/**
 * R5.17 The plan with an input set at every path where it occurs, such as
 * `blocks[1].lease.rentUsdPerKwMonth`.
 */
export function withInput(plan: SiteCaseInput, paths: readonly string[], value: number): SiteCaseInput {
  let changed: Tree = plan;
  for (const path of paths)
    changed = withLeaf(changed, path.replaceAll(/\[(\d+)\]/g, '.$1').split('.'), value);
  return changed as SiteCaseInput;
}

function flipsOf(input: SiteVerdictInput, flip: FlipInput, verdict: PlacedVerdict): FlipResult {
  const best = input.strategies[verdict.bestIndex ?? -1];
  const other = input.strategies[verdict.otherIndex ?? -1];
  const none = { name: flip.name, baseValue: flip.base, roots: [], nearest: null };
  if (!best || !other) return none;
  const npvAt = (strategy: StrategyInput, paths: readonly string[], x: number): number | undefined => {
    const npv = npvOf({ kind: strategy.kind, case: withInput(strategy.case, paths, x) });
    return npv.ok ? npv.value : undefined;
  };
  const fixed = flip.inOther.length === 0 ? npvAt(other, [], 0) : undefined;
  const difference = (x: number): number | undefined => {
    const ofBest = npvAt(best, flip.inBest, x);
    const ofOther = fixed ?? npvAt(other, flip.inOther, x);
    return ofBest === undefined || ofOther === undefined ? undefined : ofBest - ofOther;
  };
  return { ...none, ...findFlips(difference, { ...flip, steps: input.flipSteps ?? 1 }) };
}

/**
 * R5.16, R5.17 Verdict on a site from the plans of its strategies, with the input values at which it
 * flips. The verdict judges a site, never a share.
 * @param input all plans on one horizon; gridPowerMw is the site's, the same for every strategy
 * @example siteVerdict({ gridPowerMw: 100, undecidedMarginUsdPerMw: 5e4, undecidedMarginShare: 0.05,
 *   strategies: [] }).verdict.verdict // → 'not computable'
 */
export function siteVerdict(input: SiteVerdictInput): SiteVerdictResult {
  const strategies = input.strategies.map((strategy) => resultOf(strategy, input.gridPowerMw));
  const placed = judge(
    strategies.map((result) => ({
      kind: result.kind,
      npvUsdPerGridMw: 'npvUsd' in result ? result.npvUsdPerGridMw : undefined,
    })),
    input,
  );
  const { bestIndex: _best, otherIndex: _other, ...verdict } = placed;
  return { strategies, verdict, flips: (input.flips ?? []).map((flip) => flipsOf(input, flip, placed)) };
}
