/** A date as exact as it is known, or why none was read. */
export type DateReading =
  | { readonly kind: 'date'; readonly date: string; readonly isSerial: boolean }
  | { readonly kind: 'open'; readonly readings: readonly [string, string] }
  | { readonly kind: 'noDate' };

/** Whether slashes put the day or the month first; undefined where nobody has said. */
export type DateOrder = 'dayFirst' | 'monthFirst';

const months: readonly (readonly string[])[] = [
  ['jan', 'januar', 'january', 'jänner'],
  ['feb', 'februar', 'february'],
  ['mar', 'mär', 'mrz', 'märz', 'march', 'maerz'],
  ['apr', 'april'],
  ['may', 'mai'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'okt', 'october', 'oktober'],
  ['nov', 'november'],
  ['dec', 'dez', 'december', 'dezember'],
];

const noDate: DateReading = { kind: 'noDate' };
const pad = (number: number): string => String(number).padStart(2, '0');
const full = (year: string): number => (year.length === 2 ? 2000 : 0) + Number(year);

function dayOf(year: number, month: number, day: number): string | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const fits = year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return fits ? `${year}-${pad(month)}-${pad(day)}` : undefined;
}

function monthOf(year: number, month: number): string | undefined {
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 ? `${year}-${pad(month)}` : undefined;
}

const found = (date: string | undefined): DateReading =>
  date === undefined ? noDate : { kind: 'date', date, isSerial: false };

/** Days since 30 December 1899, as spreadsheets count; before 1955 and after 2119 a number is no date. */
function serial(number: number): DateReading {
  const day = Math.floor(number);
  // What is no number lies in no range.
  if (!(day >= 20_000 && day <= 80_000)) return noDate;
  const date = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10);
  return { kind: 'date', date, isSerial: true };
}

function monthNumber(word: string): number {
  return months.findIndex((names) => names.includes(word.toLowerCase().replace('.', ''))) + 1;
}

/** Slashes are read day first in Europe and month first in America; a day above twelve tells. */
function slashed(first: number, second: number, year: number, order: DateOrder | undefined): DateReading {
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  if (order !== undefined) return found(order === 'dayFirst' ? dayFirst : monthFirst);
  if (dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst)
    return { kind: 'open', readings: [dayFirst, monthFirst] };
  return found(dayFirst ?? monthFirst);
}

/** The last day of a quarter, which its figures stand for. */
function quarterEnd(quarter: number, year: number): string | undefined {
  return dayOf(year, quarter * 3, quarter === 1 || quarter === 4 ? 31 : 30);
}

type Shape = readonly [RegExp, (parts: readonly string[], order: DateOrder | undefined) => DateReading];

const shapes: readonly Shape[] = [
  [
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+Z?)?$/,
    ([y = '', m, d]) => found(dayOf(full(y), Number(m), Number(d))),
  ],
  [/^(\d{4})[-/](\d{1,2})$/, ([y = '', m]) => found(monthOf(full(y), Number(m)))],
  [/^(\d{1,2})[./](\d{4})$/, ([m, y = '']) => found(monthOf(full(y), Number(m)))],
  [/^(\d{4})$/, ([y = '']) => found(Number(y) >= 1900 && Number(y) <= 2200 ? y : undefined)],
  [
    /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/,
    ([d, m, y = '']) => found(dayOf(full(y), Number(m), Number(d))),
  ],
  [
    /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/,
    ([a, b, y = ''], order) => slashed(Number(a), Number(b), full(y), order),
  ],
  [
    /^(\d{1,2})\.?[ -]([a-zä]+)\.?[ -](\d{4}|\d{2})$/i,
    ([d, m = '', y = '']) => found(dayOf(full(y), monthNumber(m), Number(d))),
  ],
  [
    /^([a-zä]+)\.? (\d{1,2}), ?(\d{4})$/i,
    ([m = '', d, y = '']) => found(dayOf(full(y), monthNumber(m), Number(d))),
  ],
  [/^([a-zä]+)\.?[ -](\d{4}|\d{2})$/i, ([m = '', y = '']) => found(monthOf(full(y), monthNumber(m)))],
  [/^Q([1-4])[ /-]?(?:FY)?(\d{4}|\d{2})$/i, ([q, y = '']) => found(quarterEnd(Number(q), full(y)))],
  [/^([1-4])Q[ /-]?(\d{4}|\d{2})$/i, ([q, y = '']) => found(quarterEnd(Number(q), full(y)))],
  [/^(\d{4})[ -]?Q([1-4])$/i, ([y = '', q]) => found(quarterEnd(Number(q), full(y)))],
  [/^(\d{5})(?:[.,]\d+)?$/, ([days]) => serial(Number(days))],
];

/** Reads a date in the notations of reports and spreadsheets; what two notations read differently stays open. */
export function readDate(cell: string | number, order: DateOrder | undefined): DateReading {
  if (typeof cell === 'number')
    return Number.isInteger(cell) && cell >= 1900 && cell <= 2200 ? found(String(cell)) : serial(cell);
  const text = cell.trim();
  for (const [shape, read] of shapes) {
    const parts = shape.exec(text);
    if (parts) return read(parts.slice(1), order);
  }
  return noDate;
}
