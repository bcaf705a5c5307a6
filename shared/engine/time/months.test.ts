import { expect, test } from 'vitest';
import { createCalendar, formatMonth, monthAndDayOf, parseMonth } from './months.ts';

test('R1.1 hours are those of the calendar month', () => {
  const calendar = createCalendar(parseMonth('2028-01') ?? 0, 3);
  expect(Array.from(calendar.hours.subarray(0, 4))).toEqual([744, 696, 744, 720]);
  expect(calendar.computedMonths).toBe(15);
  expect(formatMonth((parseMonth('2026-12') ?? 0) + 1)).toBe('2027-01');
  expect(parseMonth('2026-00')).toBeUndefined();
  expect(monthAndDayOf('2026-12-24')).toEqual({ month: parseMonth('2026-12'), day: 24 });
});
