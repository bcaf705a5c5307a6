import { existsSync, readFileSync } from 'node:fs';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { defaultSeed } from '../analysis/siteView.ts';
import { composeFromPortfolio } from '../briefing/composeFromPortfolio.ts';
import { printOrder } from '../briefing/printBriefing.ts';
import { staleness } from '../db/repositories/settingRepository.ts';
import { createPrinter } from '../hosts/chromium/createPrinter.ts';
import {
  asOfOption,
  languageOption,
  newestSchemaOnly,
  portfolioOption,
  readNamedOptions,
  outOption,
  scenarioOption,
  seedOption,
  subjectOption,
  textOption,
  todayOption,
  type Options,
} from './options.ts';

function disclosureOption(options: Options): string {
  const file = textOption(options, 'disclosure');
  if (file === undefined) return '';
  if (!existsSync(file)) throw new UserFacingError('file.notFound', { path: file });
  return readFileSync(file, 'utf8').trim();
}

/**
 * Writes a briefing as PDF. From the command line it stays a draft: issuing freezes a briefing in the portfolio, and
 * the command line opens portfolios for reading only.
 */
export async function briefingCommand(args: readonly string[]): Promise<void> {
  const texts = [
    'portfolio',
    'company',
    'site',
    'lang',
    'out',
    'scenario',
    'seed',
    'author',
    'disclosure',
    'as-of',
    'today',
  ];
  const options = readNamedOptions(args, texts, []);
  const language = languageOption(options);
  const subject = subjectOption(options);
  const out = outOption(options, '.pdf');
  const asOf = asOfOption(options);
  const seed = seedOption(options, defaultSeed);
  const author = textOption(options, 'author') ?? '';
  const disclosures = disclosureOption(options);
  const { path, db } = portfolioOption(options);
  try {
    newestSchemaOnly(path, db);
    const today = todayOption(options, staleness(db).today);
    const evidence = { seed, ...scenarioOption(options, db), ...asOf };
    const order = composeFromPortfolio(db, path, {
      subject,
      language,
      author,
      disclosures,
      issue: false,
      today,
      evidence,
    });
    const printed = await printOrder(() => db, createPrinter(), order, out, new Date().toISOString());
    process.stdout.write(`${printed.path}\n${order.content.title}\n`);
    for (const { label, value, unit, basis } of order.content.five)
      process.stdout.write(`${label}: ${value} ${unit} (${basis})\n`);
  } finally {
    db.close();
  }
}
