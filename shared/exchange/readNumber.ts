import type { Language } from '../format/number.ts';

/** How a typed text was read. Two readings are a question to the analyst, never a guess. */
export type NumberReading =
  | { readonly kind: 'read'; readonly value: number }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] }
  | { readonly kind: 'notANumber' };

const factors: Readonly<Record<string, number>> = { tsd: 1e3, k: 1e3, mio: 1e6, m: 1e6, mrd: 1e9, bn: 1e9 };

interface Marks {
  readonly decimal: string;
  readonly group: string;
}

const marksOf: Readonly<Record<Language, Marks>> = {
  de: { decimal: ',', group: '.' },
  en: { decimal: '.', group: ',' },
};

/** Digits with groups of three and at most one decimal mark, in one notation; undefined where it does not fit. */
function readAs(text: string, { decimal, group }: Marks): number | undefined {
  const parts = text.split(decimal);
  if (parts.length > 2) return undefined;
  const [whole = '', fraction] = parts;
  if (fraction !== undefined && !/^\d+$/.test(fraction)) return undefined;
  const groups = whole.split(group);
  const grouped = groups.length > 1;
  if (
    grouped &&
    (!/^\d{1,3}$/.test(groups[0] ?? '') || !groups.slice(1).every((part) => /^\d{3}$/.test(part)))
  )
    return undefined;
  if (!grouped && !/^\d*$/.test(whole)) return undefined;
  if (whole === '' && fraction === undefined) return undefined;
  return Number(`${groups.join('')}.${fraction ?? '0'}`);
}

interface Bare {
  readonly digits: string;
  readonly sign: number;
  readonly factor: number;
}

/** Sign, brackets for negative, and words for powers of ten apart from the digits. Spaces and apostrophes are groups. */
function bareOf(text: string): Bare | undefined {
  let rest = text
    .trim()
    .replaceAll(/[\u00a0\u202f\s'\u2019]/g, '')
    .replaceAll('\u2212', '-');
  let sign = 1;
  if (/^\(.*\)$/.test(rest)) [rest, sign] = [rest.slice(1, -1), -1];
  if (rest.startsWith('-')) [rest, sign] = [rest.slice(1), -sign];
  else if (rest.startsWith('+')) rest = rest.slice(1);
  const found = /^([\d.,]+)([a-z]*)\.?%?$/i.exec(rest);
  if (!found) return undefined;
  const word = (found[2] ?? '').toLowerCase();
  const factor = word === '' ? 1 : factors[word];
  return factor === undefined ? undefined : { digits: found[1] ?? '', sign, factor };
}

const plainDigits = /^\d+$/;
const plainDecimals: Readonly<Record<Language, RegExp>> = {
  de: /^\d+,(?!000$)\d+$/,
  en: /^\d+\.(?!000$)\d+$/,
};

/** Digits and at most the language's own decimal sign have one reading; a table of a hundred thousand is full of them. */
export function readPlain(text: string, language: Language): number | undefined {
  if (plainDigits.test(text)) return Number(text);
  if (!plainDecimals[language].test(text)) return undefined;
  return Number(language === 'de' ? text.replace(',', '.') : text);
}

/**
 * Reads a number in the notation of the field's language. "1.000" is 1000 in German without a question; what only the
 * other language's notation explains ("12.5" in a German field) is asked, with both readings.
 */
export function readNumber(text: string, language: Language): NumberReading {
  const plain = readPlain(text, language);
  if (plain !== undefined) return { kind: 'read', value: plain };
  const bare = bareOf(text);
  if (!bare) return { kind: 'notANumber' };
  const scale = bare.sign * bare.factor;
  const own = readAs(bare.digits, marksOf[language]);
  const joined = Number(bare.digits.replaceAll(/[.,]/g, ''));
  // "1,000" in a German field is 1 with three idle zeros, or the other language's 1000: nobody types the former.
  const hasIdleZeros = new RegExp(`^\\d{1,3}\\${marksOf[language].decimal}000$`).test(bare.digits);
  if (own !== undefined)
    return hasIdleZeros
      ? { kind: 'ambiguous', readings: [scale * own, scale * joined] }
      : { kind: 'read', value: scale * own };
  const other = readAs(bare.digits, marksOf[language === 'de' ? 'en' : 'de']);
  if (other === undefined) return { kind: 'notANumber' };
  return { kind: 'ambiguous', readings: [scale * other, scale * joined] };
}
