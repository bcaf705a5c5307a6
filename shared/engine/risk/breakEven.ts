import { inputTable, type InputKey } from '../analysis/inputTable.ts';
import { bracketedRoot } from '../numeric/bracketedRoot.ts';
import type { StrategyKind } from '../strategy/verdict.ts';
import type { InputRange } from './inputRanges.ts';
import type { Move, MovedSite } from './movedSite.ts';
import { npvPerMw } from './riskResult.ts';
import type { GridAxis } from './riskGrid.ts';

/** R7.1d What a strategy is to be equal to: another strategy, or an amount in USD per grid MW. */
export type Rival =
  | { readonly kind: 'strategy'; readonly strategy: StrategyKind }
  | { readonly kind: 'amount'; readonly usdPerGridMw: number };

/** R7.1d At which values of an input, within [low, high], a strategy is as good as its rival. */
export interface BreakEvenQuestion {
  readonly key: InputKey;
  readonly low: number;
  readonly high: number;
  readonly strategy: StrategyKind;
  readonly rival: Rival;
}

/** R7.1d A value at which the two change places, with what either side is worth there [USD per grid MW]. */
export interface BreakEvenValue {
  readonly value: number;
  /** `whole`: first whole value with the new sign; `jump`: they change places without being equal. */
  readonly kind: 'equal' | 'whole' | 'jump';
  readonly strategyUsdPerMw: number;
  readonly rivalUsdPerMw: number;
}

/** R7.1d One, several or no solution in the range, or equal everywhere. */
export interface BreakEven {
  readonly question: BreakEvenQuestion;
  readonly solutions: readonly BreakEvenValue[];
  readonly isEqualEverywhere: boolean;
  /** Steps of the range at which one of the two could not be computed. */
  readonly gapCount: number;
  readonly stepCount: number;
}

const steps = 24;
const agreement = 1e-3;

interface Sides {
  readonly strategy: number;
  readonly rival: number;
}

/** Both sides at a value of the input [USD per grid MW]; undefined where one cannot be computed. */
type SidesAt = (x: number) => Sides | undefined;

function sidesAt(site: MovedSite, question: BreakEvenQuestion, others: readonly Move[]): SidesAt {
  const { key, strategy, rival } = question;
  const needed = rival.kind === 'strategy' ? [strategy, rival.strategy] : [strategy];
  return (value) => {
    const npvs = site.of([...others, { key, value }], needed);
    const own = npvPerMw(npvs, strategy);
    const other = rival.kind === 'strategy' ? npvPerMw(npvs, rival.strategy) : rival.usdPerGridMw;
    return own === null || other === null ? undefined : { strategy: own, rival: other };
  };
}

function difference({ strategy, rival }: Sides): number {
  return strategy - rival;
}

function gridOf({ key, low, high }: BreakEvenQuestion): number[] {
  if (inputTable[key].isWhole !== true)
    return Array.from({ length: steps + 1 }, (_, step) => low + ((high - low) * step) / steps);
  const first = Math.ceil(low);
  return Array.from({ length: Math.max(0, Math.floor(high) - first + 1) }, (_, step) => first + step);
}

function solution(value: number, sides: Sides, isWhole: boolean): BreakEvenValue {
  const { strategy, rival } = sides;
  const isEqual =
    Math.abs(strategy - rival) <= agreement * Math.max(Math.abs(strategy), Math.abs(rival)) ||
    strategy === rival;
  return {
    value,
    kind: isEqual ? 'equal' : isWhole ? 'whole' : 'jump',
    strategyUsdPerMw: strategy,
    rivalUsdPerMw: rival,
  };
}

/**
 * R7.1d Every value of an input in a range at which a strategy and its rival change places.
 * @param others further inputs that are moved and stay where they are put (R7.1e)
 * @returns NPVs in USD per grid MW
 */
export function breakEven(
  site: MovedSite,
  question: BreakEvenQuestion,
  others: readonly Move[] = [],
): BreakEven {
  const isWhole = inputTable[question.key].isWhole === true;
  const at = sidesAt(site, question, others);
  const solutions: BreakEvenValue[] = [];
  let before: { x: number; y: number } | undefined;
  let gapCount = 0;
  let zeroCount = 0;
  const grid = gridOf(question);
  for (const x of grid) {
    const sides = at(x);
    if (!sides) {
      gapCount += 1;
      before = undefined;
      continue;
    }
    const y = difference(sides);
    if (y === 0) {
      zeroCount += 1;
      solutions.push(solution(x, sides, isWhole));
    } else if (before && before.y !== 0 && y < 0 !== before.y < 0) {
      const root = isWhole ? x : rootOf(at, before, { x, y });
      const found = root === undefined ? undefined : at(root);
      if (root !== undefined && found) solutions.push(solution(root, found, isWhole));
    }
    before = { x, y };
  }
  const isEqualEverywhere = zeroCount > 1 && zeroCount === grid.length - gapCount;
  return {
    question,
    solutions: isEqualEverywhere ? [] : solutions,
    isEqualEverywhere,
    gapCount,
    stepCount: grid.length,
  };
}

function rootOf(
  at: SidesAt,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): number | undefined {
  const value = (x: number): number | undefined => {
    const sides = at(x);
    return sides && difference(sides);
  };
  return bracketedRoot(value, from.x, to.x, from.y, to.y);
}

/** R7.1d The range looked at where none is given. */
export function defaultSearch(
  key: InputKey,
  base: number,
  range: Pick<InputRange, 'low' | 'high'> | undefined,
): { readonly low: number; readonly high: number } {
  const { min, max, isWhole } = inputTable[key];
  const width = range ? range.high - range.low : 0;
  const [low, high] = range
    ? [range.low - width, range.high + width]
    : [Math.min(base / 5, base * 5), Math.max(base / 5, base * 5)];
  const floor = base > 0 ? Math.max(min, 0) : min;
  // Three digits are enough for where to look, and can be read.
  const within = (x: number): number =>
    Math.min(max, Math.max(floor, isWhole === true ? Math.round(x) : Number(x.toPrecision(3))));
  return { low: within(low), high: within(high) };
}

/** R7.1e One point of a break-even curve: a value of the second input with the solutions of the first. */
export interface CurvePoint {
  readonly at: number;
  readonly breakEven: BreakEven;
}

/** R7.1e Break-even of one input along a second. */
export interface BreakEvenCurve {
  readonly question: BreakEvenQuestion;
  readonly along: GridAxis;
  readonly points: readonly CurvePoint[];
}

/** R7.1e One point of the curve. */
export function curvePoint(
  site: MovedSite,
  question: BreakEvenQuestion,
  { key }: Pick<GridAxis, 'key'>,
  at: number,
): CurvePoint {
  return { at, breakEven: breakEven(site, question, [{ key, value: at }]) };
}
