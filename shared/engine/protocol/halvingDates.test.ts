import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halvingsAtInterval } from './halvingDates.ts';

const halvings = [
  { date: '2024-04-20', subsidyBtcPerBlockAfter: 3.125 },
  { date: '2028-04-13', subsidyBtcPerBlockAfter: 1.5625 },
];

test('R2.1a 529 days at 600 s are 396 whole days at 450 s; what has happened stays', () => {
  // 2026-11-01 to 2028-04-13 are 529 days, 3/4 of them 396.75.
  expect(halvingsAtInterval(halvings, '2026-11-01', 450)).toEqual([
    halvings[0],
    { date: '2027-12-02', subsidyBtcPerBlockAfter: 1.5625 },
  ]);
});

test('R2.1a at the protocol’s own spacing nothing moves, to the same object', () => {
  expect(halvingsAtInterval(halvings, '2026-11-01', 600)).toBe(halvings);
});

test('R2.1a property: slower blocks never bring a halving forward', () => {
  const interval = fc.integer({ min: 450, max: 750 });
  fc.assert(
    fc.property(interval, interval, (a, b) => {
      const dateAt = (s: number) => halvingsAtInterval(halvings, '2026-11-01', s)[1]?.date ?? '';
      expect(dateAt(Math.min(a, b)) <= dateAt(Math.max(a, b))).toBe(true);
    }),
  );
});
