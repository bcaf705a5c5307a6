import { numberAt, stepsOf } from './caseTree.ts';
import { findFlips, type Flips } from './flipValues.ts';
import { isRecord } from './shape.ts';
import type { SiteCaseInput } from './siteCaseInput.ts';

/** R5.17 One input whose flip values are wanted, with the paths at which it stands in both plans. */
export interface FlipInput {
  readonly name: string;
  readonly base: number;
  readonly low: number;
  readonly high: number;
  readonly inBest: readonly string[];
  readonly inOther: readonly string[];
}

/** R5.17 Flip values of one input beside its base value. */
export interface FlipResult extends Flips {
  readonly name: string;
  readonly baseValue: number;
}

/** R5.17 A plan that is compared, and its NPV with other inputs; undefined where that is not computable. */
export interface ComparedPlan {
  readonly plan: SiteCaseInput;
  readonly npvUsd: (plan: SiteCaseInput) => number | undefined;
}

/** R5.17 The plans whose NPVs change places; undefined where there is no such plan. */
export interface FlipPlans {
  readonly best: ComparedPlan | undefined;
  readonly other: ComparedPlan | undefined;
}

type Tree = Readonly<Record<string, unknown>> | readonly unknown[];

/** A copy of a tree with one leaf replaced; the rest is shared with the original. */
function withLeaf(tree: Tree, steps: readonly string[], value: number): Tree {
  const [step = '', ...rest] = steps;
  const copy = (Array.isArray(tree) ? [...tree] : { ...tree }) as Record<string, unknown>;
  const child = copy[step];
  copy[step] =
    rest.length > 0 && (isRecord(child) || Array.isArray(child))
      ? withLeaf(child as Tree, rest, value)
      : value;
  return copy as Tree;
}

/**
 * R5.17 The plan with an input set at every path where it occurs.
 * @param paths such as `blocks[1].lease.rentUsdPerKwMonth`; each leads to a number of the plan
 */
export function withInput(plan: SiteCaseInput, paths: readonly string[], value: number): SiteCaseInput {
  return paths.reduce<Tree>((tree, path) => withLeaf(tree, stepsOf(path), value), plan) as SiteCaseInput;
}

function wrongPaths(compared: ComparedPlan | undefined, paths: readonly string[], at: string): string[] {
  if (!compared) return [];
  return paths.flatMap((path, index) => (numberAt(compared.plan, path) ? [] : [`${at}[${index}]`]));
}

/**
 * R5.17 What is wrong with flips: an empty range, a path that leads to no number of its plan.
 * @returns paths such as `flips[0].inBest[1]`
 */
export function faultsOfFlips(flips: readonly FlipInput[], { best, other }: FlipPlans): string[] {
  return flips.flatMap(({ low, high, inBest, inOther }, index) => [
    ...(low > high ? [`flips[${index}].high`] : []),
    ...wrongPaths(best, inBest, `flips[${index}].inBest`),
    ...wrongPaths(other, inOther, `flips[${index}].inOther`),
  ]);
}

/** R5.17 The range in which an input is tried: a number of months one by one, and only where it has a meaning. */
function rangeOf(
  flip: FlipInput,
  { best, other }: FlipPlans,
): Pick<FlipInput, 'low' | 'high'> & { isWhole: boolean } {
  const domains = [
    ...flip.inBest.map((path) => best && numberAt(best.plan, path)),
    ...flip.inOther.map((path) => other && numberAt(other.plan, path)),
  ];
  if (!domains.some((domain) => domain?.whole)) return { low: flip.low, high: flip.high, isWhole: false };
  return {
    low: Math.max(flip.low, ...domains.map((domain) => domain?.min ?? -Infinity)),
    high: Math.min(flip.high, ...domains.map((domain) => domain?.max ?? Infinity)),
    isWhole: true,
  };
}

/**
 * R5.17 Values of one input at which the best strategy and the other verdict change places, the input set in
 * both plans where it occurs.
 * @param steps equal steps of the range; whole numbers are tried one by one
 */
export function flipsOf(flip: FlipInput, plans: FlipPlans, steps: number): FlipResult {
  const { best, other } = plans;
  const { name, base, inBest, inOther } = flip;
  if (!best || !other) return { name, baseValue: base, roots: [], nearest: null };
  const npvAt = (compared: ComparedPlan, paths: readonly string[], x: number): number | undefined =>
    compared.npvUsd(withInput(compared.plan, paths, x));
  const fixed = inOther.length === 0 ? npvAt(other, [], 0) : undefined;
  const difference = (x: number): number | undefined => {
    const ofBest = npvAt(best, inBest, x);
    const ofOther = fixed ?? npvAt(other, inOther, x);
    return ofBest === undefined || ofOther === undefined ? undefined : ofBest - ofOther;
  };
  return { name, baseValue: base, ...findFlips(difference, { base, steps, ...rangeOf(flip, plans) }) };
}
