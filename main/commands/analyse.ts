import { mostPaths } from '../../shared/domain/monteCarlo.ts';
import { analyseSite, siteFigures } from '../../shared/engine/analysis/analyseSite.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { planFlows, plansOfSite } from '../../shared/engine/analysis/planFlows.ts';
import { analysisDocument, analysisJson } from '../../shared/exchange/analysisDocument.ts';
import { cashFlowExport, strategiesExport } from '../../shared/exchange/analysisTables.ts';
import { csvText } from '../../shared/exchange/exportTable.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { defaultSeed, siteEvidence } from '../analysis/siteView.ts';
import { findCompany } from '../db/repositories/companyRepository.ts';
import { listSites } from '../db/repositories/siteRepository.ts';
import { runMonteCarlo, usualSettings } from '../montecarlo/runMonteCarlo.ts';
import { writeWhole } from '../exchange/writeWhole.ts';
import { currencyOption, currencyOptionNames } from './currencyOption.ts';
import {
  asOfOption,
  languageOption,
  outOption,
  portfolioOption,
  readNamedOptions,
  scenarioOption,
  seedOption,
  wholeOption,
  subjectOption,
  textOption,
  type Options,
} from './options.ts';

const mostWorkers = 64;

type Form = 'json' | 'strategies' | 'cashflow';

function wrong(problem: string): UserFacingError {
  return new UserFacingError('cli.usage', { problem });
}

/** What is written: the whole as JSON, or one table as CSV, which has no place for amounts in a second currency. */
function formOption(options: Options): Form {
  const table = textOption(options, 'csv');
  if ((options.values['json'] === true) === (table !== undefined)) throw wrong('--json | --csv');
  if (table === undefined) return 'json';
  const converts = currencyOptionNames.find((name) => textOption(options, name) !== undefined);
  if (converts !== undefined) throw wrong(`--csv --${converts}`);
  if (table !== 'strategies' && table !== 'cashflow') throw wrong('--csv strategies | --csv cashflow');
  return table;
}

function csvOf(
  form: 'strategies' | 'cashflow',
  evidence: readonly SiteEvidence[],
  language: 'de' | 'en',
): string {
  const table =
    form === 'strategies'
      ? strategiesExport(
          evidence.map((one) => ({ evidence: one, analysis: siteFigures(one) })),
          language,
        )
      : cashFlowExport(
          evidence.map((one) => ({
            evidence: one,
            plans: plansOfSite(one).flatMap((plan) => planFlows(one, plan) ?? []),
          })),
          language,
        );
  return csvText(table);
}

/** Sites with their analyses and, where paths are asked for, what a simulation of each comes to (R7.2). */
async function analysed(
  evidence: readonly SiteEvidence[],
  paths: number | undefined,
  seed: number,
  workers: number,
) {
  const sites = [];
  for (const one of evidence) {
    const monteCarlo =
      paths === undefined
        ? {}
        : { monteCarlo: await runMonteCarlo(one, usualSettings(one, { seed, paths }), workers) };
    sites.push({ evidence: one, analysis: analyseSite(one), ...monteCarlo });
  }
  return sites;
}

/** P30 All strategies of one or more sites as JSON, or as a table; to a file or to the standard output. */
export async function analyseCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(
    args,
    [
      'portfolio',
      'company',
      'site',
      'scenario',
      'seed',
      'paths',
      'workers',
      'as-of',
      'csv',
      'lang',
      'out',
      ...currencyOptionNames,
    ],
    ['json'],
  );
  const form = formOption(options);
  const subject = subjectOption(options);
  const asOf = asOfOption(options);
  const rate = currencyOption(options);
  const seed = seedOption(options, defaultSeed);
  const paths = wholeOption(options, 'paths', mostPaths);
  const workers = wholeOption(options, 'workers', mostWorkers) ?? 1;
  if (paths !== undefined && form !== 'json') throw wrong('--csv --paths');
  const language = textOption(options, 'lang') === undefined ? 'en' : languageOption(options);
  const out =
    textOption(options, 'out') === undefined
      ? undefined
      : outOption(options, form === 'json' ? '.json' : '.csv');
  const { db } = portfolioOption(options);
  try {
    if (subject.kind === 'company' && !findCompany(db, subject.id))
      throw new UserFacingError('company.unknown', { id: subject.id });
    const ids = subject.kind === 'site' ? [subject.id] : listSites(db, subject.id).map(({ id }) => id);
    const asked = { seed, ...scenarioOption(options, db), ...asOf };
    const evidence = ids.map((id) => siteEvidence(db, id, asked));
    const written =
      form === 'json'
        ? analysisJson(analysisDocument(subject, await analysed(evidence, paths, seed, workers), rate))
        : csvOf(form, evidence, language);
    if (out === undefined) {
      process.stdout.write(written);
      return;
    }
    writeWhole(out, Buffer.from(written, 'utf8'));
    process.stdout.write(`${out}\n`);
  } finally {
    db.close();
  }
}
