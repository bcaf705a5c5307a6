import { siteFigures, siteViews } from '../../shared/engine/analysis/analyseSite.ts';
import { allianceView, type AllianceView } from '../../shared/engine/analysis/alliance/allianceView.ts';
import { companyAlliance } from '../../shared/engine/analysis/companyAlliance.ts';
import { companyFigures } from '../../shared/engine/analysis/companyFigures.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { createSiteCaches } from '../../shared/engine/analysis/siteCaches.ts';
import type { AnalysisFlip, SiteFigures } from '../../shared/engine/analysis/siteAnalysis.ts';
import { flipKeys, siteFlip } from '../../shared/engine/analysis/siteFlips.ts';
import { comparePlans } from '../../shared/engine/analysis/comparePlans.ts';
import { planFlows } from '../../shared/engine/analysis/planFlows.ts';
import { siteTrial, type SiteTrial } from '../../shared/engine/claims/siteTrial.ts';
import { siteChanges } from '../../shared/engine/changes/siteChanges.ts';
import {
  siteDifference,
  type ComparedSite,
  type SiteDifference,
} from '../../shared/engine/changes/siteDifference.ts';
import { explain } from '../../shared/engine/explain/explanation.ts';
import { faultEffects, type FaultEffect } from '../../shared/engine/health/faultEffect.ts';
import { createRiskAnswers } from './riskAnswers.ts';
import type { EvaluationRequest, FaultySite } from '../../shared/ipc/workerProtocol.ts';

// After an edit only what depends on it is evaluated again.
const caches = createSiteCaches();
const risk = createRiskAnswers(caches, (id, message) => self.postMessage({ id, risk: message }));

/** Lets a newer question in: its figures do not wait for an older one's flip values. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function answerSite(id: number, evidence: SiteEvidence): Promise<void> {
  const cache = caches.of(evidence.siteId);
  const figures = siteFigures(evidence, cache);
  self.postMessage({ id, figures });
  await nextTask();
  self.postMessage({ id, views: siteViews(evidence, cache) });
  const flips: AnalysisFlip[] = [];
  for (const key of flipKeys) {
    await nextTask();
    flips.push(...[siteFlip(evidence, figures, key, cache)].filter((flip) => flip !== undefined));
  }
  self.postMessage({ id, flips });
}

async function answerCompany(id: number, evidence: readonly SiteEvidence[]): Promise<void> {
  const sites: SiteFigures[] = [];
  for (const one of evidence) {
    await nextTask();
    sites.push(siteFigures(one, caches.of(one.siteId)));
  }
  self.postMessage({ id, company: companyFigures(sites) });
}

async function answerCompanyAlliance(id: number, evidence: readonly SiteEvidence[]): Promise<void> {
  const sites: SiteFigures[] = [];
  const views = new Map<string, AllianceView>();
  for (const one of evidence) {
    await nextTask();
    const cache = caches.of(one.siteId);
    sites.push(siteFigures(one, cache));
    views.set(one.siteId, allianceView(one, cache));
  }
  self.postMessage({ id, companyAlliance: companyAlliance(sites, (siteId) => views.get(siteId)) });
}

async function answerSites(id: number, evidence: readonly SiteEvidence[], isSummed: boolean): Promise<void> {
  const figures: SiteFigures[] = [];
  for (const one of evidence) {
    await nextTask();
    figures.push(siteFigures(one, caches.of(one.siteId)));
  }
  self.postMessage({ id, sites: { figures, sums: isSummed ? companyFigures(figures) : null } });
}

async function answerTrials(id: number, evidence: readonly SiteEvidence[]): Promise<void> {
  const trials: SiteTrial[] = [];
  for (const one of evidence) {
    await nextTask();
    trials.push(siteTrial(one, siteFigures(one)));
  }
  self.postMessage({ id, trials });
}

async function answerDifferences(id: number, sites: readonly ComparedSite[]): Promise<void> {
  const differences: SiteDifference[] = [];
  for (const one of sites) {
    await nextTask();
    differences.push(siteDifference(one, caches.of(one.after.siteId)));
  }
  self.postMessage({ id, differences });
}

async function answerFaults(id: number, sites: readonly FaultySite[]): Promise<void> {
  const effects: FaultEffect[][] = [];
  for (const { evidence, faults } of sites) {
    await nextTask();
    effects.push(faultEffects(evidence, faults));
  }
  self.postMessage({ id, effects });
}

// The page never waits for mathematics: it is done here.
self.addEventListener('message', ({ data }: MessageEvent<EvaluationRequest>) => {
  if (data.kind === 'site') void answerSite(data.id, data.evidence);
  else if (data.kind === 'company') void answerCompany(data.id, data.evidence);
  else if (data.kind === 'companyAlliance') void answerCompanyAlliance(data.id, data.evidence);
  else if (data.kind === 'sites') void answerSites(data.id, data.evidence, data.isSummed);
  else if (data.kind === 'trials') void answerTrials(data.id, data.evidence);
  else if (data.kind === 'changes')
    self.postMessage({ id: data.id, changes: siteChanges(data.site, caches.of(data.site.after.siteId)) });
  else if (data.kind === 'differences') void answerDifferences(data.id, data.sites);
  else if (data.kind === 'faults') void answerFaults(data.id, data.sites);
  else if (data.kind === 'risk') risk.answer(data.id, data.question);
  else if (data.kind === 'stopRisk') risk.stop(data.id);
  else if (data.kind === 'plan')
    self.postMessage({
      id: data.id,
      plan: planFlows(data.evidence, data.plan, caches.of(data.evidence.siteId)) ?? null,
    });
  else if (data.kind === 'calculation')
    self.postMessage({
      id: data.id,
      calculation:
        explain(data.question, data.path, (one) => siteFigures(one, caches.of(one.siteId))) ?? null,
    });
  else
    self.postMessage({
      id: data.id,
      comparison: comparePlans(data.evidence, data.a, data.b, caches.of(data.evidence.siteId)) ?? null,
    });
});
