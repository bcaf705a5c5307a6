/*
 * Numbers as the language writes them: true minus, no-break space before a unit, digits as the reader needs them.
 */

export type Language = 'de' | 'en';

const marks: Readonly<Record<Language, { readonly group: string; readonly point: string }>> = {
  de: { group: '.', point: ',' },
  en: { group: ',', point: '.' },
};

/** Digits before and after the point, halves rounded away from zero as they are written, not as they are stored. */
function roundedDigits(size: number, decimals: number): { whole: string; fraction: string } {
  const written = String(size);
  // Powers of ten are written for sizes that round to zero, or that have no digits after the point.
  if (written.includes('e'))
    return { whole: size < 1 ? '0' : BigInt(size).toString(), fraction: '0'.repeat(decimals) };
  const [whole = '', after = ''] = written.split('.');
  const isUp = (after[decimals] ?? '0') >= '5';
  const kept = BigInt(whole + after.slice(0, decimals).padEnd(decimals, '0')) + (isUp ? 1n : 0n);
  const digits = kept.toString().padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return { whole: digits.slice(0, point), fraction: digits.slice(point) };
}

/**
 * A number with a fixed count of decimals, fewer than seven; the sign is a true minus. Written here and not by Intl,
 * whose formatters cost a start more than all else that the first screen computes.
 */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  if (!Number.isFinite(value)) return String(value).replace('-', '\u2212');
  const { group, point } = marks[language];
  const { whole, fraction } = roundedDigits(Math.abs(value), decimals);
  const text = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group) + (decimals > 0 ? point + fraction : '');
  // A negative number that rounds to zero is shown as zero.
  return value < 0 && /[1-9]/.test(text) ? `\u2212${text}` : text;
}

/** Digits that carry information: three significant ones, none after the point above 100. */
export function formatPlain(value: number, language: Language): string {
  return formatNumber(value, language, plainDecimals(value));
}

/** Decimals that `formatPlain` gives a number. */
function plainDecimals(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || size >= 100 || Number.isInteger(value)) return 0;
  return size >= 10 ? 1 : size >= 1 ? 2 : 3;
}

/**
 * How the numbers of one row or column are written that a reader compares: as many decimals as the largest of those that
 * are no whole numbers needs, the same for all.
 */
export function formatAlike(
  values: readonly (number | null)[],
  language: Language,
): (value: number) => string {
  const broken = values.filter((value) => value !== null && !Number.isInteger(value));
  const largest = broken.reduce<number>((size, value) => Math.max(size, Math.abs(value ?? 0)), 0);
  const decimals = plainDecimals(largest);
  return (value) => formatNumber(value, language, decimals);
}

/** Every digit that was typed, up to six after the point: what is read back must show what would be stored. */
export function formatExact(value: number, language: Language): string {
  const written = String(Number(value.toPrecision(12)));
  const [, after = ''] = written.split('.');
  return formatNumber(value, language, written.includes('e-') ? 6 : Math.min(6, after.length));
}

/** A share as percent: 0.153 becomes "15.3". */
export function formatPercent(share: number, language: Language, decimals = 1): string {
  return formatNumber(share * 100, language, decimals);
}

/** Millions of dollars: 1,029,000,000 becomes "1,029". */
export function formatMillions(usd: number, language: Language, decimals = 0): string {
  return formatNumber(usd / 1e6, language, decimals);
}

export const monthNames: Readonly<Record<Language, readonly string[]>> = {
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** A date as exact as it is known: day, month or year. */
export function formatDate(iso: string, language: Language): string {
  const [year = '', month, day] = iso.split('-');
  const name = monthNames[language][Number(month) - 1];
  if (month === undefined || name === undefined) return iso;
  if (day === undefined) return language === 'de' ? `${month}/${year}` : `${name.slice(0, 3)} ${year}`;
  return language === 'de' ? `${day}.${month}.${year}` : `${Number(day)} ${name.slice(0, 3)} ${year}`;
}

/** "April 2028" */
export function formatMonthName(iso: string, language: Language): string {
  const [year = '', month] = iso.split('-');
  return `${monthNames[language][Number(month) - 1] ?? ''} ${year}`.trim();
}

/** Whole days from a date of any exactness (its first day) to a day. */
export function ageInDays(iso: string, today: string): number {
  const full = iso.length === 4 ? `${iso}-01-01` : iso.length === 7 ? `${iso}-01` : iso;
  return Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${full}T00:00:00Z`)) / 86_400_000);
}
