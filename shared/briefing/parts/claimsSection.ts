import { composeClaims } from '../../claims/composeClaims.ts';
import type { ClaimsArgs } from '../../claims/claimContext.ts';
import type { ClaimsPage, OpenClaim, TriedClaim } from '../../claims/claimsPage.ts';
import type { Language } from '../../format/number.ts';
import { claimText } from '../../text/claimText.ts';
import { fill, screenText } from '../../text/screenText.ts';
import type { BriefingBlock, BriefingContent } from '../briefingContent.ts';

type Table = Extract<BriefingBlock, { type: 'table' }>;

const words = (head: string, wide = false) => ({ head, unit: '', numeric: false, ...(wide && { wide }) });

function noteOf({ leftOut, untried }: ClaimsPage, language: Language): string {
  const text = claimText[language];
  const names = (claims: readonly OpenClaim[]): string =>
    claims.map(({ id, claim }) => `${id} ${claim}`).join('; ');
  const omitted = leftOut.map(({ id, reason }) => `${text.leftOutHeading}: ${id}. ${reason}`);
  return [text.ruleNote, ...omitted, fill(text.untriedNote, { claims: names(untried) })].join(' ');
}

function wordsTable(page: ClaimsPage, language: Language): Table {
  const text = claimText[language];
  return {
    type: 'table',
    caption: text.wordsHeading,
    captionUnit: '',
    columns: [words(text.claim), words(text.word), words(text.carries, true)],
    rows: page.tried.map(({ id, claim, wordText, finding, missing }) => ({
      cells: [{ text: `${id} ${claim}` }, { text: wordText }, { text: [finding, ...missing].join(' ') }],
    })),
    note: noteOf(page, language),
  };
}

function figureRows({ id, figures }: TriedClaim): Table['rows'] {
  return figures.map(({ label, value, unit, basis, coverage, asOf, isMissing }) => ({
    cells: [
      { text: `${id} ${label}` },
      { text: value, ...(isMissing && { state: 'missing' as const }) },
      { text: unit },
      { text: [basis, coverage].filter((part) => part !== '').join('; ') },
      { text: asOf },
    ],
  }));
}

function figuresTable({ tried }: ClaimsPage, language: Language): Table {
  const { figure, value, unit, basis, asOf } = screenText[language];
  const text = claimText[language];
  return {
    type: 'table',
    caption: text.figuresHeading,
    captionUnit: '',
    columns: [
      words(figure),
      { head: value, unit: '', numeric: true },
      words(unit),
      words(`${basis}, ${text.coverage}`, true),
      words(asOf),
    ],
    rows: tried.flatMap(figureRows),
    note: '',
  };
}

/** P61 The claims of the market commentary as this subject's figures answer them. */
export function claimsSection(args: ClaimsArgs): BriefingContent['sections'][number] {
  const page = composeClaims(args);
  return {
    id: 'claims',
    heading: screenText[args.language].claims,
    newPage: false,
    blocks: [wordsTable(page, args.language), figuresTable(page, args.language)],
  };
}
