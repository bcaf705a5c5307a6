import { daysOfMonth, parseDate } from './civilDay.ts';

/** R1.1 A calendar month counted from year 0: 12 · year + (month − 1). */
export type MonthCount = number;

/** R1.6 The engine computes this many months beyond the horizon, for forward NOI only. */
export const forwardMonths = 12;

/**
 * R1.1 Reads "YYYY-MM"; undefined where the text is no month.
 * @example parseMonth('2026-12') // → 24323
 */
export function parseMonth(text: string): MonthCount | undefined {
  const match = /^(\d{4})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? Number(match[1]) * 12 + month - 1 : undefined;
}

/**
 * R1.1 Writes a month as "YYYY-MM".
 * @example formatMonth(24323) // → '2026-12'
 */
export function formatMonth(month: MonthCount): string {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String(month - year * 12 + 1).padStart(2, '0')}`;
}

/**
 * R1.1 Calendar year of a month.
 * @example yearOfMonth(24323) // → 2026
 */
export function yearOfMonth(month: MonthCount): number {
  return Math.floor(month / 12);
}

/**
 * R1.1 Days of a calendar month (Gregorian, UTC).
 * @example daysOf(24323) // → 31
 */
export function daysOf(month: MonthCount): number {
  const year = yearOfMonth(month);
  return daysOfMonth(year, month - year * 12 + 1);
}

/**
 * R1.1 Hours of a calendar month: 24 · days, no daylight saving.
 * @example hoursOf(24323) // → 744
 */
export function hoursOf(month: MonthCount): number {
  return 24 * daysOf(month);
}

/**
 * Month and day of the month in which a date "YYYY-MM-DD" falls; undefined where the text is no date.
 * @example monthAndDayOf('2026-12-24') // → { month: 24323, day: 24 }
 */
export function monthAndDayOf(date: string): { month: MonthCount; day: number } | undefined {
  const parsed = parseDate(date);
  return parsed && { month: parsed.year * 12 + parsed.month - 1, day: parsed.day };
}

/** The months of one case: the valuation month, the horizon T and the hours of months 0 … T+11. */
export interface Calendar {
  readonly firstMonth: MonthCount;
  readonly horizonMonths: number;
  readonly computedMonths: number;
  readonly hours: Float64Array;
}

/**
 * R1.1, R1.6 Calendar of a case.
 * @param firstMonth the valuation month
 * @param horizonMonths T, whole and at least 1
 * @example createCalendar(24324, 120).hours.slice(0, 2) // → [744, 672]
 */
export function createCalendar(firstMonth: MonthCount, horizonMonths: number): Calendar {
  const computedMonths = horizonMonths + forwardMonths;
  const hours = new Float64Array(computedMonths);
  for (let month = 0; month < computedMonths; month += 1) hours[month] = hoursOf(firstMonth + month);
  return { firstMonth, horizonMonths, computedMonths, hours };
}
