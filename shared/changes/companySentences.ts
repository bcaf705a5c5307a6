import {
  inputsChangedEverywhere,
  isUnchanged,
  type SiteDifference,
} from '../engine/changes/siteDifference.ts';
import type { Language } from '../format/number.ts';
import { changesText } from '../text/changesText.ts';
import { inputLabel } from '../text/inputLabels.ts';
import { marketText } from '../text/marketText.ts';
import { fill } from '../text/screenText.ts';
import { issuedDate, namesOf, verdictOf } from './changeSentences.ts';
import type { SiteRowOfComparison } from './comparison.ts';

/** More names than these make a row too tall to be read. */
const mostNames = 4;

function compared(sites: readonly SiteRowOfComparison[]): SiteDifference[] {
  return sites.flatMap(({ difference }) => difference ?? []);
}

export function isCompanyUnchanged(sites: readonly SiteRowOfComparison[]): boolean {
  return sites.length > 0 && sites.every(({ difference }) => difference !== null && isUnchanged(difference));
}

/** What changed at a company's sites in sentences. */
export function companySentences(
  sites: readonly SiteRowOfComparison[],
  issuedAt: string,
  language: Language,
): string[] {
  const t = changesText[language];
  if (sites.length === 0) return [t.noSites];
  if (isCompanyUnchanged(sites)) return [fill(t.nothing, { date: issuedDate(issuedAt, language) })];
  const known = compared(sites);
  const everywhere = inputsChangedEverywhere(known);
  const verdicts = known.filter(
    ({ before, after }) => verdictOf(before, language) !== verdictOf(after, language),
  );
  const moved = known.filter(
    ({ before, after }) => before.advantageUsdPerGridMw !== after.advantageUsdPerGridMw,
  );
  const counts = { count: known.length, verdicts: verdicts.length, moved: moved.length };
  return [
    fill(t.companySummary, counts),
    ...(everywhere.length === 0 ? [] : [fill(t.everywhere, { names: namesOf(everywhere, language) })]),
  ];
}

/** The inputs that differ at one site of a company, but not at all of them, and the site's rule of the hash rate. */
export function inputsOfRow(
  difference: SiteDifference,
  sites: readonly SiteRowOfComparison[],
  language: Language,
): string {
  const t = changesText[language];
  const everywhere = inputsChangedEverywhere(compared(sites));
  const keys = difference.inputs.map(({ key }) => key).filter((key) => !everywhere.includes(key));
  const names = [
    ...(difference.difficulty === null ? [] : [marketText[language].difficultyRule]),
    ...keys.map((key) => inputLabel(key, language)),
  ];
  if (names.length === 0) return difference.inputs.length === 0 ? t.none : t.noOthers;
  const shown = names.slice(0, mostNames).join(', ');
  const rest = names.length - mostNames;
  return rest > 0 ? `${shown} ${fill(t.others, { count: rest })}` : shown;
}

/** Why a site stands in the table without figures. */
export function stateText(state: SiteRowOfComparison['state'], language: Language): string {
  const t = changesText[language];
  return { both: '', came: t.came, gone: t.gone, unreadable: t.unreadableSite }[state];
}
