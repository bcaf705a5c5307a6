import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { PlanRef } from '../../shared/engine/analysis/planFlows.ts';
import { useApp } from '../store/appStore.ts';
import { evaluateComparison, evaluatePlanFlows } from '../workers/evaluation.ts';

/** An edit or another site may have come between a question and its answer. */
function isStillAsked(evidence: SiteEvidence): boolean {
  return useApp.getState().evidence === evidence;
}

/** Takes the chosen plan of a site apart. */
export async function loadPlanFlows(evidence: SiteEvidence, plan: PlanRef): Promise<void> {
  const flows = await evaluatePlanFlows(evidence, plan);
  if (isStillAsked(evidence)) useApp.getState().set({ planFlows: { plan, flows } });
}

/** Compares two plans of a site. */
export async function loadComparison(evidence: SiteEvidence, a: PlanRef, b: PlanRef): Promise<void> {
  const comparison = await evaluateComparison(evidence, a, b);
  if (isStillAsked(evidence)) useApp.getState().set({ comparison });
}
