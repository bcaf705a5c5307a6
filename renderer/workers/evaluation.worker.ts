import { siteFigures } from '../../shared/engine/analysis/analyseSite.ts';
import { companyFigures } from '../../shared/engine/analysis/companyFigures.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { AnalysisFlip, SiteFigures } from '../../shared/engine/analysis/siteAnalysis.ts';
import { flipKeys, siteFlip } from '../../shared/engine/analysis/siteFlips.ts';
import { comparePlans } from '../../shared/engine/analysis/comparePlans.ts';
import { flowsOfPlan } from '../../shared/engine/analysis/planFlows.ts';
import { siteTrial, type SiteTrial } from '../../shared/engine/claims/siteTrial.ts';
import { explain } from '../../shared/engine/explain/explanation.ts';
import type { EvaluationRequest } from '../../shared/ipc/workerProtocol.ts';

/** Lets a newer question in: its figures do not wait for an older one's flip values. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function answerSite(id: number, evidence: SiteEvidence): Promise<void> {
  const figures = siteFigures(evidence);
  self.postMessage({ id, figures });
  const flips: AnalysisFlip[] = [];
  for (const key of flipKeys) {
    await nextTask();
    flips.push(...[siteFlip(evidence, figures, key)].filter((flip) => flip !== undefined));
  }
  self.postMessage({ id, flips });
}

async function answerCompany(id: number, evidence: readonly SiteEvidence[]): Promise<void> {
  const sites: SiteFigures[] = [];
  for (const one of evidence) {
    await nextTask();
    sites.push(siteFigures(one));
  }
  self.postMessage({ id, company: companyFigures(sites) });
}

async function answerTrials(id: number, evidence: readonly SiteEvidence[]): Promise<void> {
  const trials: SiteTrial[] = [];
  for (const one of evidence) {
    await nextTask();
    trials.push(siteTrial(one, siteFigures(one)));
  }
  self.postMessage({ id, trials });
}

// The page never waits for mathematics: it is done here.
self.addEventListener('message', ({ data }: MessageEvent<EvaluationRequest>) => {
  if (data.kind === 'site') void answerSite(data.id, data.evidence);
  else if (data.kind === 'company') void answerCompany(data.id, data.evidence);
  else if (data.kind === 'trials') void answerTrials(data.id, data.evidence);
  else if (data.kind === 'plan')
    self.postMessage({ id: data.id, plan: flowsOfPlan(data.evidence, data.plan) ?? null });
  else if (data.kind === 'calculation')
    self.postMessage({
      id: data.id,
      calculation: explain(data.evidence, data.plan, data.subject, data.path) ?? null,
    });
  else
    self.postMessage({
      id: data.id,
      comparison: comparePlans(data.evidence, data.a, data.b) ?? null,
    });
});
