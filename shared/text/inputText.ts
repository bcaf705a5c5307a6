import { formatNumber, formatPlain, type Language } from '../format/number.ts';
import { isPercent, unitText } from './inputLabels.ts';

/** An input of few digits is shown as it is (3.125 BTC), a derived one as far as its digits carry information. */
function exactOrPlain(value: number, language: Language): string {
  const [, decimals = ''] = String(value).split('.');
  const isShort = Math.abs(value) < 1000 && decimals.length <= 4 && Number(value.toPrecision(5)) === value;
  return isShort ? formatNumber(value, language, decimals.length) : formatPlain(value, language);
}

/** One input's value as shown: percent where the input is a share, with its unit. */
/** Per-megawatt money is read in millions, as it is spoken. */
function isMillions(value: number, unit: string): boolean {
  return unit.startsWith('USD/MW') && unit !== 'USD/MWh' && Math.abs(value) >= 1e6;
}

export function inputText(key: string, value: number, unit: string, language: Language): string {
  const number = exactOrPlain(isPercent(key, unit) ? Number((value * 100).toPrecision(12)) : value, language);
  const name = unitText(key, unit, language);
  if (isMillions(value, unit)) {
    const millions = exactOrPlain(Number((value / 1e6).toPrecision(12)), language);
    return language === 'de' ? `${millions}\u00a0Mio.\u00a0${name}` : `$${millions}m${name.replace('$', '')}`;
  }
  if (unit === 'months' && value === 1) return language === 'de' ? '1\u00a0Monat' : '1\u00a0month';
  return name === '' ? number : `${number}\u00a0${name}`;
}
