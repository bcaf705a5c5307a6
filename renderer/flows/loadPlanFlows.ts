import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { StrategyKind } from '../../shared/engine/strategy/verdict.ts';
import { useApp } from '../store/appStore.ts';
import { evaluatePlanFlows } from '../workers/evaluation.ts';

/** Takes the chosen strategy of a site apart. */
export async function loadPlanFlows(evidence: SiteEvidence, strategy: StrategyKind): Promise<void> {
  const planFlows = await evaluatePlanFlows(evidence, strategy);
  // An edit or another site may have come between.
  if (useApp.getState().evidence === evidence) useApp.getState().set({ planFlows });
}
