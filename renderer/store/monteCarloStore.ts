import { create } from 'zustand';
import type { KeptRun, KeptRunDetail } from '../../shared/domain/monteCarlo.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { ObservedMonth } from '../../shared/engine/montecarlo/backtest/marketBacktest.ts';
import type { MonteCarloResult } from '../../shared/engine/montecarlo/monteCarloResult.ts';
import type { MonteCarloSettings } from '../../shared/engine/montecarlo/settings.ts';
import type { SimulationRefused } from '../../shared/engine/montecarlo/simulation.ts';
import type { StrategyKind } from '../../shared/engine/strategy/verdict.ts';
import type { Scatter, ScatterFigure } from '../../shared/ipc/monteCarloProtocol.ts';
import type { DrawOfRun, StartedRun } from '../workers/monteCarlo.ts';

/** A run on screen: how far it has come, and what its paths come to so far. */
export interface RunOnScreen {
  readonly evidence: SiteEvidence;
  readonly settings: MonteCarloSettings;
  readonly state: 'running' | 'stopped' | 'whole' | 'refused' | 'crashed';
  readonly done: number;
  /** Paths that the result is of. */
  readonly summarised: number;
  readonly result: MonteCarloResult | null;
  readonly npvSha256: string | null;
  readonly refused: SimulationRefused | null;
  readonly started: StartedRun | null;
}

interface MonteCarloState {
  /** The site on screen that everything else belongs to. */
  readonly siteId: string | null;
  readonly settings: MonteCarloSettings | null;
  /** The settings that the analyst has not touched. */
  readonly defaults: MonteCarloSettings | null;
  /** Counts up where the settings are set from outside the fields, which are then written anew. */
  readonly settingsVersion: number;
  readonly conversion: StrategyKind | null;
  readonly run: RunOnScreen | null;
  readonly draw: DrawOfRun | null;
  readonly scatter: Scatter | null;
  readonly scatterFigures: { readonly x: ScatterFigure; readonly y: ScatterFigure };
  readonly kept: readonly KeptRun[];
  /** A kept run that is shown as it was, and whether drawing it again gave the same bits. */
  readonly shownKept: KeptRunDetail | null;
  readonly redrawn: 'same' | 'other' | null;
  /** A kept run beside the one shown. */
  readonly compared: KeptRunDetail | null;
  /** R7.2o null until they are asked for. */
  readonly marketMonths: readonly ObservedMonth[] | null;
  set(change: Partial<Omit<MonteCarloState, 'set'>>): void;
}

export const noRun = {
  run: null,
  draw: null,
  scatter: null,
  shownKept: null,
  redrawn: null,
  compared: null,
  conversion: null,
} as const;

/** What the Monte Carlo panels show of the site on screen. */
export const useMonteCarlo = create<MonteCarloState>((set) => ({
  siteId: null,
  settings: null,
  defaults: null,
  settingsVersion: 0,
  ...noRun,
  scatterFigures: { x: 'btcPrice', y: 'gain' },
  kept: [],
  marketMonths: null,
  set: (change) => set(change),
}));
