/** R5.1, R5.16 The kinds of strategy for one site. */
export type StrategyKind =
  | 'keepMining'
  | 'refresh'
  | 'redeploy'
  | 'colocation'
  | 'gpuCloud'
  | 'alliance'
  | 'hybrid'
  | 'sellShell'
  | 'sellSite';

/** R5.16 The verdicts that a strategy can stand for. */
export type VerdictWord = 'keep' | 'convert' | 'convert in part' | 'sell';

const wordOf: Readonly<Record<StrategyKind, VerdictWord>> = {
  keepMining: 'keep',
  refresh: 'keep',
  redeploy: 'keep',
  colocation: 'convert',
  gpuCloud: 'convert',
  alliance: 'convert',
  sellShell: 'convert',
  hybrid: 'convert in part',
  sellSite: 'sell',
};

/** R5.16 The verdict that a strategy stands for. */
export function verdictWordOf(kind: StrategyKind): VerdictWord {
  return wordOf[kind];
}

/** Whether a text names a kind of strategy. */
export function isStrategyKind(text: unknown): text is StrategyKind {
  return typeof text === 'string' && Object.hasOwn(wordOf, text);
}

/** A strategy as compared: its NPV per grid MW, or what is missing for it. */
export interface RankedStrategy {
  readonly kind: StrategyKind;
  /** Risk-adjusted NPV per grid MW (alliance: the miner's) [USD/MW]; undefined where not computable. */
  readonly npvUsdPerGridMw: number | undefined;
}

/** R5.16 Below these margins to the other verdict the answer is "undecided". */
export interface VerdictMargins {
  readonly undecidedMarginUsdPerMw: number;
  readonly undecidedMarginShare: number;
}

/** R5.16 Verdict, best strategy, runner-up, the best of another verdict, and the margins to both. */
export interface Verdict {
  readonly verdict: VerdictWord | 'undecided' | 'not computable';
  readonly best: StrategyKind | null;
  readonly bestUsdPerMw: number | null;
  readonly runnerUp: StrategyKind | null;
  readonly runnerUpUsdPerMw: number | null;
  readonly marginUsdPerMw: number | null;
  readonly otherVerdict: VerdictWord | null;
  readonly otherStrategy: StrategyKind | null;
  readonly marginToOtherVerdictUsdPerMw: number | null;
  readonly createsValue: boolean | null;
  readonly notComputable: readonly StrategyKind[];
}

/** The verdict with the places of the two compared strategies in the list, for the flip search. */
export interface PlacedVerdict extends Verdict {
  readonly bestIndex: number | undefined;
  readonly otherIndex: number | undefined;
}

interface Placed {
  readonly index: number;
  readonly kind: StrategyKind;
  readonly usdPerMw: number;
}

function ranked(strategies: readonly RankedStrategy[]): Placed[] {
  const placed: Placed[] = [];
  for (const [index, { kind, npvUsdPerGridMw }] of strategies.entries()) {
    if (npvUsdPerGridMw !== undefined) placed.push({ index, kind, usdPerMw: npvUsdPerGridMw });
  }
  // A stable sort keeps the order of the list for equal values, which decides ties.
  return placed.toSorted((a, b) => b.usdPerMw - a.usdPerMw);
}

function isDecided(best: Placed, other: Placed | undefined, margins: VerdictMargins): boolean {
  if (!other) return true;
  const needed = Math.max(
    margins.undecidedMarginUsdPerMw,
    margins.undecidedMarginShare * Math.abs(best.usdPerMw),
  );
  return best.usdPerMw - other.usdPerMw >= needed;
}

/**
 * R5.4, R5.16 Verdict over the strategies of one site, all on one horizon. Best by NPV per grid MW, ties to the
 * first in the list; undecided where the margin to the best strategy with another verdict is below the
 * larger of the two margins. A hybrid competes for best only: nearly a mixture of its parts, it is no
 * rival. With one computable strategy undecided, with none not computable.
 * @example judge([{ kind: 'keepMining', npvUsdPerGridMw: 2e6 }, { kind: 'colocation', npvUsdPerGridMw: 5e6 }],
 *   { undecidedMarginUsdPerMw: 5e4, undecidedMarginShare: 0.05 }).verdict // → 'convert'
 */
export function judge(strategies: readonly RankedStrategy[], margins: VerdictMargins): PlacedVerdict {
  const [best, runnerUp, ...rest] = ranked(strategies);
  const notComputable = strategies
    .filter(({ npvUsdPerGridMw }) => npvUsdPerGridMw === undefined)
    .map(({ kind }) => kind);
  const rivals = runnerUp ? [runnerUp, ...rest] : [];
  const other = best && rivals.find(({ kind }) => kind !== 'hybrid' && wordOf[kind] !== wordOf[best.kind]);
  const word = best && runnerUp && isDecided(best, other, margins) ? wordOf[best.kind] : 'undecided';
  return {
    verdict: best ? word : 'not computable',
    best: best?.kind ?? null,
    bestUsdPerMw: best?.usdPerMw ?? null,
    runnerUp: runnerUp?.kind ?? null,
    runnerUpUsdPerMw: runnerUp?.usdPerMw ?? null,
    marginUsdPerMw: best && runnerUp ? best.usdPerMw - runnerUp.usdPerMw : null,
    otherVerdict: other ? wordOf[other.kind] : null,
    otherStrategy: other?.kind ?? null,
    marginToOtherVerdictUsdPerMw: best && other ? best.usdPerMw - other.usdPerMw : null,
    createsValue: best ? best.usdPerMw > 0 : null,
    notComputable,
    bestIndex: best?.index,
    otherIndex: other?.index,
  };
}
