import type { Figure } from '../domain/figure.ts';
import type { HistoryStep } from '../domain/portfolio.ts';
import type { ResolvedInput } from '../engine/analysis/siteAnalysis.ts';
import { ageInDays, formatDate, type Language } from '../format/number.ts';
import { isStale, isStaleInput, kindOfField, type Clock, type FigureKind } from '../staleness/staleness.ts';
import { inputLabel } from './inputLabels.ts';
import { fill, screenText } from './screenText.ts';

const en = {
  heading: 'Age of figures in this portfolio',
  note: 'A figure older than its limit carries the clock, in totals and in the briefing too. Stored in the portfolio; can be undone.',
  today: 'Day that counts as today',
  machineDay: 'The computer’s day',
  days: 'days',
  setToday: 'Use this day',
  standard: 'Default: {days} days',
  legend: 'older than its limit',
  older: '{count} older than {days} days',
  olderMixed: '{count} older than their limit',
  chartNote: 'Rests on old figures: {inputs}.',
  limitOne: 'One of {of} sourced inputs is older than its limit: {inputs}.',
  limitMany: '{count} of {of} sourced inputs are older than their limits: {inputs}.',
  sitesOld: '{count} with old figures',
  stepToday: 'Day that counts as today',
  stepLimit: 'Age limit, {kind}',
};

const de: typeof en = {
  heading: 'Alter der Angaben in diesem Portfolio',
  note: 'Eine Angabe, die älter ist als ihre Frist, trägt die Uhr, auch in Summen und im Briefing. Steht im Portfolio und lässt sich zurücknehmen.',
  today: 'Tag, der als heute gilt',
  machineDay: 'Tag des Rechners',
  days: 'Tage',
  setToday: 'Diesen Tag verwenden',
  standard: 'Vorgabe: {days} Tage',
  legend: 'älter als die Frist',
  older: '{count} älter als {days} Tage',
  olderMixed: '{count} älter als ihre Frist',
  chartNote: 'Beruht auf alten Angaben: {inputs}.',
  limitOne: 'Eine von {of} belegten Eingaben ist älter als ihre Frist: {inputs}.',
  limitMany: '{count} von {of} belegten Eingaben sind älter als ihre Frist: {inputs}.',
  sitesOld: '{count} mit alten Angaben',
  stepToday: 'Tag, der als heute gilt',
  stepLimit: 'Altersfrist, {kind}',
};

export const stalenessText = { de, en } as const;

export const kindLabels: Readonly<Record<Language, Readonly<Record<FigureKind, string>>>> = {
  de: {
    price: 'Kurse',
    hashRate: 'Hashrate',
    powerPrice: 'Strompreise',
    contract: 'Verträge',
    other: 'Übrige Angaben',
  },
  en: {
    price: 'Prices',
    hashRate: 'Hash rate',
    powerPrice: 'Power prices',
    contract: 'Contracts',
    other: 'Other figures',
  },
};

/** "34 days old", the same words on screen and on paper. */
export function ageText(asOf: string, today: string, language: Language): string {
  const days = ageInDays(asOf, today);
  if (days === 1) return language === 'de' ? '1\u00a0Tag alt' : '1\u00a0day old';
  return language === 'de' ? `${days}\u00a0Tage alt` : `${days}\u00a0days old`;
}

/** "covers 9 of 11, 3 older than 90 days": what a total holds, and how much of it is old. */
export function coverageText(figures: readonly (Figure | null)[], clock: Clock, language: Language): string {
  const known = figures.filter((figure) => figure !== null && figure.value !== null) as readonly Figure[];
  const covers = fill(screenText[language].covers, { known: known.length, all: figures.length });
  const kinds = known.flatMap(({ asOf, field }) =>
    isStale(asOf, kindOfField(field), clock) ? [kindOfField(field)] : [],
  );
  const [kind] = kinds;
  if (kind === undefined) return covers;
  const text = stalenessText[language];
  const older = kinds.every((one) => one === kind)
    ? fill(text.older, { count: kinds.length, days: clock.staleAfterDays[kind] })
    : fill(text.olderMixed, { count: kinds.length });
  return `${covers}, ${older}`;
}

type DatedInput = Pick<ResolvedInput, 'key' | 'origin' | 'asOf'>;

/** The inputs that are older than their limits, with their ages; empty where there is none. */
function staleInputs(inputs: readonly DatedInput[], clock: Clock, language: Language): string[] {
  return inputs.flatMap((input) =>
    input.asOf !== null && isStaleInput(input, clock)
      ? [`${inputLabel(input.key, language)} (${ageText(input.asOf, clock.today, language)})`]
      : [],
  );
}

/** A chart that rests on old figures says so beneath. */
export function withStaleNote<Spec extends { readonly note: string }>(
  spec: Spec,
  inputs: readonly DatedInput[],
  clock: Clock,
  language: Language,
): Spec {
  const stale = staleInputs(inputs, clock, language);
  if (stale.length === 0) return spec;
  const note = fill(stalenessText[language].chartNote, { inputs: stale.join(', ') });
  return { ...spec, note: `${spec.note} ${note}`.trim() };
}

/** The sentence of a briefing's limits on old inputs; none where all are young enough. */
export function staleLimit(inputs: readonly DatedInput[], clock: Clock, language: Language): string[] {
  const stale = staleInputs(inputs, clock, language);
  if (stale.length === 0) return [];
  const of = inputs.filter(({ origin }) => origin === 'fact' || origin === 'derived').length;
  const text = stalenessText[language];
  return [
    fill(stale.length === 1 ? text.limitOne : text.limitMany, {
      count: stale.length,
      of,
      inputs: stale.join(', '),
    }),
  ];
}

/** A change of the portfolio's day or of a limit, in words. */
export function settingStepText(step: HistoryStep, language: Language): string {
  const text = stalenessText[language];
  const { key = '', before = '', after = '' } = step.values;
  if (key === 'today') {
    const shown = (day: string) => (day === '' ? text.machineDay : formatDate(day, language));
    return `${text.stepToday} (${shown(before)} → ${shown(after)})`;
  }
  const kind = key.replace('staleAfterDays.', '') as FigureKind;
  const { days } = stalenessText[language];
  return `${fill(text.stepLimit, { kind: kindLabels[language][kind] })} (${before} → ${after} ${days})`;
}
