import { analyseSite, siteFigures } from '../../shared/engine/analysis/analyseSite.ts';
import { planFlows, plansOfSite } from '../../shared/engine/analysis/planFlows.ts';
import { siteRisk } from '../../shared/engine/risk/sensitivity.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { backcastWorkbook } from '../../shared/workbook/backcastWorkbook.ts';
import { companyWorkbook } from '../../shared/workbook/companyWorkbook.ts';
import { siteWorkbook } from '../../shared/workbook/siteWorkbook.ts';
import type { WorkbookSpec } from '../../shared/workbook/workbookSpec.ts';
import { observedRanges } from '../analysis/observedRanges.ts';
import { backcastPage } from '../analysis/backcastPage.ts';
import { companyDetail } from '../analysis/companyView.ts';
import { companyRun, defaultSeed, siteEvidence, type EvidenceOptions } from '../analysis/siteView.ts';
import type { ReadableDb } from '../db/access.ts';
import { writeWhole } from '../exchange/writeWhole.ts';
import { workbookBytes } from '../exchange/writeWorkbook.ts';
import {
  asOfOption,
  languageOption,
  newestSchemaOnly,
  outOption,
  portfolioOption,
  readNamedOptions,
  scenarioOption,
  seedOption,
  subjectOption,
  textOption,
} from './options.ts';

type Language = 'de' | 'en';

function siteSpec(db: ReadableDb, id: string, options: EvidenceOptions, language: Language): WorkbookSpec {
  const evidence = siteEvidence(db, id, options);
  const plans = plansOfSite(evidence).flatMap((plan) => planFlows(evidence, plan) ?? []);
  const risk = siteRisk(evidence, observedRanges(db));
  return siteWorkbook({ evidence, analysis: analyseSite(evidence), plans, risk, language });
}

export function companySpec(
  db: ReadableDb,
  id: string,
  options: EvidenceOptions,
  language: Language,
): WorkbookSpec {
  const company = companyDetail(db, id);
  const run = companyRun(
    db,
    company.sites.map((site) => site.id),
    options,
  );
  const sites = run.evidence.map((evidence) => ({ evidence, analysis: siteFigures(evidence) }));
  return companyWorkbook({ company, run, sites, language });
}

/** P30 Writes a site, a company or the back-cast as a workbook with live formulas. */
export async function workbookCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(
    args,
    ['portfolio', 'site', 'company', 'lang', 'out', 'scenario', 'seed', 'as-of'],
    ['backcast'],
  );
  const language = languageOption(options);
  const isBackcast = options.values['backcast'] === true;
  // The back-cast has neither run nor valuation month, and is the portfolio's.
  const stray = ['site', 'company', 'scenario', 'seed', 'as-of'].find(
    (name) => textOption(options, name) !== undefined,
  );
  if (isBackcast && stray !== undefined) throw new UserFacingError('cli.usage', { problem: `--${stray}` });
  const subject = isBackcast ? undefined : subjectOption(options);
  const out = outOption(options, '.xlsx');
  const asOf = asOfOption(options);
  const seed = seedOption(options, defaultSeed);
  const { path, db } = portfolioOption(options);
  try {
    if (!subject) newestSchemaOnly(path, db);
    const evidence = { seed, ...scenarioOption(options, db), ...asOf };
    const spec = !subject
      ? backcastWorkbook(backcastPage(db), language)
      : subject.kind === 'site'
        ? siteSpec(db, subject.id, evidence, language)
        : companySpec(db, subject.id, evidence, language);
    writeWhole(out, await workbookBytes(spec, new Date().toISOString()));
    process.stdout.write(`${out}\n`);
  } finally {
    db.close();
  }
}
