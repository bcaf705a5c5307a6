import type { InputKey } from '../engine/analysis/inputTable.ts';
import type { InputRange } from '../engine/risk/inputRanges.ts';
import type { RiskResult } from '../engine/risk/riskResult.ts';
import { formatDate, formatExact, formatNumber, formatPlain, type Language } from '../format/number.ts';
import { inputLabel, isPercent, unitText } from './inputLabels.ts';
import { inputText } from './inputText.ts';
import { riskText } from './riskText.ts';
import { strategyNames } from './strategyNames.ts';

const million = 1e6;

function isMillions(unit: string): boolean {
  return unit === 'USD/MW';
}

/** A value in the unit that `shownUnit` names: a share in per cent, money per MW in millions. */
export function shownNumber(key: string, value: number, unit: string): number {
  if (isPercent(key, unit)) return value * 100;
  if (isMillions(unit)) return value / million;
  return unit === 'USD/BTC' ? value / 1000 : value;
}

/** An input's value as short as a chart needs it; the unit stands with the input's name (`axisUnit`). */
export function inputNumber(key: string, value: number, unit: string, language: Language): string {
  if (isPercent(key, unit)) {
    const percent = value * 100;
    const decimals = Math.abs(percent) >= 10 || Number.isInteger(percent) ? 0 : Math.abs(percent) < 1 ? 2 : 1;
    return `${formatNumber(percent, language, decimals)}\u00a0%`;
  }
  if (isMillions(unit)) return formatNumber(value / million, language, Math.abs(value) >= 5e6 ? 1 : 2);
  if (unit === 'USD/BTC') return formatNumber(value / 1000, language, 1);
  return formatPlain(value, language);
}

/** The unit that `inputNumber` leaves out; empty for a plain number or a percentage. */
export function axisUnit(key: string, unit: string, language: Language): string {
  if (isPercent(key, unit)) return '';
  const name = unitText(key, unit, language);
  if (isMillions(unit)) return language === 'de' ? `Mio. ${name}` : name.replace('$', '$m');
  if (unit === 'USD/BTC') return language === 'de' ? 'Tsd. $/BTC' : '$k/BTC';
  return name;
}

/** The same with the sign of per cent, for a column of units. */
export function shownUnit(key: string, unit: string, language: Language): string {
  return isPercent(key, unit) ? '%' : axisUnit(key, unit, language);
}

/** Values of one input on an axis, all with as many decimals as the one that needs most. */
export function inputNumbers(
  key: string,
  values: readonly number[],
  unit: string,
  language: Language,
): string[] {
  const texts = values.map((value) => inputNumber(key, value, unit, language));
  const point = language === 'de' ? ',' : '.';
  const digitsAfter = (text: string): number => /\d*/.exec(text.split(point)[1] ?? '')?.[0].length ?? 0;
  const decimals = Math.max(...texts.map(digitsAfter));
  const sign = isPercent(key, unit) ? '\u00a0%' : '';
  return values.map((value) => `${formatNumber(shownNumber(key, value, unit), language, decimals)}${sign}`);
}

/** An input with its unit: "Rent, $/kW-month". */
export function inputWithUnit(key: string, unit: string, language: Language): string {
  const name = axisUnit(key, unit, language);
  return name === '' ? inputLabel(key, language) : `${inputLabel(key, language)}, ${name}`;
}

/** "11.0 Mio. $/MW", "$11.0m/MW": English puts the sign of dollars before the number of millions or thousands. */
function joined(number: string, unitName: string): string {
  if (unitName === '') return number;
  return /^\$[mk]/.test(unitName) ? `$${number}${unitName.slice(1)}` : `${number}\u00a0${unitName}`;
}

/** Value and unit, as short as a sentence needs them. */
export function inputWords(key: string, value: number, unit: string, language: Language): string {
  if (unit === 'months' && value === 1) return inputText(key, value, unit, language);
  return joined(inputNumber(key, value, unit, language), axisUnit(key, unit, language));
}

/** A value that was found, with its unit: four digits, so that it differs from its neighbours. */
export function foundWords(key: string, value: number, unit: string, language: Language): string {
  if (unit === 'months') return inputWords(key, value, unit, language);
  const number = formatExact(Number(shownNumber(key, value, unit).toPrecision(4)), language);
  return joined(number, shownUnit(key, unit, language));
}

/** Where the range of an input comes from. */
export function rangeSource(range: InputRange, language: Language): string {
  const t = riskText[language];
  const { kind, source, fromMonth, toMonth } = range;
  const name = source === null || source.startsWith('assumption') ? t.judgement : source;
  if (kind === 'observed') {
    const months = t.observed
      .replace('{from}', formatDate(fromMonth ?? '', language))
      .replace('{to}', formatDate(toMonth ?? '', language));
    return months;
  }
  if (kind === 'rivals') return t.rivals;
  return kind === 'relative' ? `${name}, ${t.relative}` : name;
}

/** The same in few letters, for the edge of a chart. */
export function shortRangeSource(range: InputRange, language: Language): string {
  const t = riskText[language];
  const { kind, source } = range;
  if (kind === 'observed' || kind === 'rivals') return rangeSource(range, language);
  return source === null || source.startsWith('assumption') ? t.judgement : source.replaceAll('.csv', '');
}

/** "sourced", "assumption" …, and how sure it is. */
export function originWord(origin: InputRange['origin'], language: Language): string {
  return riskText[language][`origin_${origin}`];
}

export function confidenceWord(confidence: InputRange['confidence'], language: Language): string {
  return riskText[language][`confidence_${confidence ?? 'none'}`];
}

/** "Gain over mining, colocation" */
export function resultName({ measure, strategy }: RiskResult, language: Language): string {
  const t = riskText[language];
  const name = strategy === 'bestConversion' ? t.bestConversion : strategyNames[language][strategy];
  return `${measure === 'gain' ? t.gain : t.npvOf}, ${name}`;
}

/** Inputs by name. */
export function inputNames(keys: readonly InputKey[], language: Language): string {
  return keys.map((key) => inputLabel(key, language)).join(', ');
}
