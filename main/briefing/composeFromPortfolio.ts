import type { BriefingOrder } from '../../shared/domain/briefing.ts';
import { composeCompanyBriefing } from '../../shared/briefing/composeCompanyBriefing.ts';
import { composeSiteBriefing } from '../../shared/briefing/composeSiteBriefing.ts';
import { analyseSite } from '../../shared/engine/analysis/analyseSite.ts';
import { siteRisk } from '../../shared/engine/risk/sensitivity.ts';
import { engineVersion } from '../../shared/engine/version.ts';
import { appVersion } from '../appVersion.ts';
import { backcastPage } from '../analysis/backcastPage.ts';
import { claimsFacts } from '../analysis/claimsView.ts';
import { observedRanges } from '../analysis/observedRanges.ts';
import { comparedWithLast } from '../analysis/comparedWithLast.ts';
import { companyDetail } from '../analysis/companyView.ts';
import { openFaultsOf } from '../analysis/healthView.ts';
import { companyRun, siteDetail, siteEvidence, type EvidenceOptions } from '../analysis/siteView.ts';
import { keptRunOfData } from '../db/repositories/monteCarloRepository.ts';
import type { ReadableDb } from '../db/access.ts';
import { portfolioInfo } from '../portfolio/portfolioInfo.ts';

export interface BriefingWish {
  readonly subject: { readonly kind: 'company' | 'site'; readonly id: string };
  readonly language: 'de' | 'en';
  readonly author: string;
  readonly disclosures: string;
  readonly issue: boolean;
  readonly today: string;
  readonly evidence: EvidenceOptions;
}

/** A briefing composed without a page: what the command line prints is what the application prints. */
export function composeFromPortfolio(db: ReadableDb, path: string, wish: BriefingWish): BriefingOrder {
  const portfolio = portfolioInfo(db, path, { appVersion, engineVersion });
  const { language, author, disclosures, issue, today } = wish;
  const claims = claimsFacts(db);
  const clock = { ...portfolio.staleness, today };
  const rest = { portfolio, claims, language, author, disclosures, issue, today };
  const order = { issue, author, disclosures, seed: wish.evidence.seed, engineVersion };
  if (wish.subject.kind === 'site') {
    const evidence = siteEvidence(db, wish.subject.id, wish.evidence);
    const analysis = analyseSite(evidence);
    const site = siteDetail(db, wish.subject.id);
    const company = companyDetail(db, evidence.companyId);
    const since = comparedWithLast(db, wish.subject, [evidence]);
    const faults = openFaultsOf(db, wish.subject, [wish.subject.id], clock);
    const risk = siteRisk(evidence, observedRanges(db));
    const monteCarlo = keptRunOfData(db, evidence.siteId, evidence.dataHash);
    const content = composeSiteBriefing({
      evidence,
      analysis,
      site,
      company,
      since,
      faults,
      risk,
      monteCarlo,
      ...rest,
    });
    const { runId, dataHash } = evidence;
    return { content, ...order, runId, dataHash, evidence: [evidence], results: [analysis] };
  }
  const company = companyDetail(db, wish.subject.id);
  const run = companyRun(
    db,
    company.sites.map(({ id }) => id),
    wish.evidence,
  );
  const sites = run.evidence.map((evidence) => ({
    evidence,
    analysis: analyseSite(evidence),
    detail: siteDetail(db, evidence.siteId),
  }));
  const since = comparedWithLast(db, wish.subject, run.evidence);
  const siteIds = company.sites.map(({ id }) => id);
  const faults = openFaultsOf(db, wish.subject, siteIds, clock);
  const backcast = backcastPage(db);
  const content = composeCompanyBriefing({
    company,
    sites,
    run,
    since,
    backcast,
    faults,
    ...rest,
  });
  const { runId, dataHash, evidence } = run;
  return {
    content,
    ...order,
    runId,
    dataHash,
    evidence: [...evidence],
    results: sites.map(({ analysis }) => analysis),
  };
}
