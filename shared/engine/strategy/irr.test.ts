import fc from 'fast-check';
import { expect, test } from 'vitest';
import { internalRates, periodicIrrs } from './irr.ts';
import { npvUsd, periodicNpv } from './npv.ts';

test('R5.11 three roots are all found, ascending, and none of them is "the" IRR', () => {
  const monthly = [-1, 6, -11, 6].flatMap((flow, year) =>
    year === 0 ? [flow] : [...Array<number>(11).fill(0), flow],
  );
  const { allPerYear, perYear } = internalRates(monthly);
  expect(allPerYear.map((rate) => Math.round(rate * 1e9) / 1e9)).toEqual([0, 1, 2]);
  expect(perYear).toBeNull();
});

test('R5.11 a double root is found once and shown as none', () => {
  expect(periodicIrrs([-1, 4, -4])).toEqual([1]);
});

test('R5.11 a root at which NPV rises is listed but not shown', () => {
  const rates = internalRates([100, ...Array<number>(11).fill(0), -110]);
  expect(rates.allPerYear[0]).toBeCloseTo(0.1, 12);
  expect(rates.perYear).toBeNull();
});

test('R5.11 rates outside (−95 %, 1000 %) are cut off', () => {
  expect(internalRates([-100, ...Array<number>(11).fill(0), 3]).allPerYear).toEqual([]);
  expect(internalRates([-100, ...Array<number>(11).fill(0), 1200]).allPerYear).toEqual([]);
});

/** Dollars: below a millionth of one there is none, and products of denormal numbers have no sign to find. */
const flow = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((usd) => (Math.abs(usd) < 1e-6 ? 0 : usd));

test('property: every root of 190 months makes NPV vanish against its absolute parts', () => {
  fc.assert(
    fc.property(fc.array(flow, { minLength: 2, maxLength: 191 }), (flows) => {
      for (const rate of internalRates(flows).allPerYear) {
        const absolute = npvUsd(rate, flows.map(Math.abs));
        expect(Math.abs(npvUsd(rate, flows))).toBeLessThanOrEqual(1e-10 * absolute);
      }
    }),
  );
});

test('property: a sign change of NPV between grid points is never missed', () => {
  const grid = Array.from({ length: 80 }, (_, step) => -0.9 + step * 0.05);
  fc.assert(
    fc.property(fc.array(flow, { minLength: 2, maxLength: 150 }), (flows) => {
      const roots = internalRates(flows).allPerYear;
      for (const [index, low] of grid.slice(0, -1).entries()) {
        const high = grid[index + 1] ?? low;
        if (npvUsd(low, flows) < 0 === npvUsd(high, flows) < 0) continue;
        expect(roots.some((root) => root >= low - 1e-9 && root <= high + 1e-9)).toBe(true);
      }
    }),
  );
});

test('property: roots put in are the roots that come out', () => {
  const factor = fc.integer({ min: 60, max: 300 });
  fc.assert(
    fc.property(fc.uniqueArray(factor, { minLength: 1, maxLength: 4 }), (percents) => {
      const growths = percents.map((percent) => percent / 100).toSorted((a, b) => a - b);
      let flows = [1];
      for (const growth of growths) {
        flows = [...flows, 0].map((value, index) => value * 1 - growth * (flows[index - 1] ?? 0));
      }
      const roots = periodicIrrs(flows.map((value) => value * 1000));
      expect(roots.length).toBe(growths.length);
      for (const [index, root] of roots.entries()) expect(root + 1).toBeCloseTo(growths[index] ?? NaN, 7);
      for (const root of roots) expect(Math.abs(periodicNpv(root, flows))).toBeLessThan(1e-9);
    }),
  );
});

test('R5.11 a triple root is placed to the last bits', () => {
  expect(periodicIrrs([1, -3, 3, -1])).toEqual([0]);
  // −(1 − 1.1·x)³ in powers of the discount factor x: a rate of 10 %, three times.
  const [rate, ...none] = periodicIrrs([-1, 3.3, -3.63, 1.331]);
  expect(none).toEqual([]);
  expect(rate).toBeCloseTo(0.1, 13);
});
