/*
 * Numbers as the language writes them: true minus, no-break space before a unit, digits as the reader needs them.
 */

export type Language = 'de' | 'en';

const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-US' };
const formatters = new Map<string, Intl.NumberFormat>();

/** A number with a fixed count of decimals; the sign is a true minus. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const key = `${language}${decimals}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locales[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    formatters.set(key, formatter);
  }
  const text = formatter.format(value).replace('-', '\u2212');
  // A negative number that rounds to zero is shown as zero.
  return /[1-9]/.test(text) ? text : text.replace('\u2212', '');
}

/** Digits that carry information: three significant ones, none after the point above 100. */
export function formatPlain(value: number, language: Language): string {
  const size = Math.abs(value);
  if (size === 0 || size >= 100 || Number.isInteger(value)) return formatNumber(value, language, 0);
  if (size >= 10) return formatNumber(value, language, 1);
  if (size >= 1) return formatNumber(value, language, 2);
  return formatNumber(value, language, 3);
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
