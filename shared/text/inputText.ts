import { formatNumber, formatPlain, type Language } from '../format/number.ts';
import { isPercent, unitText } from './inputLabels.ts';

/** An input of few digits is shown as it is (3.125 BTC), a derived one as far as its digits carry information. */
function exactOrPlain(value: number, language: Language): string {
  const [, decimals = ''] = String(value).split('.');
  const isShort = Math.abs(value) < 1000 && decimals.length <= 4 && Number(value.toPrecision(5)) === value;
  return isShort ? formatNumber(value, language, decimals.length) : formatPlain(value, language);
}

/** One input's value as shown: percent where the input is a share, with its unit. */
export function inputText(key: string, value: number, unit: string, language: Language): string {
  const number = exactOrPlain(isPercent(key, unit) ? Number((value * 100).toPrecision(12)) : value, language);
  const name = unitText(key, unit, language);
  return name === '' ? number : `${number}\u00a0${name}`;
}
