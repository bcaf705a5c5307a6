import { baseMarket } from '../analysis/baseMarket.ts';
import { evaluatePlan } from '../analysis/evaluatePlan.ts';
import type { SiteEvidence } from '../analysis/evidence.ts';
import { resolveInputs, valuesOf, type InputValues } from '../analysis/resolveInputs.ts';
import { plannedStrategies } from '../analysis/sitePlans.ts';
import { strategyNpvUsd } from '../analysis/strategyFigures.ts';
import { sameValue } from '../cache/sameValue.ts';
import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import type { InputChange } from './changedFacts.ts';
import { siteDifference, type ComparedSite, type SiteDifference } from './siteDifference.ts';
import { measuresOf, type ResultMeasures } from './siteOutcome.ts';
import { splitChange, type ExplainedStep } from './splitChange.ts';

/** R5.19 Steps that are no input. */
export const modelStep = 'model';
export const datesStep = 'valuationDates';
export const difficultyStep = 'difficulty';

/** R5.19 What one step does to one measure [USD/MW of grid power]. */
export interface StepEffect {
  /** Null where it cannot be computed by itself, or there is no change to split. */
  readonly explainsUsdPerGridMw: number | null;
  /** The step done first, everything else old; null where it cannot be computed. */
  readonly aloneUsdPerGridMw: number | null;
  /** Of the whole change; null where there is none. */
  readonly share: number | null;
  /** R5.19b Earlier steps whose effect is in this one. */
  readonly joined: readonly string[];
}

/** R5.19 One step from old to new: an input by its key, the valuation month, the rule of the hash rate, or the model. */
export interface ChangeStep {
  readonly step: string;
  readonly advantage: StepEffect;
  readonly best: StepEffect;
}

/** R5.19 The change of one measure as a whole [USD/MW of grid power]; null where it cannot be computed. */
export interface MeasureChange {
  /** New less old. */
  readonly changeUsdPerGridMw: number | null;
  /** What effects alone leave of it: inputs that work together. */
  readonly togetherUsdPerGridMw: number | null;
}

/** R5.19 What differs at a site, and how much of the change of its result each step explains. */
export interface SiteChanges extends SiteDifference {
  /** In the order of R5.19: valuation month, rule of the hash rate, inputs, model last. */
  readonly steps: readonly ChangeStep[];
  readonly advantage: MeasureChange;
  readonly best: MeasureChange;
}

/** A point on the way: evidence for its dates and its rule of the hash rate only, and the values in use. */
interface Point {
  readonly market: SiteEvidence;
  readonly values: InputValues;
}

function measuresAt({ market: evidence, values }: Point, known: EvaluationCache): ResultMeasures {
  const cache = createEvaluationCache(known);
  const market = baseMarket(evidence, values);
  const { gridPowerMw = 0 } = values;
  return measuresOf(
    plannedStrategies.map((kind) => {
      const npvUsd = strategyNpvUsd(kind, evaluatePlan(kind, evidence, values, market, cache).result);
      return {
        kind,
        npvUsdPerGridMw: npvUsd === undefined || gridPowerMw <= 0 ? null : npvUsd / gridPowerMw,
      };
    }),
  );
}

/** R5.19b Not known to the old evidence at all, and an assumption today. */
function cameWithModel({ before, after }: InputChange): boolean {
  return before.origin === 'missing' && after.origin === 'preset';
}

function withValue(values: InputValues, { key, after }: InputChange): InputValues {
  const { [key]: _old, ...rest } = values as Readonly<Partial<Record<string, number>>>;
  return after.value === null ? rest : { ...rest, [key]: after.value };
}

interface Move {
  readonly step: string;
  readonly to: (point: Point) => Point;
}

/** R5.19 Everything that leads from the old state to the new with today's engine, in order. */
function movesOf({ before, after }: ComparedSite, { inputs, difficulty }: SiteDifference): Move[] {
  const sameDates =
    before.valuationMonth === after.valuationMonth && sameValue(before.halvings, after.halvings);
  const dates = { valuationMonth: after.valuationMonth, halvings: after.halvings };
  const withMarket =
    (part: Partial<SiteEvidence>) =>
    ({ market, values }: Point): Point => ({ market: { ...market, ...part }, values });
  return [
    ...(sameDates ? [] : [{ step: datesStep, to: withMarket(dates) }]),
    ...(difficulty === null
      ? []
      : [{ step: difficultyStep, to: withMarket({ difficulty: after.difficulty }) }]),
    ...inputs
      .filter((input) => input.changed.includes('value') && !cameWithModel(input))
      .map((input) => ({
        step: input.key,
        to: (point: Point) => ({ ...point, values: withValue(point.values, input) }),
      })),
  ];
}

