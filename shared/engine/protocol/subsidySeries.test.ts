import { expect, test } from 'vitest';
import { createCalendar, parseMonth } from '../time/months.ts';
import { halvingMonths, subsidySeries } from './subsidySeries.ts';

const calendar = createCalendar(parseMonth('2028-03') ?? 0, 12);
const halving = { date: '2028-04-13', subsidyBtcPerBlockAfter: 1.5625 };

test('R2.6 the month of a halving is a mean by days, the day itself new', () => {
  const series = subsidySeries(3.125, [halving], calendar);
  expect(series[0]).toBe(3.125);
  expect(series[1]).toBeCloseTo((3.125 * 12 + 1.5625 * 18) / 30, 14);
  expect(series[2]).toBe(1.5625);
});

test('R2.6 a halving before the valuation month has happened', () => {
  expect(subsidySeries(6.25, [{ date: '2024-04-20', subsidyBtcPerBlockAfter: 3.125 }], calendar)[0]).toBe(
    3.125,
  );
});

test('R2.6 halvings of the horizon count from the valuation month', () => {
  const later = { date: '2032-04-10', subsidyBtcPerBlockAfter: 0.78125 };
  expect(halvingMonths([later, halving], calendar)).toEqual([1]);
});
