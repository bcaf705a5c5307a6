import type { HistoryStep } from '../domain/portfolio.ts';
import type { FaultEffect } from '../engine/health/faultEffect.ts';
import { inputTable, isInputKey } from '../engine/analysis/inputTable.ts';
import { formatDate, formatNumber, formatPlain, type Language } from '../format/number.ts';
import { faultCodes, type FaultCode, type FoundFault } from '../health/fault.ts';
import { fieldLabel, partyText } from './fieldLabels.ts';
import { figureNumber, figureUnit } from './figureText.ts';
import { faultSentences, type FaultSentences } from './faultSentences.ts';
import { inputLabel } from './inputLabels.ts';
import { inputText } from './inputText.ts';
import { fill } from './screenText.ts';

const en = {
  sub: 'Faults in the data, by their effect on results.',
  effect: 'Effect',
  effectUnit: '$m per grid MW',
  fault: 'Fault',
  subject: 'Where',
  market: 'Market, all sites',
  open: 'Open',
  dismissed: 'Put aside',
  list: 'Faults',
  why: 'Why it matters',
  act: 'What to do',
  unknown: 'unknown',
  pending: 'computing',
  turns: 'turns the verdict',
  blocks: '{mw} MW not computable',
  blocksUnknown: 'not computable',
  fixSet: 'Use {value}',
  fixClear: 'Remove own value',
  fixSuperseded: 'Mark as superseded',
  fixRemove: 'Delete the second one',
  fixSwap: 'Swap the two values',
  fixUnknown: 'Set the base value to unknown',
  fixAside: 'Set the billing MW aside',
  dismiss: 'Put aside',
  reopen: 'Take back',
  goTo: 'Go to the data',
  dismissNote: 'A fault that was put aside returns when its data change.',
  checking: 'Checking: {done} of {all}',
  computing: 'Computing effects: {done} of {all}',
  stopped: 'Stopped. Effects after that are not computed.',
  resume: 'Compute the rest',
  none: 'No open faults.',
  noneAside: 'Nothing was put aside.',
  status: '{count} problems',
  statusOne: '1 problem',
  statusLabel: 'Open the health centre',
  nth: 'Problem {n} of {all}',
  next: 'Next problem',
  previous: 'Previous problem',
  stepDismiss: 'Fault put aside',
  stepReopen: 'Fault taken back',
  limitOne: 'The health centre names one open fault in the data of this {subject}: {titles}.',
  limitMany: 'The health centre names {count} open faults in the data of this {subject}: {titles}.',
  company: 'company and its sites',
  site: 'site',
};

const de: typeof en = {
  sub: 'Fehler in den Daten, nach ihrer Wirkung auf die Ergebnisse.',
  effect: 'Wirkung',
  effectUnit: 'Mio. $ je MW Anschluss',
  fault: 'Fehler',
  subject: 'Wo',
  market: 'Markt, alle Standorte',
  open: 'Offen',
  dismissed: 'Zurückgestellt',
  list: 'Fehler',
  why: 'Warum es zählt',
  act: 'Was zu tun ist',
  unknown: 'unbekannt',
  pending: 'wird berechnet',
  turns: 'kippt das Urteil',
  blocks: '{mw} MW nicht berechenbar',
  blocksUnknown: 'nicht berechenbar',
  fixSet: '{value} verwenden',
  fixClear: 'Eigenen Wert entfernen',
  fixSuperseded: 'Als überholt kennzeichnen',
  fixRemove: 'Den zweiten löschen',
  fixSwap: 'Beide Werte vertauschen',
  fixUnknown: 'Grundwert auf unbekannt setzen',
  fixAside: 'MW in Abrechnung beiseite legen',
  dismiss: 'Zurückstellen',
  reopen: 'Wieder aufnehmen',
  goTo: 'Zu den Daten',
  dismissNote: 'Ein zurückgestellter Fehler kehrt wieder, wenn sich seine Daten ändern.',
  checking: 'Prüfung: {done} von {all}',
  computing: 'Wirkungen berechnet: {done} von {all}',
  stopped: 'Angehalten. Weitere Wirkungen sind nicht berechnet.',
  resume: 'Den Rest berechnen',
  none: 'Keine offenen Fehler.',
  noneAside: 'Nichts ist zurückgestellt.',
  status: '{count} Fehler in den Daten',
  statusOne: '1 Fehler in den Daten',
  statusLabel: 'Datenprüfung öffnen',
  nth: 'Fehler {n} von {all}',
  next: 'Nächster Fehler',
  previous: 'Voriger Fehler',
  stepDismiss: 'Fehler zurückgestellt',
  stepReopen: 'Fehler wieder aufgenommen',
  limitOne: 'Die Datenprüfung nennt einen offenen Fehler in den Daten {subject}: {titles}.',
  limitMany: 'Die Datenprüfung nennt {count} offene Fehler in den Daten {subject}: {titles}.',
  company: 'dieses Unternehmens und seiner Standorte',
  site: 'dieses Standorts',
};

export const faultText = { de, en } as const;

type Values = FoundFault['values'];

function quantity(value: string | number, key: string, language: Language): string {
  const unit = isInputKey(key) ? inputTable[key].unit : '1';
  return inputText(key, Number(value), unit, language);
}

