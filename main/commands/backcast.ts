import { UserFacingError } from '../../shared/ipc/result.ts';
import { backcastDocument } from '../analysis/backcastDocument.ts';
import { backcast } from '../analysis/backcastView.ts';
import { userVersion } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { findCompany } from '../db/repositories/companyRepository.ts';
import { portfolioOption, readNamedOptions, textOption } from './options.ts';

export async function backcastCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(args, ['portfolio', 'company'], ['json']);
  if (options.values['json'] !== true) throw new UserFacingError('cli.usage', { problem: '--json' });
  const companyId = textOption(options, 'company');
  const { path, db } = portfolioOption(options);
  try {
    const [found, known] = [userVersion(db), migrations.at(-1)?.version ?? 0];
    // The command line only reads, so it cannot upgrade; tables of the back-cast would be missing.
    if (found < known) throw new UserFacingError('db.olderSchema', { path, found: String(found) });
    if (companyId !== undefined && !findCompany(db, companyId))
      throw new UserFacingError('company.unknown', { id: companyId });
    const document = backcastDocument(companyId, backcast(db, companyId));
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } finally {
    db.close();
  }
}
