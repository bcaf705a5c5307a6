import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import type { Driver } from '../engine/montecarlo/drivers.ts';
import type { MonteCarloResult } from '../engine/montecarlo/monteCarloResult.ts';
import type { OpenedDraw } from '../engine/montecarlo/openDraw.ts';
import type { MonteCarloSettings } from '../engine/montecarlo/settings.ts';
import type { SimulatedPaths } from '../engine/montecarlo/simulate.ts';
import type { SimulationRefused } from '../engine/montecarlo/simulation.ts';
import type { RunOutline } from '../engine/montecarlo/summarise.ts';
import type { StrategyKind } from '../engine/strategy/verdict.ts';

/*
 * R7.2 How a run is shared out: workers draw paths, one more collects them and says what they come to. A run is named by
 * a number, so that what an older one still sends is not mistaken.
 */

/** What the two figures of a scatter are; the gain or a driver. */
export type ScatterFigure = Driver | 'gain';

export type MonteCarloRequest =
  /** To a worker that draws: which run, then which of its paths. */
  | {
      readonly kind: 'prepare';
      readonly run: number;
      readonly evidence: SiteEvidence;
      readonly settings: MonteCarloSettings;
    }
  /** Computes a few paths for nobody, so that the first run finds the code compiled. */
  | {
      readonly kind: 'warm';
      readonly run: 0;
      readonly evidence: SiteEvidence;
      readonly settings: MonteCarloSettings;
    }
  | { readonly kind: 'paths'; readonly run: number; readonly from: number; readonly count: number }
  | { readonly kind: 'draw'; readonly run: number; readonly path: number }
  /** To the one that collects. */
  | { readonly kind: 'collect'; readonly run: number; readonly outline: RunOutline }
  | { readonly kind: 'part'; readonly run: number; readonly part: SimulatedPaths }
  /** The first paths, as many as are there without a gap. */
  | {
      readonly kind: 'summary';
      readonly run: number;
      readonly count: number;
      readonly asked: StrategyKind | null;
    }
  /** The NPVs of one path as collected. */
  | { readonly kind: 'npvs'; readonly run: number; readonly path: number }
  | {
      readonly kind: 'scatter';
      readonly run: number;
      readonly x: ScatterFigure;
      readonly y: ScatterFigure;
      readonly asked: StrategyKind | null;
    };

/** Points of a scatter: the first draws of a run, with the rank correlation of all. */
export interface Scatter {
  readonly x: ScatterFigure;
  readonly y: ScatterFigure;
  readonly points: readonly (readonly [number, number])[];
  readonly rankCorrelation: number;
}

export type MonteCarloAnswer = { readonly run: number } & (
  | { readonly kind: 'prepared'; readonly outline: RunOutline }
  | { readonly kind: 'refused'; readonly why: SimulationRefused }
  | { readonly kind: 'part'; readonly part: SimulatedPaths }
  | { readonly kind: 'draw'; readonly draw: OpenedDraw }
  | {
      readonly kind: 'summary';
      readonly count: number;
      readonly result: MonteCarloResult;
      /** SHA-256 over the NPVs of all paths, bit by bit; only of a whole run. */
      readonly npvSha256: string | null;
    }
  | { readonly kind: 'npvs'; readonly path: number; readonly npvUsd: readonly number[] }
  | { readonly kind: 'scatter'; readonly scatter: Scatter }
);
