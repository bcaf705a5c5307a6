import type { CurtailmentView } from '../engine/analysis/curtailment.ts';
import { formatMillions, formatMonthName, formatPlain, type Language } from '../format/number.ts';
import { planText } from './planText.ts';
import { fill } from './screenText.ts';

/** Texts of what a plan gives up of the site's flexibility. */
const en = {
  heading: 'Flexibility and connection',
  lost: 'Against keep mining this plan loses {amount} of demand-response income over the horizon, of {kept}.',
  gained: 'Against keep mining this plan earns {amount} more of demand-response income over the horizon.',
  same: 'Its demand-response income is that of keep mining, {kept}.',
  none: 'No demand-response income is assumed for this site, so none is lost.',
  flexible: '{mw} MW of mining stay flexible once the last hall bills; a hall is not curtailed.',
  noFlexible: 'No load stays flexible once the last hall bills; a hall is not curtailed.',
  within: 'All blocks share one connection of {available} MW; they draw at most {peak} MW, from {month} on.',
  over: 'All blocks share one connection of {available} MW, but from {month} on they need {needed} MW. Computed as entered.',
  unknown: 'They draw at most {peak} MW, from {month} on; the limit of the connection is not known.',
  hourly: 'Dispatch on monthly means misses hourly optionality (R3.8).',
  byYear: 'Demand-response income lost by year',
  year: 'Year',
  lostHead: 'Lost against keep mining',
  thousandUsd: '$k',
} as const;

const de: Readonly<Record<keyof typeof en, string>> = {
  heading: 'Flexibilität und Anschluss',
  lost: 'Gegen Weiter Mining verliert dieser Plan über den Horizont {amount} an Vergütung für Lastabwurf, von {kept}.',
  gained:
    'Gegen Weiter Mining nimmt dieser Plan über den Horizont {amount} mehr an Vergütung für Lastabwurf ein.',
  same: 'Seine Vergütung für Lastabwurf ist die von Weiter Mining, {kept}.',
  none: 'Für diesen Standort ist keine Vergütung für Lastabwurf angenommen, also geht keine verloren.',
  flexible:
    '{mw} MW Mining bleiben flexibel, wenn die letzte Halle in Abrechnung ist; eine Halle wird nicht abgeregelt.',
  noFlexible:
    'Keine Last bleibt flexibel, wenn die letzte Halle in Abrechnung ist; eine Halle wird nicht abgeregelt.',
  within:
    'Alle Blöcke teilen sich einen Anschluss von {available} MW; sie ziehen höchstens {peak} MW, ab {month}.',
  over: 'Alle Blöcke teilen sich einen Anschluss von {available} MW, brauchen aber ab {month} {needed} MW. Gerechnet wird wie eingegeben.',
  unknown: 'Sie ziehen höchstens {peak} MW, ab {month}; die Grenze des Anschlusses ist nicht bekannt.',
  hourly: 'Der Einsatz auf Monatsmitteln übersieht stündliche Optionalität (R3.8).',
  byYear: 'Entgangene Vergütung für Lastabwurf nach Jahr',
  year: 'Jahr',
  lostHead: 'Entgangen gegenüber Weiter Mining',
  thousandUsd: 'Tsd. $',
};

export const curtailmentText: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = {
  de,
  en,
};

function amount(usd: number, language: Language): string {
  const millions = formatMillions(usd, language, 1);
  return language === 'de' ? `${millions}\u00a0Mio.\u00a0$` : `$${millions}m`;
}

function creditSentence({ lostCreditsUsd, keptCreditsUsd }: CurtailmentView, language: Language): string {
  const t = curtailmentText[language];
  const lost = lostCreditsUsd.reduce((sum, usd) => sum + usd, 0);
  const kept = amount(keptCreditsUsd, language);
  if (keptCreditsUsd === 0 && lost === 0) return t.none;
  if (lost === 0) return fill(t.same, { kept });
  const words = { amount: amount(Math.abs(lost), language), kept };
  return fill(lost > 0 ? t.lost : t.gained, words);
}

function connectionSentence(
  { overload, peak, availableMw, months }: CurtailmentView,
  language: Language,
): string {
  const t = curtailmentText[language];
  const named = (month: number): string => {
    const name = months[month];
    return name === undefined ? fill(planText[language].month, { month }) : formatMonthName(name, language);
  };
  const plain = (mw: number) => formatPlain(mw, language);
  const most = { peak: plain(peak.mw), month: named(peak.month) };
  if (availableMw === null) return fill(t.unknown, most);
  const available = plain(availableMw);
  if (overload === null) return fill(t.within, { ...most, available });
  return fill(t.over, { available, needed: plain(overload.neededMw), month: named(overload.month) });
}

/** P41 Lost income, flexible load and the limit of the connection, in words; beside lost income stands what it misses. */
export function curtailmentSentences(view: CurtailmentView, language: Language): string[] {
  const t = curtailmentText[language];
  const { flexibleMw } = view;
  return [
    `${creditSentence(view, language)} ${t.hourly}`,
    flexibleMw > 0 ? fill(t.flexible, { mw: formatPlain(flexibleMw, language) }) : t.noFlexible,
    connectionSentence(view, language),
  ];
}
