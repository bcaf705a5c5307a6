import { formatNumber, formatPlain, type Language } from '../format/number.ts';
import { isPercent, unitText } from './inputLabels.ts';

/** An input of few digits is shown as it is (3.125 BTC), a derived one as far as its digits carry information. */
function exactOrPlain(value: number, language: Language): string {
  const [, decimals = ''] = String(value).split('.');
  const isShort = Math.abs(value) < 1000 && decimals.length <= 4 && Number(value.toPrecision(5)) === value;
  return isShort ? formatNumber(value, language, decimals.length) : formatPlain(value, language);
}

/** Money per megawatt is an amount, read with its sign and in millions from one million on. */
function isAmountPerMw(unit: string): boolean {
  return unit.startsWith('USD/MW') && unit !== 'USD/MWh';
}

function isMillions(value: number, unit: string): boolean {
  return isAmountPerMw(unit) && Math.abs(value) >= 1e6;
}

/** A number before its unit: percent where the input is a share; an amount in millions where asked for. */
function numberOf(key: string, value: number, unit: string, inMillions: boolean, language: Language): string {
  const scale = inMillions ? 1e-6 : isPercent(key, unit) ? 100 : 1;
  const scaled = scale === 1 ? value : Number((value * scale).toPrecision(12));
  const number = exactOrPlain(scaled, language);
  if (language === 'de' || !isAmountPerMw(unit)) return number;
  return `${number.startsWith('\u2212') ? '\u2212$' : '$'}${number.replace('\u2212', '')}${inMillions ? 'm' : ''}`;
}

/** Puts the unit behind a number, or behind the second of two. */
function withUnit(
  number: string,
  key: string,
  unit: string,
  inMillions: boolean,
  language: Language,
): string {
  const name = unitText(key, unit, language);
  if (isAmountPerMw(unit)) {
    if (language === 'en') return `${number}${name.replace('$', '')}`;
    return inMillions ? `${number}\u00a0Mio.\u00a0${name}` : `${number}\u00a0${name}`;
  }
  return name === '' ? number : `${number}\u00a0${name}`;
}

/** One input's value as shown: percent where the input is a share, with its unit. */
export function inputText(key: string, value: number, unit: string, language: Language): string {
  if (unit === 'months' && value === 1) return language === 'de' ? '1\u00a0Monat' : '1\u00a0month';
  const inMillions = isMillions(value, unit);
  return withUnit(numberOf(key, value, unit, inMillions, language), key, unit, inMillions, language);
}

/** A range of an input: both ends in one scale, the unit once. */
export function rangeText(key: string, low: number, high: number, unit: string, language: Language): string {
  const inMillions = isMillions(low, unit) || isMillions(high, unit);
  const number = (value: number): string => numberOf(key, value, unit, inMillions, language);
  const both = `${number(low)}\u00a0${language === 'de' ? 'bis' : 'to'} ${number(high)}`;
  return withUnit(both, key, unit, inMillions, language);
}
