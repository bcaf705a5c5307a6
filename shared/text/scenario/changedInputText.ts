import type { InputInScenario, ResolvedInput } from '../../engine/analysis/siteAnalysis.ts';
import type { Origin } from '../../engine/explain/calculation.ts';
import type { InputChange } from '../../engine/scenario/scenario.ts';
import { formatExact, type Language } from '../../format/number.ts';
import { scenarioName } from '../../scenarios/scenarioNames.ts';
import { shockNames } from './shockNames.ts';
import { inputText } from '../inputText.ts';

/** The origin of an input that a scenario changes. */
export const scenarioOrigin: Readonly<Record<Language, string>> = { de: 'Szenario', en: 'scenario' };

/** The name of the thing, as a head of a column or before a scenario's name. */
export const scenarioHead: Readonly<Record<Language, string>> = { de: 'Szenario', en: 'Scenario' };

const words = {
  de: { base: 'Basis', set: 'gesetzt auf', none: 'kein Wert', bound: 'auf die Grenze der Eingabe gesetzt' },
  en: { base: 'base', set: 'set to', none: 'no value', bound: 'put on the bound of the input' },
} as const;

/** R7.3a One change in words: set to a value, × a factor, + or − an amount. */
export function changeText(
  { key, operation, value }: Pick<InputChange, 'key' | 'operation' | 'value'>,
  unit: string,
  language: Language,
): string {
  if (operation === 'multiply') return `× ${formatExact(value, language)}`;
  if (operation === 'set') return `${words[language].set} ${inputText(key, value, unit, language)}`;
  return `${value < 0 ? '−' : '+'} ${inputText(key, Math.abs(value), unit, language)}`;
}

/** R7.3 Where a number of a calculation comes from that a scenario moves: the scenario, its shocks, the base value. */
export function scenarioOriginWords(
  { id, name, shocks, base }: Extract<Origin, { readonly kind: 'scenario' }>,
  language: Language,
): string[] {
  return [
    `${scenarioHead[language]} ${scenarioName({ id, name }, language)}`,
    ...shocks.map((kind) => shockNames[language][kind]),
    ...(base === undefined ? [] : [`${words[language].base} ${formatExact(base, language)}`]),
  ];
}

/** R7.3a What a scenario has made of an input: its base value, the changes in their order, the scenario. */
export function changedInputText(
  { key, unit, source }: Pick<ResolvedInput, 'key' | 'unit' | 'source'>,
  { id, name, baseValue, by, isBounded }: InputInScenario,
  language: Language,
): string {
  const { base, none, bound } = words[language];
  const before = baseValue === null ? none : inputText(key, baseValue, unit, language);
  const steps = by.map((change) => changeText(change, unit, language));
  return [
    `${base} ${before}`,
    ...steps,
    ...(isBounded ? [bound] : []),
    `${language === 'de' ? 'Szenario' : 'scenario'} ${scenarioName({ id, name }, language)}`,
    ...(source === null ? [] : [source]),
  ].join(' · ');
}
