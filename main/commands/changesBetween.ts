import { existsSync } from 'node:fs';
import {
  portfolioChangesTable,
  portfolioRow,
  type PortfolioRow,
} from '../../shared/changes/portfolioRows.ts';
import { dayBound } from '../../shared/domain/dayBounds.ts';
import type { ChangedItem, Moment } from '../../shared/domain/portfolioChanges.ts';
import { siteChanges, type SiteChanges } from '../../shared/engine/changes/siteChanges.ts';
import { siteFigures } from '../../shared/engine/analysis/analyseSite.ts';
import { outcomeOf } from '../../shared/engine/changes/siteOutcome.ts';
import { engineVersion } from '../../shared/engine/version.ts';
import { analysisJson } from '../../shared/exchange/analysisDocument.ts';
import { csvFile } from '../../shared/exchange/exportTable.ts';
import type { Language } from '../../shared/format/number.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { portfolioChangesText } from '../../shared/text/portfolioChangesText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { portfolioChanges } from '../analysis/portfolioChanges/changedItems.ts';
import { stateAt, type State } from '../analysis/portfolioChanges/states.ts';
import { siteEvidence } from '../analysis/siteView.ts';
import type { ReadableDb } from '../db/access.ts';
import { findCompany } from '../db/repositories/companyRepository.ts';
import { findSite } from '../db/repositories/siteRepository.ts';
import { writeWhole } from '../exchange/writeWhole.ts';
import {
  languageOption,
  newestSchemaOnly,
  outOption,
  portfolioOption,
  textOption,
  type Options,
} from './options.ts';

/** A day, a time, `start`, `now`, or a file. */
function momentOption(options: Options, name: 'from' | 'to'): Moment {
  const text = textOption(options, name);
  if (text === undefined || text === 'now') return { kind: 'now' };
  if (text === 'start') return { kind: 'start' };
  const day = dayBound(text, name === 'from' ? 'start' : 'end');
  if (day !== undefined) return { kind: 'time', at: day };
  if (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text)))
    return { kind: 'time', at: new Date(text).toISOString() };
  if (existsSync(text)) return { kind: 'file', path: text };
  throw new UserFacingError('cli.usage', { problem: `--${name} ${text}` });
}

interface Subject {
  readonly company: string | undefined;
  readonly site: string | undefined;
}

function subjectOf(options: Options, db: ReadableDb): Subject {
  const [company, site] = [textOption(options, 'company'), textOption(options, 'site')];
  if (company !== undefined && site !== undefined)
    throw new UserFacingError('cli.usage', { problem: '--company | --site' });
  if (company !== undefined && !findCompany(db, company))
    throw new UserFacingError('company.unknown', { id: company });
  if (site !== undefined && !findSite(db, site)) throw new UserFacingError('site.unknown', { id: site });
  return { company, site };
}

function isOf({ companyId, siteId }: ChangedItem, { company, site }: Subject): boolean {
  if (site !== undefined) return siteId === site;
  return company === undefined || companyId === company;
}

/** R5.24, R5.19 What the changes do to a site; null where it is not in both states. */
function resultsOf(earlier: State, later: State, siteId: string): SiteChanges | null {
  if (!findSite(earlier.db, siteId) || !findSite(later.db, siteId)) return null;
  const [before, after] = [siteEvidence(earlier.db, siteId), siteEvidence(later.db, siteId)];
  return siteChanges({ before, frozen: outcomeOf(siteFigures(before)), after });
}

function lineOf({ company, site, kind, what, before, after, at, by }: PortfolioRow): string {
  return [company, site, kind, what, `${before} → ${after}`, at, by].join('\t');
}

function textOf(rows: readonly PortfolioRow[], language: Language): string {
  const t = portfolioChangesText[language];
  const count = rows.length;
  const head = count === 0 ? t.none : count === 1 ? t.countOne : fill(t.count, { count });
  return [head, ...rows.map(lineOf)].map((line) => `${line}\n`).join('');
}

function formOf(options: Options): 'json' | 'csv' | 'text' {
  const [json, csv] = [options.values['json'] === true, options.values['csv'] === true];
  const isInWords = textOption(options, 'lang') !== undefined;
  if (json && !csv && !isInWords) return 'json';
  if (csv && !json) return 'csv';
  if (isInWords && !json) return 'text';
  throw new UserFacingError('cli.usage', { problem: '--json | --csv | --lang' });
}

interface Found {
  readonly span: { readonly from: Moment; readonly to: Moment };
  readonly items: readonly ChangedItem[];
  readonly subject: Subject;
  readonly results: SiteChanges | null | undefined;
}

function document({ span, items, subject, results }: Found): string {
  return analysisJson({
    format: 'umbau-changes-between-1',
    engineVersion,
    rule: 'R5.24',
    ...span,
    subject: { company: subject.company ?? null, site: subject.site ?? null },
    changes: items,
    ...(results === undefined ? {} : { results }),
  });
}

/** R5.24 What changed between two moments of a portfolio, as JSON, as a table, or in words. */
export async function changesBetween(options: Options): Promise<void> {
  const form = formOf(options);
  const language = textOption(options, 'lang') === undefined ? 'en' : languageOption(options);
  const span = { from: momentOption(options, 'from'), to: momentOption(options, 'to') };
  const out =
    textOption(options, 'out') === undefined ? null : outOption(options, form === 'csv' ? '.csv' : '.json');
  const { path, db } = portfolioOption(options);
  const states: State[] = [];
  try {
    newestSchemaOnly(path, db);
    const subject = subjectOf(options, db);
    const pathOf = (moment: { readonly kind: string }) => ('path' in moment ? String(moment.path) : '');
    for (const moment of [span.from, span.to]) states.push(stateAt(db, moment, pathOf));
    const [earlier, later] = states as [State, State];
    const items = portfolioChanges(earlier, later).items.filter((item) => isOf(item, subject));
    const rows = items.map((item) => portfolioRow(item, language));
    const results = subject.site === undefined ? undefined : resultsOf(earlier, later, subject.site);
    const text =
      form === 'json'
        ? document({ span, items, subject, results })
        : form === 'csv'
          ? csvFile(portfolioChangesTable(rows, language))
          : textOf(rows, language);
    if (out === null) process.stdout.write(text);
    else writeWhole(out, Buffer.from(text, 'utf8'));
  } finally {
    for (const state of states) state.close();
    db.close();
  }
}
