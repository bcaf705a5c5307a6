import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { importPortfolio } from '../portfolio/importPortfolio.ts';
import { newFileOption, readNamedOptions, requiredOption } from './options.ts';

/** Makes a portfolio file of an exported document; an existing file is never replaced. */
export async function importCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(args, ['json', 'out'], []);
  const json = resolve(requiredOption(options, 'json'));
  const out = newFileOption(options);
  if (!existsSync(json)) throw new UserFacingError('file.notFound', { path: json });
  importPortfolio(json, out);
  process.stdout.write(`${out}\n`);
}
