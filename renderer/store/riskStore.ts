import { create } from 'zustand';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { BreakEven, BreakEvenCurve } from '../../shared/engine/risk/breakEven.ts';
import type { SiteGrid } from '../../shared/engine/risk/riskGrid.ts';
import type { RiskResult } from '../../shared/engine/risk/riskResult.ts';
import type { SiteSwings } from '../../shared/engine/risk/tornado.ts';
import type { VerdictFlips } from '../../shared/engine/risk/verdictFlip.ts';
import type { RiskProgress, RiskQuestion } from '../../shared/ipc/riskProtocol.ts';

/** One question of risk that is being computed. */
export interface RunningRisk {
  readonly about: RiskQuestion['about'];
  readonly progress: RiskProgress | null;
  stop(): void;
}

interface RiskAnswersOfSite {
  /** R7.1 What the answers belong to: an edit of the site makes them old. */
  readonly evidence: SiteEvidence | null;
  readonly swings: SiteSwings | null;
  readonly flips: VerdictFlips | null;
  readonly grid: SiteGrid | null;
  readonly breakEven: BreakEven | null;
  readonly curve: BreakEvenCurve | null;
  readonly running: readonly RunningRisk[];
  readonly isStopped: boolean;
}

interface RiskState extends RiskAnswersOfSite {
  /** The result chosen; null is the one looked at first. */
  readonly result: RiskResult | null;
  set(change: Partial<Omit<RiskState, 'set'>>): void;
}

export const noRiskAnswers: RiskAnswersOfSite = {
  evidence: null,
  swings: null,
  flips: null,
  grid: null,
  breakEven: null,
  curve: null,
  running: [],
  isStopped: false,
};

/** What the risk tab shows of the site on screen. */
export const useRisk = create<RiskState>((set) => ({
  ...noRiskAnswers,
  result: null,
  set: (change) => set(change),
}));
