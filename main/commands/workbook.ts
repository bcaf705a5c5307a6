import { analyseSite } from '../../shared/engine/analysis/analyseSite.ts';
import { planFlows } from '../../shared/engine/analysis/planFlows.ts';
import { plannedStrategies } from '../../shared/engine/analysis/sitePlans.ts';
import { siteWorkbook } from '../../shared/workbook/siteWorkbook.ts';
import { defaultSeed, siteEvidence } from '../analysis/siteView.ts';
import { writeWhole } from '../exchange/writeWhole.ts';
import { workbookBytes } from '../exchange/writeWorkbook.ts';
import {
  asOfOption,
  languageOption,
  portfolioOption,
  readNamedOptions,
  outOption,
  requiredOption,
  seedOption,
} from './options.ts';

/** P30 Writes a site's analysis as a workbook with live formulas. */
export async function workbookCommand(args: readonly string[]): Promise<void> {
  const options = readNamedOptions(args, ['portfolio', 'site', 'lang', 'out', 'seed', 'as-of'], []);
  const language = languageOption(options);
  const id = requiredOption(options, 'site');
  const out = outOption(options, '.xlsx');
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
