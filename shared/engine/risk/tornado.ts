import type { InputKey } from '../analysis/inputTable.ts';
import type { InputRange } from './inputRanges.ts';
import type { MovedSite, StrategyNpvs } from './movedSite.ts';
import { resultOf, type RiskResult } from './riskResult.ts';

/** R7.1b All strategies with one input at either end of its range. */
export interface InputSwing {
  readonly range: InputRange;
  readonly atLow: StrategyNpvs;
  readonly atHigh: StrategyNpvs;
}

/** R7.1b What a tornado of any result is read from: all strategies in force and with each input moved alone. */
export interface SiteSwings {
  readonly base: StrategyNpvs;
  readonly swings: readonly InputSwing[];
  readonly withoutRange: readonly InputKey[];
}

/** R7.1b One input of a tornado; results and effect in USD per grid MW. */
export interface TornadoBar {
  readonly range: InputRange;
  readonly atLow: number;
  readonly atHigh: number;
  /** Greatest less least result, base included. */
  readonly effect: number;
}

/** R7.1b A result with one input moved at a time, the greatest effect first. */
export interface Tornado {
  readonly result: RiskResult;
  /** USD per grid MW; null where the result cannot be computed. */
  readonly base: number | null;
  readonly bars: readonly TornadoBar[];
  readonly withoutEffect: readonly InputKey[];
  readonly notComputable: readonly InputKey[];
  readonly withoutRange: readonly InputKey[];
}

/** R7.1b Moves one input to its low and to its high. */
export function swingOf(site: MovedSite, range: InputRange): InputSwing {
  const { key, low, high } = range;
  return {
    range,
    atLow: site.of([{ key, value: low }]),
    atHigh: site.of([{ key, value: high }]),
  };
}

const smallestEffect = 1e-9;

/**
 * R7.1b The tornado of one result: inputs sorted by effect, those without effect or result named apart.
 * @returns results in USD per grid MW
 */
export function tornadoOf({ base: inForce, swings, withoutRange }: SiteSwings, result: RiskResult): Tornado {
  const base = resultOf(inForce, result);
  const bars: TornadoBar[] = [];
  const withoutEffect: InputKey[] = [];
  const notComputable: InputKey[] = [];
  for (const swing of swings) {
    const [atLow, atHigh] = [resultOf(swing.atLow, result), resultOf(swing.atHigh, result)];
    if (base === null || atLow === null || atHigh === null) {
      notComputable.push(swing.range.key);
      continue;
    }
    const effect = Math.max(base, atLow, atHigh) - Math.min(base, atLow, atHigh);
    if (effect <= smallestEffect * Math.abs(base)) withoutEffect.push(swing.range.key);
    else bars.push({ range: swing.range, atLow, atHigh, effect });
  }
  return {
    result,
    base,
    bars: bars.toSorted((one, other) => other.effect - one.effect),
    withoutEffect,
    notComputable,
    withoutRange,
  };
}
