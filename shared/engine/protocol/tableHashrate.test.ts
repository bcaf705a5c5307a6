import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tableHashrateEhS } from './tableHashrate.ts';

test('R2.5a between rows the hash rate grows by the same share: 100 doubles twice in two months, then stays', () => {
  const path = tableHashrateEhS(100, [{ month: 2, hashrateEhS: 400 }], 5);
  expect(path[1]).toBeCloseTo(200, 9);
  expect([path[0], path[2], path[3], path[4]]).toEqual([100, 400, 400, 400]);
});

test('R2.5a rows of month 0 or earlier are past; without one ahead the hash rate stands still', () => {
  const past = [
    { month: -3, hashrateEhS: 7 },
    { month: 0, hashrateEhS: 8 },
  ];
  expect(tableHashrateEhS(100, past, 3)).toEqual([100, 100, 100]);
});

test('R2.5a property: every row is met, and between two rows the path leaves neither', () => {
  const rate = fc.double({ min: 1, max: 1e6, noNaN: true });
  const points = fc.uniqueArray(fc.record({ month: fc.integer({ min: 1, max: 40 }), hashrateEhS: rate }), {
    selector: ({ month }) => month,
    minLength: 1,
  });
  fc.assert(
    fc.property(rate, points, (start, rows) => {
      const path = tableHashrateEhS(start, rows, 41);
      for (const { month, hashrateEhS } of rows) expect(path[month]).toBe(hashrateEhS);
      const all = [start, ...rows.map(({ hashrateEhS }) => hashrateEhS)];
      const slack = 1 + 1e-12;
      expect(Math.min(...path) * slack).toBeGreaterThanOrEqual(Math.min(...all));
      expect(Math.max(...path)).toBeLessThanOrEqual(Math.max(...all) * slack);
    }),
  );
});
