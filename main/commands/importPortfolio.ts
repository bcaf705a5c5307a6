import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { importPortfolio } from '../portfolio/importPortfolio.ts';
import { importSheet } from './importSheet.ts';
import { newFileOption, readOptions, requiredOption } from './options.ts';

/**
 * Makes a portfolio file of an exported document; an existing file is never replaced. P47 With a sheet it says what the
 * sheet proposes for the portfolio it came from.
 */
export async function importCommand(args: readonly string[]): Promise<void> {
  const options = readOptions(args, ['json', 'out', 'into', 'accept'], ['proposals']);
  const [sheet, extra] = options.positionals;
  if (extra !== undefined) throw new UserFacingError('cli.usage', { problem: extra });
  if (sheet !== undefined) return importSheet(resolve(sheet), options);
  const json = resolve(requiredOption(options, 'json'));
  const out = newFileOption(options);
  if (!existsSync(json)) throw new UserFacingError('file.notFound', { path: json });
  importPortfolio(json, out);
  process.stdout.write(`${out}\n`);
}
