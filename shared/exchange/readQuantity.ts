import type { Language } from '../format/number.ts';
import { readNumber, type NumberReading } from './readNumber.ts';

/** How a text with or without a unit was read, in the unit of its field. */
export type QuantityReading = NumberReading | { readonly kind: 'wrongUnit'; readonly unit: string };

/** Units that may be typed into a field, each with what one of it is in the field's unit. */
const accepted: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  MW: { mw: 1, kw: 1e-3, gw: 1e3 },
  kW: { kw: 1, mw: 1e3, w: 1e-3 },
  'EH/s': { 'eh/s': 1, eh: 1, 'ph/s': 1e-3, 'th/s': 1e-6 },
  'TH/s': { 'th/s': 1, th: 1, 'ph/s': 1e3, 'gh/s': 1e-3 },
  'J/TH': { 'j/th': 1, 'w/th': 1 },
  months: { month: 1, months: 1, year: 12, years: 12 },
  'USD/BTC': { '$/btc': 1, $: 1 },
  'USD/MWh': { '$/mwh': 1, '$/kwh': 1000, 'ct/kwh': 10, 'c/kwh': 10, '¢/kwh': 10 },
  'USD/MW': { '$/mw': 1, '$/kw': 1000, $: 1 },
  'USD/MW-month': { '$/mw-month': 1, '$/kw-month': 1000 },
  'USD/kW-month': { '$/kw-month': 1, '$/mw-month': 1e-3 },
  'USD/TH': { '$/th': 1, '$/ph': 1e-3 },
  'USD/GPU': { '$/gpu': 1, $: 1 },
  'USD/GPU-h': { '$/gpu-h': 1, '$/gpu-hour': 1, '$/h': 1 },
  'USD/GPU-month': { '$/gpu-month': 1 },
  'BTC/block': { 'btc/block': 1, btc: 1 },
  USD: { $: 1 },
  'USD/share': { '$/share': 1, $: 1 },
  BTC: { btc: 1 },
  years: { year: 1, years: 1, month: 1 / 12, months: 1 / 12 },
  percent: { '%': 1 },
  '1': {},
};

/** German words, spellings and spaces of a unit brought to one form. */
function plainUnit(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/usd|us\$/g, '$')
    .replaceAll(/\s*(?:je|pro|per)\s+/g, '/')
    .replaceAll(/\s+(?:und|and)\s+|\s*·\s*/g, '-')
    .replaceAll(/monate?n?\b/g, 'month')
    .replaceAll(/jahre?n?\b/g, 'year')
    .replaceAll('stunde', 'hour')
    .replace(/^%.*$/, '%')
    .replaceAll(/[\s\u00a0\u202f]/g, '');
}

const shape =
  /^\s*(\$?)\s*([-+\u2212(]?[\d.,'\u2019\s\u00a0\u202f]*\d\)?(?:\s*(?:tsd|mio|mrd|bn|k|m)\b\.?)?)\s*(.*?)\s*$/i;

/**
 * Reads what an analyst types or pastes: "50 MW", "0,042 $/kWh", "1,2 Mio". The number in the notation of the field's
 * language, the unit converted to the field's; a unit of another kind is refused, never dropped.
 * @param unit the field's unit; `percent` where it is shown in percent
 */
export function readQuantity(text: string, unit: string, language: Language): QuantityReading {
  const [, dollar = '', number = '', rest = ''] = shape.exec(text) ?? [];
  if (number === '') return { kind: 'notANumber' };
  const reading = readNumber(number, language);
  const typed = dollar === '' && rest === '' ? '' : plainUnit(dollar + rest);
  if (typed === '' || reading.kind === 'notANumber') return reading;
  const factor = accepted[unit]?.[typed];
  if (factor === undefined) return { kind: 'wrongUnit', unit: (dollar + rest).trim() };
  // A unit may only move the decimal point; the digits stay what was typed.
  const scaled = (value: number): number => Number((value * factor).toPrecision(15));
  return reading.kind === 'read'
    ? { kind: 'read', value: scaled(reading.value) }
    : { kind: 'ambiguous', readings: [scaled(reading.readings[0]), scaled(reading.readings[1])] };
}

/**
 * P1 What was typed in another unit than the field's, so that both can be shown: "50 MW" beside 50,000 kW.
 * @returns undefined where the text has no unit, the field's own, or cannot be read
 */
export function typedInAnotherUnit(
  text: string,
  unit: string,
  language: Language,
): { readonly value: number; readonly unit: string } | undefined {
  const [, dollar = '', number = '', rest = ''] = shape.exec(text) ?? [];
  if (number === '') return undefined;
  const reading = readNumber(number, language);
  const factor = accepted[unit]?.[plainUnit(dollar + rest)];
  if (reading.kind !== 'read' || factor === undefined || factor === 1) return undefined;
  return { value: reading.value, unit: (dollar + rest).trim() };
}
