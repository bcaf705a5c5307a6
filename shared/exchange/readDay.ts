const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function two(number: string): string {
  return number.padStart(2, '0');
}

function isoOf(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return `${iso[1]}-${two(iso[2] ?? '')}-${two(iso[3] ?? '')}`;
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted) return `${dotted[3]}-${two(dotted[2] ?? '')}-${two(dotted[1] ?? '')}`;
  const named = /^(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})$/i.exec(text);
  const month = months.indexOf(named?.[2]?.toLowerCase() ?? '') + 1;
  return named && month > 0 ? `${named[3]}-${two(String(month))}-${two(named[1] ?? '')}` : undefined;
}

/**
 * A day as it is written on screen in either language, or in ISO form. Slashes are refused: 07/10 is two days.
 * @returns the ISO day; undefined where the calendar has none such
 */
export function readDay(text: string): string | undefined {
  const iso = isoOf(text.trim());
  const time = iso === undefined ? NaN : Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === iso ? iso : undefined;
}
