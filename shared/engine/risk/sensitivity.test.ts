import { expect, test } from 'vitest';
import { plannedStrategies } from '../analysis/sitePlans.ts';
import { axisValues } from './axis.ts';
import { breakEven, defaultSearch, type BreakEvenQuestion } from './breakEven.ts';
import { gridCells } from './riskGrid.ts';
import { curveInParts, firstAxes, gridInParts, wholeOf } from './sensitivity.ts';
import { madeUpSite, rangeForTest } from './testing/madeUpSite.ts';
import { swingOf, tornadoOf, type SiteSwings } from './tornado.ts';
import { verdictFlip, verdictFlips } from './verdictFlip.ts';

/*
 * Worked by hand. Per grid MW mining is worth the price of BTC and colocation three times the rent less 100; in force are
 * BTC 100 and rent 80, so mining is worth 100, colocation 140, the gain is 40.
 */
const site = madeUpSite(
  { btcPriceUsd: 100, rentYear1UsdPerKwMonth: 80, uptime: 0.9 },
  {
    keepMining: ({ btcPriceUsd = NaN }) => btcPriceUsd,
    colocation: ({ rentYear1UsdPerKwMonth = NaN }) => 3 * rentYear1UsdPerKwMonth - 100,
  },
);
const btc = rangeForTest('btcPriceUsd', [50, 100, 130], { origin: 'fact', confidence: 'high' });
const rent = rangeForTest('rentYear1UsdPerKwMonth', [60, 80, 90]);
const uptime = rangeForTest('uptime', [0.8, 0.9, 1]);
const swings: SiteSwings = {
  base: site.of([]),
  swings: [btc, rent, uptime].map((range) => swingOf(site, range)),
  withoutRange: ['gridPowerMw'],
};
const gain = { measure: 'gain', strategy: 'colocation' } as const;

test('R7.1b a tornado by hand: each input at its own low and high, the greatest effect first', () => {
  const tornado = tornadoOf(swings, gain);
  expect(tornado.base).toBe(40);
  // Rent 60: 3·60 − 100 − 100 = −20; rent 90: 170 − 100 = 70. BTC 50: 140 − 50 = 90; BTC 130: 140 − 130 = 10.
  expect(tornado.bars.map(({ range, atLow, atHigh, effect }) => [range.key, atLow, atHigh, effect])).toEqual([
    ['rentYear1UsdPerKwMonth', -20, 70, 90],
    ['btcPriceUsd', 90, 10, 80],
  ]);
  expect(tornado.withoutEffect).toEqual(['uptime']);
  expect(tornado.withoutRange).toEqual(['gridPowerMw']);
});

test('R7.1b the strategy alone does not feel the price of BTC; one that cannot be computed has no base', () => {
  const alone = tornadoOf(swings, { measure: 'npv', strategy: 'colocation' });
  expect(alone.bars.map(({ range }) => range.key)).toEqual(['rentYear1UsdPerKwMonth']);
  expect(alone.withoutEffect).toEqual(['btcPriceUsd', 'uptime']);
  const missing = tornadoOf(swings, { measure: 'gain', strategy: 'gpuCloud' });
  expect(missing.base).toBeNull();
  expect(missing.notComputable).toEqual(['btcPriceUsd', 'rentYear1UsdPerKwMonth', 'uptime']);
});

test('R7.1b an effect counts the base: an input whose two ends are alike still has one', () => {
  const hump = madeUpSite(
    { btcPriceUsd: 100, rentYear1UsdPerKwMonth: 80 },
    {
      keepMining: () => 0,
      colocation: ({ rentYear1UsdPerKwMonth: x = NaN }) => 100 - Math.abs(x - 80),
    },
  );
  const range = rangeForTest('rentYear1UsdPerKwMonth', [70, 80, 90]);
  const tornado = tornadoOf({ base: hump.of([]), swings: [swingOf(hump, range)], withoutRange: [] }, gain);
  expect(tornado.bars[0]).toMatchObject({ atLow: 90, atHigh: 90, effect: 10 });
});

