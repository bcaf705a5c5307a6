import { resolve } from 'node:path';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { exportPortfolio, type ExportForm } from '../exchange/exportPortfolio.ts';
import {
  languageOption,
  outOption,
  portfolioOption,
  readNamedOptions,
  requiredOption,
  textOption,
} from './options.ts';

const forms: readonly ExportForm[] = ['json', 'csv', 'xlsx'];

/** P30 Hands the whole portfolio out; CSV goes to a folder that is not there yet. */
export async function exportCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(args, ['portfolio', 'out', 'lang'], forms);
  const asked = forms.filter((form) => options.values[form] === true);
  const [form] = asked;
  if (form === undefined || asked.length > 1)
    throw new UserFacingError('cli.usage', { problem: '--json | --csv | --xlsx' });
  const language = textOption(options, 'lang') === undefined ? 'en' : languageOption(options);
  const out = form === 'csv' ? resolve(requiredOption(options, 'out')) : outOption(options, `.${form}`);
  const portfolio = portfolioOption(options);
  try {
    await exportPortfolio(portfolio, form, out, { language, now: new Date().toISOString() });
    process.stdout.write(`${out}\n`);
  } finally {
    portfolio.db.close();
  }
}