type Measure = keyof ResultMeasures;

function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

/** The steps of one measure in the order in which they are walked: the model's first. */
function effectsOf(
  measure: Measure,
  way: readonly ResultMeasures[],
  alone: readonly ResultMeasures[],
  names: readonly string[],
  { before, after }: SiteDifference,
): StepEffect[] {
  const start = way[1]?.[measure] ?? null;
  // The change that is told, not the one that was walked: shares of a walk that misses a step would not show it.
  const change = minus(after[measure], before[measure]) ?? 0;
  return splitChange(way.map((point) => point[measure])).map((step: ExplainedStep, place) => ({
    explainsUsdPerGridMw: step.explains,
    aloneUsdPerGridMw: place === 0 ? step.explains : minus(alone[place - 1]?.[measure] ?? null, start),
    share: step.explains === null || change === 0 ? null : step.explains / change,
    joined: step.joined.flatMap((earlier) => names[earlier] ?? []),
  }));
}

const nothing: StepEffect = {
  explainsUsdPerGridMw: null,
  aloneUsdPerGridMw: null,
  share: null,
  joined: [],
};

function isWorthNaming({ step, advantage, best }: ChangeStep, isOtherEngine: boolean): boolean {
  const moves = [advantage, best].some(({ explainsUsdPerGridMw }) => (explainsUsdPerGridMw ?? 0) !== 0);
  return step !== modelStep || isOtherEngine || moves;
}

/** R5.19 The way from the stored result to the new one, walked step by step. */
function stepsOf(site: ComparedSite, difference: SiteDifference, cache: EvaluationCache): ChangeStep[] {
  const moves = movesOf(site, difference);
  const newPresets = difference.inputs.filter(cameWithModel);
  const start: Point = {
    market: site.before,
    values: newPresets.reduce(withValue, valuesOf(resolveInputs(site.before))),
  };
  const recomputed = measuresAt(start, cache);
  const way: ResultMeasures[] = [difference.before, recomputed];
  let point = start;
  for (const move of moves) {
    point = move.to(point);
    way.push(measuresAt(point, cache));
  }
  const alone = moves.map((move, place) =>
    place === 0 ? (way[2] ?? recomputed) : measuresAt(move.to(start), cache),
  );
  const names = [modelStep, ...moves.map(({ step }) => step)];
  const advantage = effectsOf('advantageUsdPerGridMw', way, alone, names, difference);
  const best = effectsOf('bestUsdPerGridMw', way, alone, names, difference);
  const [model, ...rest] = names.map((step, place) => ({
    step,
    advantage: advantage[place] ?? nothing,
    best: best[place] ?? nothing,
  }));
  const isOtherEngine = difference.before.engineVersion !== difference.after.engineVersion;
  return [...rest, ...(model && isWorthNaming(model, isOtherEngine) ? [model] : [])];
}

function changeOf(
  { before, after }: SiteDifference,
  steps: readonly ChangeStep[],
  of: 'advantage' | 'best',
): MeasureChange {
  const measure = `${of}UsdPerGridMw` as const;
  const change = minus(after[measure], before[measure]);
  const left = steps.reduce((rest, step) => minus(rest, step[of].aloneUsdPerGridMw), change);
  return { changeUsdPerGridMw: change, togetherUsdPerGridMw: left };
}

/**
 * R5.19 What changed at a site between an issued briefing and now, and how much of the change of its result each step
 * explains. What cannot be computed has no number; the inputs it lacks stand in the two states.
 * @param site the evidence and the result as frozen, and the evidence of now
 * @param cache what evaluations of the same site share; the answer does not depend on it
 */
export function siteChanges(
  site: ComparedSite,
  cache: EvaluationCache = createEvaluationCache(),
): SiteChanges {
  const difference = siteDifference(site, cache);
  const steps = stepsOf(site, difference, cache);
  return {
    ...difference,
    steps,
    advantage: changeOf(difference, steps, 'advantage'),
    best: changeOf(difference, steps, 'best'),
  };
}