/** What a placeholder of a sentence means; each value is shown as the figure that it is. */
function shownValues(code: FaultCode, values: Values, language: Language): Record<string, string> {
  const shown: Record<string, string> = {};
  const { key, field } = values;
  for (const [name, value] of Object.entries(values)) {
    if (name === 'key') shown[name] = inputLabel(String(value), language);
    else if (name === 'field') shown[name] = fieldLabel(String(value), language);
    else if (name === 'keys')
      shown[name] = String(value)
        .split(',')
        .map((one) => inputLabel(one, language))
        .join(', ');
    else if (name === 'stale')
      shown[name] = String(value)
        .split(',')
        .map((one) => one.split('|'))
        .map(([input = '', asOf = '']) => `${inputLabel(input, language)} (${formatDate(asOf, language)})`)
        .join(', ');
    else if (name === 'asOf') shown[name] = formatDate(String(value), language);
    else if (name === 'counterparty' || name === 'other') shown[name] = partyText(String(value), language);
    else if (name.endsWith('Usd')) shown[name] = figure(Number(value), 'USD', language);
    else if (typeof value === 'string') shown[name] = value;
    else if (typeof key === 'string') shown[name] = quantity(value, key, language);
    else if (field !== undefined && name !== 'count')
      shown[name] = figure(value, String(values['unit'] ?? '1'), language);
    else shown[name] = formatPlain(value, language);
  }
  const value = values['value'];
  if (value === undefined) return shown;
  if (code === 'averageRentAsYearOne') {
    const rent = 'rentYear1UsdPerKwMonth';
    shown['rent'] = quantity(value, rent, language);
    shown['proposal'] = quantity(values['proposal'] ?? value, rent, language);
  }
  if (code === 'monthEndHashrate') shown['hashrate'] = quantity(value, 'siteHashrateEhS', language);
  if (code === 'netPowerPriceForAi') shown['power'] = quantity(value, 'powerPriceUsdPerMwh', language);
  return shown;
}

function figure(value: number, unit: string, language: Language): string {
  const amount = { value, unit };
  const [number, name] = [figureNumber(amount, language), figureUnit(amount, language)];
  return name === '$m' ? `$${number}m` : `${number}\u00a0${name}`.trim();
}

/** A fault in words: title, what, why it matters, what to do. */
export function faultWords(fault: Pick<FoundFault, 'code' | 'values'>, language: Language): FaultSentences {
  const { title, what, why, act } = faultSentences[language][fault.code];
  return { title, why, act, what: fill(what, shownValues(fault.code, fault.values, language)) };
}

/** The effect in words, and MW that cannot be computed; `undefined` until it is known whether it is known. */
export function effectText(
  fault: Pick<FoundFault, 'code' | 'blockedMw'>,
  effect: FaultEffect | undefined,
  language: Language,
): string {
  const text = faultText[language];
  if (fault.code === 'missingInputs')
    return fault.blockedMw === null
      ? text.blocksUnknown
      : fill(text.blocks, { mw: formatNumber(fault.blockedMw, language) });
  if (!effect) return text.pending;
  if (effect.usdPerGridMw === null) return text.unknown;
  const number = formatNumber(effect.usdPerGridMw / 1e6, language, 2);
  return effect.turnsVerdict ? `${number} · ${text.turns}` : number;
}

/** What the button of a repair says. */
export function fixText(fix: NonNullable<FoundFault['fix']>, language: Language): string {
  const text = faultText[language];
  switch (fix.kind) {
    case 'input.clear':
      return text.fixClear;
    case 'input.set':
      return fill(text.fixSet, { value: quantity(fix.value, fix.key, language) });
    case 'contract.set':
      if ('status' in fix.values) return text.fixSuperseded;
      return fix.values['total_contract_value_usd'] === null ? text.fixUnknown : text.fixSwap;
    case 'contract.remove':
      return text.fixRemove;
    case 'figure.setAside':
      return text.fixAside;
  }
}

/** The sentence of a briefing's limits on its subject's open faults; none where there is none. */
export function faultLimit(
  faults: readonly Pick<FoundFault, 'code'>[],
  subject: 'company' | 'site',
  language: Language,
): string[] {
  if (faults.length === 0) return [];
  const text = faultText[language];
  const titles = faultCodes.flatMap((code) => {
    const count = faults.filter((fault) => fault.code === code).length;
    const { title } = faultSentences[language][code];
    return count === 0 ? [] : [count === 1 ? title : `${title} (${count})`];
  });
  return [
    fill(faults.length === 1 ? text.limitOne : text.limitMany, {
      count: faults.length,
      subject: text[subject],
      titles: titles.join('; '),
    }),
  ];
}

function isFaultCode(text: string): text is FaultCode {
  return (faultCodes as readonly string[]).includes(text);
}

/** A fault put aside or taken back, in words. */
export function faultStepText(step: HistoryStep, language: Language): string {
  const text = faultText[language];
  const { code = '', name = '' } = step.values;
  const title = isFaultCode(code) ? faultSentences[language][code].title : code;
  const act = step.label === 'fault.reopen' ? text.stepReopen : text.stepDismiss;
  return `${act}: ${title}, ${name === '' ? text.market : name}`;
}
