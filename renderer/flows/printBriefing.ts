import { composeCompanyBriefing } from '../../shared/briefing/composeCompanyBriefing.ts';
import { composeSiteBriefing } from '../../shared/briefing/composeSiteBriefing.ts';
import type { BriefingOrder } from '../../shared/domain/briefing.ts';
import { clockOf } from '../store/clock.ts';
import { useApp } from '../store/appStore.ts';
import { evaluate } from '../workers/evaluation.ts';
import { comparedWithLast } from './compareBriefing.ts';
import { openFaults } from './checkHealth.ts';
import { siteRiskOf } from './loadRisk.ts';
import { ask } from './navigation.ts';

export interface BriefingChoice {
  readonly language: 'de' | 'en';
  readonly author: string;
  readonly disclosures: string;
  readonly issue: boolean;
}

async function siteOrder(choice: BriefingChoice): Promise<BriefingOrder | undefined> {
  const { portfolio, site, company, evidence } = useApp.getState();
  if (!portfolio || !site || !company || !evidence) return undefined;
  const [analysis, claims, since, faults, risk, monteCarlo] = await Promise.all([
    evaluate(evidence).whole,
    ask('claims.read', {}),
    comparedWithLast({ kind: 'site', id: evidence.siteId }, [evidence]),
    openFaults(null, [site.row.id]),
    siteRiskOf(evidence),
    ask('monteCarlo.ofData', { siteId: evidence.siteId, dataHash: evidence.dataHash }),
  ]);
  if (!claims || since === null || !faults || !risk || monteCarlo === undefined) return undefined;
  const content = composeSiteBriefing({
    evidence,
    analysis,
    site,
    company,
    claims,
    since,
    faults,
    risk,
    monteCarlo,
    portfolio,
    today: clockOf(portfolio).today,
    ...choice,
  });
  const { runId, dataHash, seed } = evidence;
  const { author, disclosures, issue } = choice;
  return {
    content,
    issue,
    author,
    disclosures,
    runId,
    seed,
    dataHash,
    engineVersion: analysis.engineVersion,
    evidence: [evidence],
    results: [analysis],
  };
}

async function companyOrder(choice: BriefingChoice): Promise<BriefingOrder | undefined> {
  const { portfolio, company } = useApp.getState();
  if (!portfolio || !company) return undefined;
  const [run, claims, backcast, faults] = await Promise.all([
    ask('company.run', { id: company.row.id }),
    ask('claims.read', {}),
    ask('backcast.read', {}),
    openFaults(
      company.row.id,
      company.sites.map(({ id }) => id),
    ),
  ]);
  if (!run || !claims || !backcast || !faults) return undefined;
  const sites = await Promise.all(
    run.evidence.map(async (evidence) => {
      const [analysis, detail] = await Promise.all([
        evaluate(evidence).whole,
        ask('site.read', { id: evidence.siteId }),
      ]);
      return detail ? [{ evidence, analysis, detail }] : [];
    }),
  ).then((found) => found.flat());
  const since = await comparedWithLast({ kind: 'company', id: company.row.id }, run.evidence);
  if (since === null) return undefined;
  const { runId, dataHash, seed } = run;
  const content = composeCompanyBriefing({
    company,
    sites,
    claims,
    faults,
    backcast,
    since,
    run,
    portfolio,
    today: clockOf(portfolio).today,
    ...choice,
  });
  const { author, disclosures, issue } = choice;
  return {
    content,
    issue,
    author,
    disclosures,
    runId,
    seed,
    dataHash,
    engineVersion: portfolio.engineVersion,
    evidence: sites.map(({ evidence }) => evidence),
    results: sites.map(({ analysis }) => analysis),
  };
}

/** Composes what is on screen, prints it, and tells where it lies. @returns whether a file was written */
export async function printBriefing(choice: BriefingChoice): Promise<boolean> {
  const { screen, set } = useApp.getState();
  const order = await (screen.name === 'site' ? siteOrder(choice) : companyOrder(choice));
  if (!order) return false;
  const printed = await ask('briefing.print', order);
  if (printed) set({ toast: { text: printed.path, isEdit: false } });
  return printed !== undefined && printed !== null;
}
