import { isUnchanged } from '../engine/changes/siteDifference.ts';
import type { NamedChanges } from '../engine/changes/changedFacts.ts';
import type { SiteChanges } from '../engine/changes/siteChanges.ts';
import type { SiteState } from '../engine/changes/siteDifference.ts';
import { formatDate, formatNumber, formatPercent, type Language } from '../format/number.ts';
import { changesText } from '../text/changesText.ts';
import { partyText } from '../text/fieldLabels.ts';
import { inputLabel } from '../text/inputLabels.ts';
import { fill } from '../text/screenText.ts';
import { millionsPerMw, verdictWord } from '../briefing/parts/verdictWords.ts';
import { changeRows } from './changeRows.ts';

/** The day a briefing was issued, as shown. */
export function issuedDate(issuedAt: string, language: Language): string {
  return formatDate(issuedAt.slice(0, 10), language);
}

export function verdictOf({ verdict, best }: SiteState, language: Language): string {
  return verdictWord({ verdict: { verdict, best } }, language);
}

function signed(usdPerMw: number, language: Language): string {
  return `${usdPerMw > 0 ? '+' : ''}${millionsPerMw(usdPerMw, language)}`;
}

export function namesOf(keys: readonly string[], language: Language): string {
  return keys.map((key) => inputLabel(key, language)).join(', ');
}

function whyNotComputable({ before, after }: SiteChanges, language: Language): string[] {
  const t = changesText[language];
  const side = ({ advantageUsdPerGridMw, missing }: SiteState, sentence: string): string[] =>
    advantageUsdPerGridMw === null && missing.length > 0
      ? [fill(sentence, { names: namesOf(missing, language) })]
      : [];
  return [t.notComputable, ...side(before, t.missingBefore), ...side(after, t.missingNow)];
}

function advantageSentences(changes: SiteChanges, language: Language): string[] {
  const t = changesText[language];
  const { advantageUsdPerGridMw: before } = changes.before;
  const { advantageUsdPerGridMw: after } = changes.after;
  const { changeUsdPerGridMw: change } = changes.advantage;
  if (before === null || after === null || change === null) return whyNotComputable(changes, language);
  const amounts = {
    before: millionsPerMw(before, language),
    after: millionsPerMw(after, language),
    change: signed(change, language),
  };
  if (change === 0) return [fill(t.stayed, amounts)];
  const explaining = changeRows(changes, language).filter(
    ({ advantage }) => (advantage.explainsUsdPerGridMw ?? 0) !== 0,
  );
  const [first] = explaining;
  const { explainsUsdPerGridMw: explains = null, share = null } = first?.advantage ?? {};
  if (!first || explains === null || share === null) return [fill(t.moved, amounts)];
  const most = {
    step: first.label,
    amount: signed(explains, language),
    share: `${formatPercent(share, language, 0)}\u00a0%`,
  };
  return [fill(t.moved, amounts), fill(explaining.length === 1 ? t.explainsWhole : t.explainsMost, most)];
}

/** What changed at a site in sentences, the result first. */
export function changeSentences(changes: SiteChanges, issuedAt: string, language: Language): string[] {
  const t = changesText[language];
  if (isUnchanged(changes)) return [fill(t.nothing, { date: issuedDate(issuedAt, language) })];
  const verdicts = {
    before: verdictOf(changes.before, language),
    after: verdictOf(changes.after, language),
  };
  const { bestUsdPerGridMw: before } = changes.before;
  const { bestUsdPerGridMw: after } = changes.after;
  const isSame = verdicts.before === verdicts.after;
  return [
    ...advantageSentences(changes, language),
    fill(isSame ? t.verdictStays : t.verdictChanges, verdicts),
    ...(before === null || after === null || before === after
      ? []
      : [
          fill(t.bestMoved, {
            before: millionsPerMw(before, language),
            after: millionsPerMw(after, language),
          }),
        ]),
  ];
}

function namedItems(
  { came, gone, changed }: NamedChanges,
  sentences: { readonly came: string; readonly gone: string; readonly changed: string },
): string[] {
  const item = (sentence: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [fill(sentence, { names: names.join(', ') })];
  return [...item(sentences.came, came), ...item(sentences.gone, gone), ...item(sentences.changed, changed)];
}

function partiesOf({ came, gone, changed }: NamedChanges, language: Language): NamedChanges {
  const shown = (names: readonly string[]) => names.map((name) => partyText(name, language));
  return { came: shown(came), gone: shown(gone), changed: shown(changed) };
}

/** What changed beside the steps: sources, contracts, own plans, the set of assumptions. */
export function otherChanges(changes: SiteChanges, language: Language): string[] {
  const t = changesText[language];
  const { inputs, contracts, ownPlans, before, after, steps } = changes;
  const stepped = new Set(steps.map(({ step }) => step));
  const others = inputs.filter(({ key }) => !stepped.has(key));
  const withModel = others.filter(({ changed }) => changed.includes('value')).map(({ key }) => key);
  const sources = others.filter(({ changed }) => !changed.includes('value')).map(({ key }) => key);
  return [
    ...(withModel.length === 0 ? [] : [fill(t.withModel, { names: namesOf(withModel, language) })]),
    ...(sources.length === 0 ? [] : [fill(t.sourceOnly, { names: namesOf(sources, language) })]),
    ...namedItems(partiesOf(contracts, language), {
      came: t.contractsCame,
      gone: t.contractsGone,
      changed: t.contractsChanged,
    }),
    ...namedItems(ownPlans, { came: t.plansCame, gone: t.plansGone, changed: t.plansChanged }),
    ...(before.presetsVersion === after.presetsVersion
      ? []
      : [fill(t.presets, { before: before.presetsVersion, after: after.presetsVersion })]),
  ];
}

/** How the split is to be read, and what the changes make together. */
export function changeNote({ advantage, steps }: SiteChanges, language: Language): string {
  const t = changesText[language];
  const { togetherUsdPerGridMw: left } = advantage;
  const isTold = left !== null && steps.length > 1 && Math.abs(left) >= 500;
  return isTold ? `${t.ruleNote} ${fill(t.together, { amount: millions(left, language) })}` : t.ruleNote;
}

function millions(usdPerMw: number, language: Language): string {
  const number = formatNumber(usdPerMw / 1e6, language, 3);
  return language === 'de' ? `${number}\u00a0Mio.\u00a0$` : `$${number}m`.replace('$\u2212', '\u2212$');
}
