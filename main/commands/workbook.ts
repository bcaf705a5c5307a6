import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { analyseSite } from '../../shared/engine/analysis/analyseSite.ts';
import { planFlows } from '../../shared/engine/analysis/planFlows.ts';
import { plannedStrategies } from '../../shared/engine/analysis/sitePlans.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { siteWorkbook } from '../../shared/workbook/siteWorkbook.ts';
import { defaultSeed, siteEvidence } from '../analysis/siteView.ts';
import { writeWhole } from '../exchange/writeWhole.ts';
import { workbookBytes } from '../exchange/writeWorkbook.ts';
import {
  asOfOption,
  languageOption,
  portfolioOption,
  readOptions,
  requiredOption,
  seedOption,
} from './options.ts';

/** P30 Writes a site's analysis as a workbook with live formulas. */
export async function workbookCommand(args: readonly string[]): Promise<void> {
  const options = readOptions(args, ['portfolio', 'site', 'lang', 'out', 'seed', 'as-of'], []);
  const language = languageOption(options);
  const id = requiredOption(options, 'site');
  const out = resolve(requiredOption(options, 'out'));
  if (!existsSync(dirname(out))) throw new UserFacingError('file.notWritable', { path: out });
  const { valuationMonth } = asOfOption(options);
  const seed = seedOption(options, defaultSeed);
  const { db } = portfolioOption(options);
  try {
    const evidence = siteEvidence(db, id, valuationMonth === undefined ? { seed } : { seed, valuationMonth });
    const plans = plannedStrategies.flatMap((strategy) => planFlows(evidence, strategy) ?? []);
    const spec = siteWorkbook({ evidence, analysis: analyseSite(evidence), plans, language });
    writeWhole(out, await workbookBytes(spec, new Date().toISOString()));
    process.stdout.write(`${out}\n`);
  } finally {
    db.close();
  }
}
