import { inputTable } from '../analysis/inputTable.ts';
import { plannedStrategies } from '../analysis/sitePlans.ts';
import { bracketedRoot } from '../numeric/bracketedRoot.ts';
import { verdictWordOf, type StrategyKind, type VerdictWord } from '../strategy/verdict.ts';
import type { InputRange } from './inputRanges.ts';
import type { MovedSite, StrategyNpvs } from './movedSite.ts';
import { bestStrategy, npvPerMw } from './riskResult.ts';
import type { InputSwing } from './tornado.ts';

/** R7.1f The smallest change of one input that reverses the verdict. */
export interface VerdictFlip {
  readonly range: InputRange;
  readonly value: number;
  /** Distance from the value in force over the width of the range; 0.12 is 12 per cent. */
  readonly shareOfRange: number;
  /** The strategy that is best beyond it. */
  readonly to: StrategyKind;
}

/** R7.1f What would reverse the verdict, the smallest change first. */
export interface VerdictFlips {
  /** The strategy that is best now; null where none can be computed or only one word can. */
  readonly from: StrategyKind | null;
  readonly flips: readonly VerdictFlip[];
  /** Inputs with a range that do not reverse it. */
  readonly standsFor: readonly InputRange['key'][];
}

const [stepsWithin, stepsBeyond] = [3, 2];

function isOther(kind: StrategyKind, word: VerdictWord): boolean {
  return kind !== 'hybrid' && verdictWordOf(kind) !== word;
}

/** R7.1f W − O [USD per grid MW]; undefined where one of them cannot be computed. */
export function leadOfWord(npvs: StrategyNpvs, word: VerdictWord): number | undefined {
  const own = bestStrategy(
    npvs,
    plannedStrategies.filter((kind) => verdictWordOf(kind) === word),
  );
  const other = bestStrategy(
    npvs,
    plannedStrategies.filter((kind) => isOther(kind, word)),
  );
  if (own === null || other === null) return undefined;
  return (npvPerMw(npvs, own) ?? NaN) - (npvPerMw(npvs, other) ?? NaN);
}

/** Values from the one in force to an end of the range and one width beyond it, the nearest first. */
function pathTo(end: number, { key, base, low, high, isWhole }: InputRange): number[] {
  const { min, max } = inputTable[key];
  if (end === base) return [];
  const beyond = end > base ? high - low : low - high;
  const values = [
    ...Array.from({ length: stepsWithin }, (_, index) => base + ((end - base) * (index + 1)) / stepsWithin),
    ...Array.from({ length: stepsBeyond }, (_, index) => end + (beyond * (index + 1)) / stepsBeyond),
  ];
  const kept = values.map((x) => Math.min(max, Math.max(min, isWhole ? Math.round(x) : x)));
  return [...new Set(kept)].filter((x) => x !== base);
}

type Lead = (x: number) => number | undefined;

interface At {
  readonly x: number;
  readonly y: number;
}

/** The whole value nearest to `from` at which the lead is gone, between one where it lasts and one where it does not. */
function wholeTurn(lead: Lead, from: At, to: At): number | undefined {
  let [lasting, gone] = [from.x, to.x];
  while (Math.abs(gone - lasting) > 1) {
    const middle = Math.trunc((lasting + gone) / 2);
    const y = lead(middle);
    if (y === undefined) return undefined;
    if (y > 0) lasting = middle;
    else gone = middle;
  }
  return gone;
}

/** The first value on the way to an end at which the lead is gone; undefined where it lasts, or cannot be computed. */
function turnTowards(end: number, range: InputRange, lead: Lead, atBase: number): number | undefined {
  let before: At = { x: range.base, y: atBase };
  for (const x of pathTo(end, range)) {
    const y = lead(x);
    if (y === undefined) return undefined;
    if (y > 0) {
      before = { x, y };
      continue;
    }
    if (y === 0) return x;
    if (range.isWhole) return wholeTurn(lead, before, { x, y });
    const [low, high] = before.x < x ? [before, { x, y }] : [{ x, y }, before];
    return bracketedRoot(lead, low.x, high.x, low.y, high.y);
  }
  return undefined;
}

/** The strategies that an end of the range moves. */
function movedStrategies(base: StrategyNpvs, { atLow, atHigh }: InputSwing): readonly StrategyKind[] {
  if (atLow.gridMw !== base.gridMw || atHigh.gridMw !== base.gridMw) return plannedStrategies;
  return plannedStrategies.filter((_kind, index) =>
    [atLow, atHigh].some(({ npvUsd }) => npvUsd[index] !== base.npvUsd[index]),
  );
}

/** What is best when the lead is just gone: of the strategies with another word. */
function leaderBeyond(npvs: StrategyNpvs, word: VerdictWord): StrategyKind | null {
  return bestStrategy(
    npvs,
    plannedStrategies.filter((kind) => isOther(kind, word)),
  );
}

/**
 * R7.1f The smallest change of one input, up to a width beyond its range, that reverses the verdict.
 * @param base all strategies in force
 * @param swing the input at its ends, as the tornado knows it: what moves nothing is not looked at
 * @returns undefined where the verdict stands throughout
 */
export function verdictFlip(site: MovedSite, base: StrategyNpvs, swing: InputSwing): VerdictFlip | undefined {
  const best = bestStrategy(base);
  const moved = movedStrategies(base, swing);
  if (best === null || moved.length === 0) return undefined;
  const { range } = swing;
  const word = verdictWordOf(best);
  const at = (value: number): StrategyNpvs => {
    // Beyond its range an input may reach what its ends do not.
    if (value < range.low || value > range.high) return site.of([{ key: range.key, value }]);
    const npvs = site.of([{ key: range.key, value }], moved);
    const npvUsd = npvs.npvUsd.map((npv, index) => {
      const kind = plannedStrategies[index];
      return kind && moved.includes(kind) ? npv : (base.npvUsd[index] ?? null);
    });
    return { ...npvs, npvUsd };
  };
  const lead: Lead = (value) => leadOfWord(at(value), word);
  const atBase = leadOfWord(base, word);
  // A lead of exactly 0 has no side to be lost from.
  if (atBase === undefined || atBase <= 0) return undefined;
  const turns = [range.low, range.high].flatMap((end) => turnTowards(end, range, lead, atBase) ?? []);
  const [value] = turns.toSorted((a, b) => Math.abs(a - range.base) - Math.abs(b - range.base));
  if (value === undefined) return undefined;
  const to = leaderBeyond(at(value), word);
  if (to === null) return undefined;
  return { range, value, shareOfRange: Math.abs(value - range.base) / (range.high - range.low), to };
}

/** R7.1f Whether a flip lies beyond what the range of its input holds for possible. */
export function isBeyondRange({ range, value }: VerdictFlip): boolean {
  return value < range.low || value > range.high;
}

/** R7.1f The flips found, those within their range first, then the smallest change; ties in the order of inputs. */
export function verdictFlips(
  base: StrategyNpvs,
  swings: readonly InputSwing[],
  found: readonly (VerdictFlip | undefined)[],
): VerdictFlips {
  const flips = found.filter((flip) => flip !== undefined);
  return {
    from: bestStrategy(base),
    flips: flips.toSorted(
      (one, other) =>
        Number(isBeyondRange(one)) - Number(isBeyondRange(other)) || one.shareOfRange - other.shareOfRange,
    ),
    standsFor: swings.flatMap(({ range }, index) => (found[index] ? [] : [range.key])),
  };
}
