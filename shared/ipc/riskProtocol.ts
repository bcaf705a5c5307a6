import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import type { BreakEven, BreakEvenCurve, BreakEvenQuestion } from '../engine/risk/breakEven.ts';
import type { ObservedRange } from '../engine/risk/inputRanges.ts';
import type { GridAxis, SiteGrid } from '../engine/risk/riskGrid.ts';
import type { Sensitivity } from '../engine/risk/sensitivity.ts';

/** R7.1 What the page asks its worker about a site's risk; each is computed in small parts. */
export type RiskQuestion =
  | {
      readonly about: 'sensitivity';
      readonly evidence: SiteEvidence;
      readonly observed: readonly ObservedRange[];
    }
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
  readonly sensitivity: Sensitivity;
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
