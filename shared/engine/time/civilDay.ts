/*
 * Days of the proleptic Gregorian calendar in UTC, counted from 1970-01-01, without the host's Date.
 */

/** A day of the calendar: month 1 … 12, day 1 … 31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const daysPerEra = 146097;

/**
 * Whether a Gregorian year has a 29 February.
 * @example isLeapYear(2100) // → false
 */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * Days of a calendar month (month 1 … 12).
 * @example daysOfMonth(2028, 2) // → 29
 */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days from 1970-01-01 to a date; negative before it. Years are counted from March so that 29 February is
 * last.
 * @example dayNumber({ year: 2024, month: 2, day: 29 }) // → 19782
 */
export function dayNumber({ year, month, day }: CivilDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - 719468;
}

/**
 * The date a number of days after 1970-01-01; the inverse of `dayNumber`.
 * @example civilDate(-1) // → { year: 1969, month: 12, day: 31 }
 */
export function civilDate(days: number): CivilDate {
  const shifted = days + 719468;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}

/**
 * Reads "YYYY-MM-DD"; undefined where the text is no day of the calendar.
 * @example parseDate('2026-02-29') // → undefined
 */
export function parseDate(text: string): CivilDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month);
  return exists ? { year, month, day } : undefined;
}

const secondsPerDay = 86400;

/**
 * Reads "YYYY-MM-DDThh:mm:ssZ" as whole seconds since 1970-01-01T00:00:00Z; undefined where it is no
 * instant.
 * @example parseInstant('2026-09-20T20:09:36Z') // → 1789934976
 */
export function parseInstant(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/.exec(text);
  const date = parseDate(match?.[1] ?? '');
  if (!match || !date) return undefined;
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4])];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return dayNumber(date) * secondsPerDay + hour * 3600 + minute * 60 + second;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/**
 * Writes seconds since 1970-01-01T00:00:00Z as "YYYY-MM-DDThh:mm:ssZ"; parts of a second are cut off.
 * @example formatInstant(1789934976) // → '2026-09-20T20:09:36Z'
 */
export function formatInstant(seconds: number): string {
  const whole = Math.floor(seconds);
  const days = Math.floor(whole / secondsPerDay);
  const { year, month, day } = civilDate(days);
  const ofDay = whole - days * secondsPerDay;
  const clock = [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60];
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}T${clock.map((part) => padded(part, 2)).join(':')}Z`;
}
