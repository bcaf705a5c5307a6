import type { BackcastPage } from '../domain/backcast.ts';
import type { CompanyRow, Contract } from '../domain/company.ts';
import type { SiteRow } from '../domain/site.ts';
import type { CaseCount, ClaimWord } from '../engine/claims/claimWord.ts';
import type { SiteTrial } from '../engine/claims/siteTrial.ts';
import { formatDate, formatNumber, type Language } from '../format/number.ts';
import { inputLabel } from '../text/inputLabels.ts';
import { claimNames, claimText, claimWords } from '../text/claimText.ts';
import { fill } from '../text/screenText.ts';
import type { ClaimFigure, ClaimId, TriedClaim } from './claimsPage.ts';

/** What the claims are tried on: a portfolio, a company with its sites, or one site. */
export interface ClaimsArgs {
  readonly subject: 'portfolio' | 'company' | 'site';
  /** All sites of the subject; one that was not computed says nothing (`untried`). */
  readonly sites: readonly SiteTrial[];
  readonly companies: readonly CompanyRow[];
  readonly contracts: readonly Contract[];
  readonly margins: BackcastPage['margins'];
  /** "YYYY-MM" of the last halving; null where none is known. */
  readonly lastHalvingMonth: string | null;
  readonly language: Language;
}

/** A site that was not computed: a case that could not be judged, never one against. */
export function untried({ id, name, companyId, currentUse }: SiteRow): SiteTrial {
  return {
    siteId: id,
    siteName: name,
    companyId,
    valuationMonth: '',
    hostsAiOnly: currentUse === 'ai',
    gridMw: null,
    strategies: [],
    best: null,
    undecidedMarginUsdPerMw: null,
    undecidedMarginShare: null,
    assumptionCount: 0,
    inputCount: 0,
    missing: [],
    income: null,
  };
}

export const dollarsPerMw = (usd: number, language: Language): string => {
  const number = formatNumber(usd / 1e6, language, 2);
  return language === 'de' ? `${number}\u00a0Mio.\u00a0$` : `$${number}m`.replace('$\u2212', '\u2212$');
};

export function valuationDate({ sites, language }: ClaimsArgs): string {
  const month = sites.find(({ valuationMonth }) => valuationMonth !== '')?.valuationMonth;
  return month === undefined ? '' : formatDate(month, language);
}

export function ofSites(count: number, language: Language): string {
  const text = claimText[language];
  return count === 1 ? text.ofOneSite : fill(text.ofSites, { count });
}

/** A single site covers itself. */
export function siteCoverage({ judged, all }: CaseCount, { subject, language }: ClaimsArgs): string {
  return subject === 'site' ? '' : fill(claimText[language].coversSites, { count: judged, all });
}

/** A range as text; one value where both ends read alike. */
export function rangeText(low: string, high: string, language: Language): string {
  return low === high ? low : fill(claimText[language].to, { low, high });
}

export function missingFigure(
  language: Language,
  rest: Omit<ClaimFigure, 'value' | 'isMissing'>,
): ClaimFigure {
  return { ...rest, unit: '', value: claimText[language].missing, isMissing: true };
}

export function tried(
  id: ClaimId,
  word: ClaimWord,
  language: Language,
  rest: Pick<TriedClaim, 'finding' | 'figures' | 'missing' | 'links'>,
): TriedClaim {
  return { id, claim: claimNames[language][id], word, wordText: claimWords[language][word], ...rest };
}

/** Why some sites with mining could not be judged, and which ones are no case at all. */
export function notJudged(
  { sites, subject, language }: ClaimsArgs,
  isJudged: (site: SiteTrial) => boolean,
): string[] {
  const text = claimText[language];
  const isOne = subject === 'site';
  const aiOnly = sites.filter(({ hostsAiOnly }) => hostsAiOnly).length;
  const lacking = sites.filter((site) => !site.hostsAiOnly && !isJudged(site));
  const keys = [...new Set(lacking.flatMap(({ missing }) => missing))];
  const names = keys.map((key) => inputLabel(key, language)).join(', ');
  const lackingText = isOne
    ? text.notComputableOne
    : lacking.length === 1
      ? text.notComputableOneOf
      : text.notComputable;
  const aiOnlyText = isOne ? text.hostsAiOnlyOne : aiOnly === 1 ? text.hostsAiOnlyOneOf : text.hostsAiOnly;
  return [
    ...(lacking.length > 0 && names !== '' ? [fill(lackingText, { count: lacking.length, names })] : []),
    ...(aiOnly > 0 ? [fill(aiOnlyText, { count: aiOnly })] : []),
  ];
}

/** Says that too few cases stand behind a claim to judge it. */
export function tooFew({ judged, all }: CaseCount, word: ClaimWord, language: Language): string[] {
  return word === 'open' && judged > 0 ? [fill(claimText[language].tooFew, { judged, all })] : [];
}
