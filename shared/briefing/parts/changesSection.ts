import { absentEffect, changeRows, type ChangeRow } from '../../changes/changeRows.ts';
import {
  changeNote,
  changeSentences,
  issuedDate,
  otherChanges,
  verdictOf,
} from '../../changes/changeSentences.ts';
import {
  companySentences,
  inputsOfRow,
  isCompanyUnchanged,
  stateText,
} from '../../changes/companySentences.ts';
import type { Comparison, SiteRowOfComparison } from '../../changes/comparison.ts';
import type { SiteChanges } from '../../engine/changes/siteChanges.ts';
import { formatNumber, formatPercent, type Language } from '../../format/number.ts';
import { changesText } from '../../text/changesText.ts';
import { fill } from '../../text/screenText.ts';
import type { BriefingBlock, BriefingCell, BriefingContent } from '../briefingContent.ts';
import { numberCell } from './tables.ts';

type Table = Extract<BriefingBlock, { type: 'table' }>;

function millions(usd: number | null, language: Language, decimals: number): BriefingCell {
  return numberCell(usd, language, (value) => formatNumber(value / 1e6, language, decimals));
}

/** What is too small to be shown is no loss to the eye either. */
function signedCell(text: string): BriefingCell {
  return text.startsWith('\u2212') ? { text, state: 'negative' } : { text };
}

function effectCell(
  usd: number | null,
  language: Language,
  absent: string = changesText[language].notApplicable,
): BriefingCell {
  if (usd === null) return { text: absent, state: 'notApplicable' };
  return signedCell(formatNumber(usd / 1e6, language, 3));
}

function shareCell(share: number | null, language: Language): BriefingCell {
  if (share === null) return { text: changesText[language].notApplicable, state: 'notApplicable' };
  return signedCell(formatPercent(share, language, 0));
}

function stepRow(row: ChangeRow, changes: SiteChanges, language: Language): Table['rows'][number] {
  const { label, remark, before, after, advantage, best } = row;
  return {
    cells: [
      { text: remark === '' ? label : `${label} (${remark})` },
      { text: before },
      { text: after },
      effectCell(advantage.explainsUsdPerGridMw, language, absentEffect(changes.advantage, language)),
      shareCell(advantage.share, language),
      effectCell(advantage.aloneUsdPerGridMw, language),
      effectCell(best.explainsUsdPerGridMw, language, absentEffect(changes.best, language)),
    ],
  };
}

/** The change of the result as the last row, so that the parts can be added up on paper. */
function totalRow(
  { before, after, advantage, best }: SiteChanges,
  language: Language,
): Table['rows'][number] {
  const change = advantage.changeUsdPerGridMw;
  return {
    best: true,
    cells: [
      { text: changesText[language].total },
      millions(before.advantageUsdPerGridMw, language, 3),
      millions(after.advantageUsdPerGridMw, language, 3),
      effectCell(change, language),
      shareCell(change === null || change === 0 ? null : 1, language),
      { text: '' },
      effectCell(best.changeUsdPerGridMw, language),
    ],
  };
}

function stepsTable(changes: SiteChanges, language: Language): Table {
  const t = changesText[language];
  const column = (head: string, unit: string) => ({ head, unit, numeric: true });
  return {
    type: 'table',
    caption: t.table,
    captionUnit: '',
    columns: [
      { head: t.input, unit: '', numeric: false },
      column(t.before, ''),
      column(t.after, ''),
      column(t.explains, t.unit),
      column(t.share, t.shareUnit),
      column(t.alone, t.unit),
      column(t.explainsBest, t.unit),
    ],
    rows: [
      ...changeRows(changes, language).map((row) => stepRow(row, changes, language)),
      totalRow(changes, language),
    ],
    note: changeNote(changes, language),
  };
}

function list(items: readonly string[]): BriefingBlock[] {
  return items.length === 0 ? [] : [{ type: 'list', items: [...items] }];
}

function siteBlocks(changes: SiteChanges | null, issuedAt: string, language: Language): BriefingBlock[] {
  if (changes === null) {
    const date = issuedDate(issuedAt, language);
    return [{ type: 'paragraph', text: fill(changesText[language].unreadable, { date }) }];
  }
  return [
    { type: 'paragraph', text: changeSentences(changes, issuedAt, language).join(' ') },
    ...(changes.steps.length === 0 ? [] : [stepsTable(changes, language)]),
    ...list(otherChanges(changes, language)),
  ];
}

function siteRow(
  site: SiteRowOfComparison,
  sites: readonly SiteRowOfComparison[],
  language: Language,
): Table['rows'][number] {
  const { siteName, state, difference } = site;
  const name = { text: siteName ?? changesText[language].unnamedSite };
  if (!difference) {
    const why: BriefingCell = { text: stateText(state, language), state: 'notApplicable' };
    return { cells: [name, why, ...Array.from({ length: 4 }, () => ({ text: '' }))] };
  }
  const { before, after } = difference;
  return {
    cells: [
      name,
      { text: verdictOf(before, language) },
      { text: verdictOf(after, language) },
      millions(before.advantageUsdPerGridMw, language, 2),
      millions(after.advantageUsdPerGridMw, language, 2),
      { text: inputsOfRow(difference, sites, language) },
    ],
  };
}

function sitesTable(sites: readonly SiteRowOfComparison[], language: Language): Table {
  const t = changesText[language];
  return {
    type: 'table',
    caption: t.sitesTable,
    captionUnit: '',
    columns: [
      { head: t.site, unit: '', numeric: false },
      { head: t.verdictBefore, unit: '', numeric: false },
      { head: t.verdictNow, unit: '', numeric: false },
      { head: t.advantageBefore, unit: t.unit, numeric: true },
      { head: t.advantageNow, unit: t.unit, numeric: true },
      { head: t.inputsChanged, unit: '', numeric: false, wide: true },
    ],
    rows: sites.map((site) => siteRow(site, sites, language)),
    note: '',
  };
}

function companyBlocks(
  sites: readonly SiteRowOfComparison[],
  issuedAt: string,
  language: Language,
): BriefingBlock[] {
  const text = companySentences(sites, issuedAt, language).join(' ');
  const hasTable = sites.length > 0 && !isCompanyUnchanged(sites);
  return [{ type: 'paragraph', text }, ...(hasTable ? [sitesTable(sites, language)] : [])];
}

/** P44 What changed since the last issued briefing of the same subject. */
export function changesSection(since: Comparison, language: Language): BriefingContent['sections'][number] {
  const { issuedAt } = since;
  return {
    id: 'changes',
    heading: fill(changesText[language].heading, { date: issuedDate(issuedAt, language) }),
    newPage: false,
    blocks:
      since.kind === 'site'
        ? siteBlocks(since.changes, issuedAt, language)
        : companyBlocks(since.sites, issuedAt, language),
  };
}
