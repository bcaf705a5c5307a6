import { changesSection } from '../../shared/briefing/parts/changesSection.ts';
import type { BriefingBlock } from '../../shared/briefing/briefingContent.ts';
import type { Comparison } from '../../shared/changes/comparison.ts';
import { analysisJson } from '../../shared/exchange/analysisDocument.ts';
import { changesDocument } from '../../shared/exchange/changesDocument.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { changesText } from '../../shared/text/changesText.ts';
import { comparedWithLast } from '../analysis/comparedWithLast.ts';
import { defaultSeed, siteEvidence } from '../analysis/siteView.ts';
import { findCompany } from '../db/repositories/companyRepository.ts';
import { listSites } from '../db/repositories/siteRepository.ts';
import { changesBetween } from './changesBetween.ts';
import {
  asOfOption,
  languageOption,
  portfolioOption,
  readNamedOptions,
  seedOption,
  subjectOption,
  textOption,
} from './options.ts';

/** A block of the briefing's section as lines; a table's cells are separated by tabs, its units stand in its head. */
function linesOf(block: BriefingBlock): string[] {
  if (block.type === 'paragraph') return [block.text];
  if (block.type === 'list') return [...block.items];
  if (block.type !== 'table') return [];
  const heads = block.columns.map(({ head, unit }) => (unit === '' ? head : `${head} [${unit}]`));
  const rows = block.rows.map(({ cells }) => cells.map(({ text }) => text).join('\t'));
  return [heads.join('\t'), ...rows, block.note].filter((line) => line !== '');
}

function textOf(since: Comparison | undefined, language: 'de' | 'en'): string {
  if (!since) return `${changesText[language].noneIssued}\n`;
  const { heading, blocks } = changesSection(since, language);
  return [heading, ...blocks.flatMap(linesOf)].map((line) => `${line}\n`).join('');
}

/**
 * P44 What changed since the last issued briefing of the same subject, in words or as JSON; between two moments where
 * one is named.
 */
export async function changesCommand(args: readonly string[]): Promise<void> {
  const texts = ['portfolio', 'company', 'site', 'seed', 'as-of', 'lang', 'from', 'to', 'out'];
  const options = readNamedOptions(args, texts, ['json', 'csv']);
  if (textOption(options, 'from') !== undefined || textOption(options, 'to') !== undefined) {
    await changesBetween(options);
    return;
  }
  const isJson = options.values['json'] === true;
  const isInWords = textOption(options, 'lang') !== undefined;
  if (isJson && isInWords) throw new UserFacingError('cli.usage', { problem: '--json | --lang' });
  const language = isInWords ? languageOption(options) : 'en';
  const subject = subjectOption(options);
  const { valuationMonth } = asOfOption(options);
  const seed = seedOption(options, defaultSeed);
  const { db } = portfolioOption(options);
  try {
    if (subject.kind === 'company' && !findCompany(db, subject.id))
      throw new UserFacingError('company.unknown', { id: subject.id });
    const ids = subject.kind === 'site' ? [subject.id] : listSites(db, subject.id).map(({ id }) => id);
    const known = valuationMonth === undefined ? { seed } : { seed, valuationMonth };
    const now = ids.map((id) => siteEvidence(db, id, known));
    const since = comparedWithLast(db, subject, now);
    process.stdout.write(isJson ? analysisJson(changesDocument(subject, since)) : textOf(since, language));
  } finally {
    db.close();
  }
}
