import { formatPlain, type Language } from '../format/number.ts';
import { isPercent, unitText } from './inputLabels.ts';

/** One input's value as shown: percent where the input is a share, with its unit. */
export function inputText(key: string, value: number, unit: string, language: Language): string {
  const number = isPercent(key, unit) ? formatPlain(value * 100, language) : formatPlain(value, language);
  const name = unitText(key, unit, language);
  return name === '' ? number : `${number}\u00a0${name}`;
}
