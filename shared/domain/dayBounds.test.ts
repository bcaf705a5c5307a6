import { expect, test } from 'vitest';
import { dayBound } from './dayBounds.ts';

test('R5.24 a day has a first and a last moment on this machine’s clock, and what is no day has none', () => {
  expect(dayBound('2026-11-25', 'start')).toBe(new Date(2026, 10, 25).toISOString());
  expect(dayBound('2026-11-25', 'end')).toBe(new Date(new Date(2026, 10, 26).getTime() - 1).toISOString());
  expect([dayBound('2026-02-30', 'start'), dayBound('now', 'start'), dayBound('2026-13-01', 'end')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
