import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate, dayNumber, formatInstant, parseDate, parseInstant } from './civilDay.ts';

test('days count from 1970-01-01 through leap years', () => {
  expect(dayNumber({ year: 1970, month: 1, day: 1 })).toBe(0);
  expect(dayNumber({ year: 2000, month: 3, day: 1 })).toBe(11_017);
  expect(dayNumber({ year: 2024, month: 2, day: 29 })).toBe(19_782);
  expect(civilDate(-1)).toEqual({ year: 1969, month: 12, day: 31 });
});

test('property: day number and date are inverse, and days follow each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 3_000_000 }), (days) => {
      expect(dayNumber(civilDate(days))).toBe(days);
    }),
  );
});

test('what is no date is no date', () => {
  expect([parseDate('2026-02-29'), parseDate('2026-13-01'), parseDate('26-1-1'), parseDate('')]).toEqual(
    Array(4).fill(undefined),
  );
  expect(parseDate('2028-02-29')).toEqual({ year: 2028, month: 2, day: 29 });
});

test('instants are read and written in UTC', () => {
  expect(parseInstant('2026-09-20T20:09:36Z')).toBe(1_789_934_976);
  expect(formatInstant(1_789_934_976)).toBe('2026-09-20T20:09:36Z');
  expect(parseInstant('2026-09-20T24:00:00Z')).toBeUndefined();
  expect(parseInstant('2026-09-20 20:09:36')).toBeUndefined();
});
