import { UserFacingError } from '../../shared/ipc/result.ts';
import { backcastDocument } from '../analysis/backcastDocument.ts';
import { backcast } from '../analysis/backcastView.ts';
import { findCompany } from '../db/repositories/companyRepository.ts';
import { newestSchemaOnly, portfolioOption, readNamedOptions, textOption } from './options.ts';

export async function backcastCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(args, ['portfolio', 'company'], ['json']);
  if (options.values['json'] !== true) throw new UserFacingError('cli.usage', { problem: '--json' });
  const companyId = textOption(options, 'company');
  const { path, db } = portfolioOption(options);
  try {
    newestSchemaOnly(path, db);
    if (companyId !== undefined && !findCompany(db, companyId))
      throw new UserFacingError('company.unknown', { id: companyId });
    const document = backcastDocument(companyId, backcast(db, companyId));
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } finally {
    db.close();
  }
}
