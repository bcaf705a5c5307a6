import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSharing } from './pathSharing.ts';

test('R7.2 property: every path is given out once, whoever comes back first, and results end with all of them', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 8 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 7 })),
      (paths, workers, order) => {
        const sharing = createSharing(paths, 40);
        const drawn = new Uint8Array(paths);
        const due: number[] = [];
        let now = 0;
        const busy = Array.from({ length: workers }, () => sharing.take(now)).filter(
          (share) => share !== undefined,
        );
        while (busy.length > 0) {
          now += 7;
          const [share] = busy.splice((order.next().value ?? 0) % busy.length, 1);
          if (!share) break;
          drawn.fill(1, share.from, share.from + share.count);
          const next = sharing.take(now);
          if (next) busy.push(next);
          sharing.finish(share.from, share.count, now);
          const summary = sharing.summaryDue();
          if (summary === undefined) continue;
          due.push(summary);
          // What a summary is made of is there without a gap.
          expect(drawn.subarray(0, summary).every((isDrawn) => isDrawn === 1)).toBe(true);
        }
        expect(sharing.done()).toBe(paths);
        expect(due).toEqual(due.toSorted((a, b) => a - b));
        expect(due.at(-1)).toBe(paths);
        expect(due.filter((count) => count === paths)).toHaveLength(1);
      },
    ),
  );
});

test('a stretch shrinks where paths take long, so that a stopped run soon leaves its workers free', () => {
  const sharing = createSharing(10_000, 40);
  const first = sharing.take(0);
  expect(first).toEqual({ from: 0, count: 40 });
  // A path took 10 ms: four of them fill the wanted time.
  sharing.finish(0, 40, 400);
  expect(sharing.take(400)).toEqual({ from: 40, count: 4 });
});
