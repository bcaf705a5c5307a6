import type { SiteEvidence } from './evidence.ts';
import type { OwnPlanOutcome, SiteFigures } from './siteAnalysis.ts';

/** What is known of a plan's advantage, or why there is none: missing inputs, or no mining to keep. */
export type PlanAdvantage = number | 'missing' | 'notApplicable';

/**
 * R5.10 NPV of an own plan less NPV of keep mining [USD].
 * @param site a site that hosts AI only has no mining to keep, so that nothing is missing there
 */
export function planAdvantage(
  outcome: OwnPlanOutcome,
  { strategies }: Pick<SiteFigures, 'strategies'>,
  site: Pick<SiteEvidence, 'currentUse'>,
): PlanAdvantage {
  const keep = strategies.find(({ kind }) => kind === 'keepMining');
  if (keep?.computable) return outcome.computable ? outcome.figures.npvUsd - keep.figures.npvUsd : 'missing';
  return site.currentUse === 'ai' ? 'notApplicable' : 'missing';
}
