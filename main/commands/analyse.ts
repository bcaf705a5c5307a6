import { analyseSite } from '../../shared/engine/analysis/analyseSite.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { analysisDocument } from '../analysis/analysisDocument.ts';
import { defaultSeed, siteEvidence } from '../analysis/siteView.ts';
import { findCompany } from '../db/repositories/companyRepository.ts';
import { listSites } from '../db/repositories/siteRepository.ts';
import { currencyOption, currencyOptionNames } from './currencyOption.ts';
import { asOfOption, portfolioOption, readNamedOptions, seedOption, subjectOption } from './options.ts';

export async function analyseCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(
    args,
    ['portfolio', 'company', 'site', 'seed', 'as-of', ...currencyOptionNames],
    ['json'],
  );
  if (options.values['json'] !== true) throw new UserFacingError('cli.usage', { problem: '--json' });
  const subject = subjectOption(options);
  const { valuationMonth } = asOfOption(options);
  const rate = currencyOption(options);
  const seed = seedOption(options, defaultSeed);
  const { db } = portfolioOption(options);
  try {
    if (subject.kind === 'company' && !findCompany(db, subject.id))
      throw new UserFacingError('company.unknown', { id: subject.id });
    const ids = subject.kind === 'site' ? [subject.id] : listSites(db, subject.id).map(({ id }) => id);
    const evidence = ids.map((id) =>
      siteEvidence(db, id, valuationMonth === undefined ? { seed } : { seed, valuationMonth }),
    );
    const sites = evidence.map((one) => ({ evidence: one, analysis: analyseSite(one) }));
    process.stdout.write(`${JSON.stringify(analysisDocument(subject, sites, rate), null, 2)}\n`);
  } finally {
    db.close();
  }
}
