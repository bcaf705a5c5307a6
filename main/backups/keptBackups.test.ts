import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptBackups, keptNewest } from './keptBackups.ts';

const now = '2026-11-25T12:00:00.000Z';
const ago = (days: number, hours = 0) => ({
  writtenAt: new Date(Date.parse(now) - (days * 24 + hours) * 3_600_000).toISOString(),
  isBeforeRestore: false,
});

test('the newest ten of one day stay, then the newest of that day only', () => {
  const all = Array.from({ length: 12 }, (_, index) => ago(0, index / 4));
  expect([...keptBackups(all, now)]).toEqual(all.slice(0, 10));
});

test('a year of daily backups leaves 14 days, the newest of 12 weeks, and nothing older', () => {
  const all = Array.from({ length: 365 }, (_, index) => ago(index));
  const kept = [...keptBackups(all, now)].map(({ writtenAt }) => writtenAt.slice(0, 10)).toSorted();
  expect(kept.slice(-14)[0]).toBe('2026-11-12');
  // 2026-11-25 is a Wednesday: the week of 7 September is the twelfth, each older one stands with its Sunday.
  expect(kept[0]).toBe('2026-09-13');
  expect(kept).toHaveLength(23);
  expect(kept).toContain('2026-11-08');
});

test('what was kept before a restore stays twelve weeks', () => {
  const crowd = Array.from({ length: 20 }, (_, index) => ago(40, index / 10));
  const old = { ...ago(40, 5), isBeforeRestore: true };
  const tooOld = { ...ago(90), isBeforeRestore: true };
  const recent = Array.from({ length: 10 }, (_, index) => ago(0, index / 10));
  const kept = keptBackups([...crowd, old, tooOld, ...recent], now);
  expect([kept.has(old), kept.has(tooOld)]).toEqual([true, false]);
});

test('the newest is never dropped, whatever the clock says, and pruning twice is pruning once', () => {
  const time = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 60 }), time, (times, at) => {
      const all = times.map((written) => ({ writtenAt: written.toISOString(), isBeforeRestore: false }));
      const kept = [...keptBackups(all, at.toISOString())];
      const newest = all
        .map(({ writtenAt }) => writtenAt)
        .toSorted()
        .at(-1);
      expect(kept.map(({ writtenAt }) => writtenAt)).toContain(newest);
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(all.length, keptNewest));
      expect(keptBackups(kept, at.toISOString()).size).toBe(kept.length);
    }),
  );
});