test('R7.1c axes at round values, the nearest to the value in force being that value', () => {
  expect(axisValues({ base: 33.3, low: 10, high: 50, isWhole: false }, 5)).toEqual([10, 20, 33.3, 40, 50]);
  expect(axisValues({ base: 5, low: 94.83, high: 184.02, isWhole: false }, 8)).toEqual([
    95, 108, 120, 133, 146, 159, 171, 184,
  ]);
  expect(axisValues({ base: -0.12, low: -0.25, high: 0.05, isWhole: false }, 4)).toEqual([
    -0.25, -0.12, -0.05, 0.05,
  ]);
  expect(axisValues({ base: 3, low: 0, high: 4, isWhole: true }, 8)).toEqual([0, 1, 2, 3, 4]);
});

test('R7.1c a grid by hand: best strategy and gain in every cell, base cell as in force', () => {
  const axes = firstAxes(swings, gain);
  expect(axes && [axes.x.key, axes.y.key]).toEqual(['rentYear1UsdPerKwMonth', 'btcPriceUsd']);
  const x = { key: rent.key, unit: '', base: 80, values: [60, 80] };
  const y = { key: btc.key, unit: '', base: 100, values: [50, 100] };
  const cells = gridCells(wholeOf(gridInParts(site, x, y)), gain);
  // BTC 50: rent 60 gives 80 − 50 = 30, rent 80 gives 90. BTC 100: 80 − 100 = −20, and 40.
  expect(cells).toEqual([
    [
      { best: 'colocation', value: 30 },
      { best: 'colocation', value: 90 },
    ],
    [
      { best: 'keepMining', value: -20 },
      { best: 'colocation', value: 40 },
    ],
  ]);
});

const question: BreakEvenQuestion = {
  key: 'rentYear1UsdPerKwMonth',
  low: 0,
  high: 200,
  strategy: 'colocation',
  rival: { kind: 'strategy', strategy: 'keepMining' },
};

test('R7.1d one break-even by hand: 3·x − 100 = 100 at x = 200/3; against an amount of 20 at x = 40', () => {
  const { solutions } = breakEven(site, question);
  expect(solutions).toHaveLength(1);
  expect(solutions[0]?.value).toBeCloseTo(200 / 3, 10);
  expect(solutions[0]?.kind).toBe('equal');
  const amount = breakEven(site, { ...question, rival: { kind: 'amount', usdPerGridMw: 20 } });
  expect(amount.solutions.map(({ value }) => value)[0]).toBeCloseTo(40, 10);
});

test('R7.1d none, several, everywhere, a jump, whole values and gaps are each told as what they are', () => {
  expect(breakEven(site, { ...question, low: 70 }).solutions).toEqual([]);
  const wave = (npv: (x: number) => number | null) =>
    madeUpSite({}, { keepMining: () => 0, colocation: ({ rentYear1UsdPerKwMonth: x = NaN }) => npv(x) });
  // (x − 41)·(x − 133) crosses twice.
  const twice = breakEven(
    wave((x) => (x - 41) * (x - 133)),
    question,
  );
  expect(twice.solutions.map(({ value }) => Math.round(value * 1e6) / 1e6)).toEqual([41, 133]);
  expect(
    breakEven(
      wave(() => 0),
      question,
    ),
  ).toMatchObject({ isEqualEverywhere: true, solutions: [] });
  const jump = breakEven(
    wave((x) => (x < 101 ? -5 : 5)),
    question,
  );
  expect(jump.solutions.map(({ kind }) => kind)).toEqual(['jump']);
  expect(jump.solutions[0]?.value).toBeCloseTo(101, 6);
  const gaps = breakEven(
    wave((x) => (x > 100 ? null : x - 41)),
    question,
  );
  expect(gaps.gapCount).toBe(12);
  expect(gaps.solutions).toHaveLength(1);
  const months = madeUpSite({}, { keepMining: () => 0, colocation: ({ buildMonths: x = NaN }) => 12.5 - x });
  expect(breakEven(months, { ...question, key: 'buildMonths', low: 6, high: 24 }).solutions).toMatchObject([
    { value: 13, kind: 'whole' },
  ]);
});

