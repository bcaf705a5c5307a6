import type { InputKey } from '../../analysis/inputTable.ts';
import { plannedStrategies } from '../../analysis/sitePlans.ts';
import type { StrategyKind } from '../../strategy/verdict.ts';
import type { InputRange } from '../inputRanges.ts';
import type { MovedSite } from '../movedSite.ts';

export type Inputs = Readonly<Partial<Record<InputKey, number>>>;

/** A site of 10 grid MW whose strategies are worth what a formula says [USD per grid MW]. */
export function madeUpSite(
  inForce: Inputs,
  npvPerMw: Partial<Record<StrategyKind, (inputs: Inputs) => number | null>>,
): MovedSite {
  return {
    of: (moves, strategies = plannedStrategies) => {
      const inputs = { ...inForce, ...Object.fromEntries(moves.map(({ key, value }) => [key, value])) };
      return {
        gridMw: 10,
        npvUsd: plannedStrategies.map((kind) => {
          const value = strategies.includes(kind) ? npvPerMw[kind]?.(inputs) : undefined;
          return value === undefined || value === null ? null : 10 * value;
        }),
      };
    },
  };
}

export function rangeForTest(
  key: InputKey,
  [low, base, high]: readonly [number, number, number],
  rest: Partial<InputRange> = {},
): InputRange {
  return {
    key,
    base,
    low,
    high,
    unit: '',
    isWhole: false,
    kind: 'preset',
    source: null,
    fromMonth: null,
    toMonth: null,
    origin: 'preset',
    confidence: 'low',
    ...rest,
  };
}
