import { rootBetween } from '../numeric/roots.ts';

/** R5.17 Where to look for flips of one input. */
export interface FlipRange {
  readonly base: number;
  readonly low: number;
  readonly high: number;
  /** Number of equal steps of [low, high]. */
  readonly steps: number;
  /** Inputs that only take whole values (months) are tried one by one. */
  readonly isWhole?: boolean;
}

/** R5.17 All flip values and the nearest to the base value; no flip is an answer too. */
export interface Flips {
  readonly roots: readonly number[];
  readonly nearest: number | null;
}

/** Difference at one value of the input; undefined where it cannot be computed. */
export type Difference = (x: number) => number | undefined;

function nearestTo(base: number, roots: readonly number[]): number | null {
  let nearest: number | null = null;
  for (const root of roots) {
    if (nearest === null || Math.abs(root - base) < Math.abs(nearest - base)) nearest = root;
  }
  return nearest;
}

function gridOf({ low, high, steps, isWhole }: FlipRange): number[] {
  const count = isWhole ? Math.floor(high) - Math.ceil(low) : steps;
  const grid: number[] = [];
  for (let step = 0; step <= count; step += 1) {
    grid.push(isWhole ? Math.ceil(low) + step : low + ((high - low) * step) / count);
  }
  return grid;
}

/**
 * R5.17 Values of one input at which the best strategy and the other verdict change places: every sign
 * change of the difference on equal steps of [low, high], then bisection to the last bit. A whole-number
 * input flips at the first value with the new sign. A pair of flips inside one step stays unseen.
 * @param difference NPV(best) − NPV(other verdict), other inputs fixed
 * @example findFlips((x) => x - 3, { base: 2, low: 0, high: 10, steps: 7 }) // → { roots: [3], nearest: 3 }
 */
export function findFlips(difference: Difference, range: FlipRange): Flips {
  const roots: number[] = [];
  let before: { x: number; y: number } | undefined;
  for (const x of gridOf(range)) {
    const y = difference(x);
    if (y === 0) roots.push(x);
    else if (y !== undefined && before && before.y !== 0 && y < 0 !== before.y < 0) {
      roots.push(range.isWhole ? x : rootBetween(before.x, x, (at) => difference(at) ?? NaN));
    }
    before = y === undefined ? undefined : { x, y };
  }
  return { roots, nearest: nearestTo(range.base, roots) };
}