test('R7.1d where is looked without a range: a width beyond it on either side, never below 0', () => {
  expect(defaultSearch('btcPriceUsd', 100, { low: 50, high: 130 })).toEqual({ low: 1, high: 210 });
  expect(defaultSearch('rentYear1UsdPerKwMonth', 80, { low: 20, high: 90 })).toEqual({ low: 0, high: 160 });
  expect(defaultSearch('siteHashrateEhS', 10, undefined)).toEqual({ low: 2, high: 50 });
});

test('R7.1e a curve by hand: the rent that equals mining is (BTC + 100)/3', () => {
  const along = { key: btc.key, unit: '', base: 100, values: [50, 110] };
  const { points } = wholeOf(curveInParts(site, question, along));
  expect(points.map(({ at, breakEven: { solutions } }) => [at, solutions[0]?.value])).toEqual([
    [50, expect.closeTo(50, 10)],
    [110, expect.closeTo(70, 10)],
  ]);
});

test('R7.1f flips by hand: rent turns at 66.7, 44 % of its range away; BTC at 140, beyond its range', () => {
  const found = swings.swings.map((swing) => verdictFlip(site, swings.base, swing));
  const { from, flips, standsFor } = verdictFlips(swings.base, swings.swings, found);
  expect(from).toBe('colocation');
  expect(flips.map(({ range, value, shareOfRange, to }) => [range.key, value, shareOfRange, to])).toEqual([
    [
      'rentYear1UsdPerKwMonth',
      expect.closeTo(200 / 3, 8),
      expect.closeTo((80 - 200 / 3) / 30, 8),
      'keepMining',
    ],
    ['btcPriceUsd', expect.closeTo(140, 8), expect.closeTo(0.5, 8), 'keepMining'],
  ]);
  expect(standsFor).toEqual(['uptime']);
});

test('R7.1f a strategy with the same word steps in: the verdict stands until both are overtaken', () => {
  const two = madeUpSite(
    { rentYear1UsdPerKwMonth: 80 },
    {
      keepMining: () => 100,
      colocation: ({ rentYear1UsdPerKwMonth: x = NaN }) => 3 * x - 100,
      gpuCloud: () => 120,
    },
  );
  const range = rangeForTest('rentYear1UsdPerKwMonth', [60, 80, 90]);
  expect(verdictFlip(two, two.of([]), swingOf(two, range))).toBeUndefined();
});

test('R7.1f whole inputs flip at the first whole value without the lead', () => {
  const months = madeUpSite(
    { buildMonths: 12 },
    { keepMining: () => 100, colocation: ({ buildMonths: x = NaN }) => 154.5 - 3 * x },
  );
  const range = rangeForTest('buildMonths', [9, 12, 24], { isWhole: true });
  // 154.5 − 3·18 = 100.5 still leads, 19 does not.
  expect(verdictFlip(months, months.of([]), swingOf(months, range))).toMatchObject({
    value: 19,
    shareOfRange: 7 / 15,
  });
});

test('R7.1f with one word only there is nothing to flip', () => {
  const alone = madeUpSite({ rentYear1UsdPerKwMonth: 80 }, { colocation: () => 1 });
  const swing = swingOf(alone, rangeForTest('rentYear1UsdPerKwMonth', [60, 80, 90]));
  expect(verdictFlip(alone, alone.of([]), swing)).toBeUndefined();
  const none = alone.of([], []);
  expect(none.npvUsd).toEqual(plannedStrategies.map(() => null));
  expect(verdictFlips(none, [swing], [undefined]).from).toBeNull();
});
