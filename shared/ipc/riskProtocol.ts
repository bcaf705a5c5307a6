import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import type { BreakEven, BreakEvenCurve, BreakEvenQuestion } from '../engine/risk/breakEven.ts';
import type { ObservedRange } from '../engine/risk/inputRanges.ts';
import type { GridAxis, SiteGrid } from '../engine/risk/riskGrid.ts';
import type { SiteSwings } from '../engine/risk/tornado.ts';
import type { VerdictFlips } from '../engine/risk/verdictFlip.ts';

/** R7.1 What the page asks its worker about a site's risk; each is computed in small parts. */
export type RiskQuestion =
  | { readonly about: 'swings'; readonly evidence: SiteEvidence; readonly observed: readonly ObservedRange[] }
  | { readonly about: 'flips'; readonly evidence: SiteEvidence; readonly swings: SiteSwings }
  | { readonly about: 'grid'; readonly evidence: SiteEvidence; readonly x: GridAxis; readonly y: GridAxis }
  | { readonly about: 'breakEven'; readonly evidence: SiteEvidence; readonly question: BreakEvenQuestion }
  | {
      readonly about: 'curve';
      readonly evidence: SiteEvidence;
      readonly question: BreakEvenQuestion;
      readonly along: GridAxis;
    };

/** The answer to each question. */
export interface RiskAnswers {
  readonly swings: SiteSwings;
  readonly flips: VerdictFlips;
  readonly grid: SiteGrid;
  readonly breakEven: BreakEven;
  readonly curve: BreakEvenCurve;
}

/** How far a computation has come. */
export interface RiskProgress {
  readonly done: number;
  readonly all: number;
}

/** One message of the worker on a question of risk; after `answer` or `isStopped` no more come. */
export interface RiskMessage {
  readonly progress?: RiskProgress;
  readonly answer?: RiskAnswers[RiskQuestion['about']];
  readonly isStopped?: true;
}
