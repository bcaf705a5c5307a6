import type { CompanyAlliance } from '../../shared/engine/analysis/companyAlliance.ts';
import type { CompanyFigures } from '../../shared/engine/analysis/companyFigures.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { PlanComparison } from '../../shared/engine/analysis/comparePlans.ts';
import type { PlanFlows, PlanRef } from '../../shared/engine/analysis/planFlows.ts';
import type {
  AnalysisFlip,
  SiteAnalysis,
  SiteFigures,
  SiteViews,
} from '../../shared/engine/analysis/siteAnalysis.ts';
import type { CalculationQuestion, Explanation } from '../../shared/engine/explain/explanation.ts';
import type { SiteTrial } from '../../shared/engine/claims/siteTrial.ts';
import type { SiteChanges } from '../../shared/engine/changes/siteChanges.ts';
import type { ComparedSite, SiteDifference } from '../../shared/engine/changes/siteDifference.ts';
import type { FaultEffect } from '../../shared/engine/health/faultEffect.ts';
import type { RiskAnswers, RiskProgress, RiskQuestion } from '../../shared/ipc/riskProtocol.ts';
import type { EvaluationAnswer, EvaluationRequest, FaultySite } from '../../shared/ipc/workerProtocol.ts';

/** The figures come first, then the views; the flip values take about twenty times as long and follow. */
export interface Evaluation {
  readonly figures: Promise<SiteFigures>;
  readonly views: Promise<SiteViews>;
  readonly whole: Promise<SiteAnalysis>;
}

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, (answer: EvaluationAnswer) => void>();

function running(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./evaluation.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<EvaluationAnswer>) =>
    waiting.get(data.id)?.(data),
  );
  return worker;
}

/** A question of risk: its answer, null where it was stopped, and the way to stop it. */
export interface AskedRisk<Answer> {
  readonly answer: Promise<Answer | null>;
  stop(): void;
}

/** R7.1 Asks about a site's risk; the newest question is computed first, and progress is told by the part. */
export function evaluateRisk<Question extends RiskQuestion>(
  question: Question,
  onProgress: (progress: RiskProgress) => void,
): AskedRisk<RiskAnswers[Question['about']]> {
  lastId += 1;
  const id = lastId;
  const answer = new Promise<RiskAnswers[Question['about']] | null>((resolve) => {
    waiting.set(id, ({ risk }) => {
      if (risk?.progress) onProgress(risk.progress);
      if (!risk?.isStopped && risk?.answer === undefined) return;
      waiting.delete(id);
      // The answer belongs to the question by its id.
      resolve((risk.answer as RiskAnswers[Question['about']] | undefined) ?? null);
    });
  });
  running().postMessage({ id, kind: 'risk', question } satisfies EvaluationRequest);
  return {
    answer,
    stop: () => running().postMessage({ id, kind: 'stopRisk' } satisfies EvaluationRequest),
  };
}

function askWorker(request: (id: number) => EvaluationRequest): {
  readonly part: <Part>(of: (answer: EvaluationAnswer) => Part | undefined) => Promise<Part>;
} {
  lastId += 1;
  const id = lastId;
  const listeners: ((answer: EvaluationAnswer) => void)[] = [];
  waiting.set(id, (answer) => {
    for (const listener of listeners) listener(answer);
    const { flips, company, companyAlliance, sites, trials, changes, differences } = answer;
    const { plan, comparison, calculation, effects } = answer;
    const last = [
      flips,
      company,
      companyAlliance,
      sites,
      trials,
      changes,
      differences,
      plan,
      comparison,
      calculation,
      effects,
    ];
    if (last.some((part) => part !== undefined)) waiting.delete(id);
  });
  running().postMessage(request(id));
  return {
    part: (of) =>
      new Promise((resolve) => {
        listeners.push((answer) => {
          const part = of(answer);
          if (part !== undefined) resolve(part);
        });
      }),
  };
}

/** Analyses a site off the page's thread. */
export function evaluate(evidence: SiteEvidence): Evaluation {
  const { part } = askWorker((id) => ({ id, kind: 'site', evidence }));
  const figures = part(({ figures: found }) => found);
  const views = part(({ views: found }) => found);
  const flips = part<readonly AnalysisFlip[]>(({ flips: found }) => found);
  return {
    figures,
    views,
    // The same order of keys as in the engine: the page and the command line write the same file.
    whole: Promise.all([figures, views, flips]).then(([known, beside, found]) => ({
      ...known,
      ...beside,
      flips: found,
    })),
  };
}

/** Takes one plan of a site apart, off the page's thread; null where it cannot be computed. */
export function evaluatePlanFlows(evidence: SiteEvidence, plan: PlanRef): Promise<PlanFlows | null> {
  return askWorker((id) => ({ id, kind: 'plan', evidence, plan })).part(({ plan: flows }) => flows);
}

/** Compares two plans of a site, off the page's thread; null where one of them cannot be computed. */
export function evaluateComparison(
  evidence: SiteEvidence,
  a: PlanRef,
  b: PlanRef,
): Promise<PlanComparison | null> {
  return askWorker((id) => ({ id, kind: 'comparison', evidence, a, b })).part(({ comparison }) => comparison);
}

/** Takes one number apart, one level deep, off the page's thread; null where there is no such number. */
export function evaluateCalculation(
  question: CalculationQuestion,
  path: readonly string[],
): Promise<Explanation | null> {
  return askWorker((id) => ({ id, kind: 'calculation', question, path })).part(
    ({ calculation }) => calculation,
  );
}

/** Sums the strategies of a company over its sites, off the page's thread. */
export function evaluateCompany(evidence: readonly SiteEvidence[]): Promise<CompanyFigures> {
  return askWorker((id) => ({ id, kind: 'company', evidence })).part(({ company }) => company);
}

/** R5.23 A company's alliances from both sides, off the page's thread; null where it has none. */
export function evaluateCompanyAlliance(evidence: readonly SiteEvidence[]): Promise<CompanyAlliance | null> {
  return askWorker((id) => ({ id, kind: 'companyAlliance', evidence })).part(
    ({ companyAlliance }) => companyAlliance,
  );
}

/** P12 The figures of several sites, with their sums where they are a company's, off the page's thread. */
export function evaluateSites(
  evidence: readonly SiteEvidence[],
  isSummed: boolean,
): Promise<{ readonly figures: readonly SiteFigures[]; readonly sums: CompanyFigures | null }> {
  return askWorker((id) => ({ id, kind: 'sites', evidence, isSummed })).part(({ sites }) => sites);
}

/** P61 What some sites say to the claims, off the page's thread. */
export function evaluateTrials(evidence: readonly SiteEvidence[]): Promise<readonly SiteTrial[]> {
  return askWorker((id) => ({ id, kind: 'trials', evidence })).part(({ trials }) => trials);
}

/** P44 What changed at a site since an issued briefing and what explains it, off the page's thread. */
export function evaluateChanges(site: ComparedSite): Promise<SiteChanges> {
  return askWorker((id) => ({ id, kind: 'changes', site })).part(({ changes }) => changes);
}

/** P44 What changed at some sites since an issued briefing, off the page's thread. */
export function evaluateDifferences(sites: readonly ComparedSite[]): Promise<readonly SiteDifference[]> {
  return askWorker((id) => ({ id, kind: 'differences', sites })).part(({ differences }) => differences);
}

/** R5.20 What the faults of some sites do to their results, off the page's thread. */
export function evaluateFaults(sites: readonly FaultySite[]): Promise<readonly (readonly FaultEffect[])[]> {
  return askWorker((id) => ({ id, kind: 'faults', sites })).part(({ effects }) => effects);
}
