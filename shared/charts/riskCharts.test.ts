import { expect, test } from 'vitest';
import { madeUpSite, rangeForTest } from '../engine/risk/testing/madeUpSite.ts';
import { curveInParts, gridInParts, wholeOf } from '../engine/risk/sensitivity.ts';
import { swingOf, tornadoOf } from '../engine/risk/tornado.ts';
import { breakEven } from '../engine/risk/breakEven.ts';
import { breakEvenSentences, hashpriceSentences } from '../text/breakEvenWords.ts';
import { chartTable } from './chartTable.ts';
import { ChartSpec } from './chartSpec.ts';
import { curveChart } from './curveChart.ts';
import { heatMapChart } from './heatMapChart.ts';
import { spokenPoint } from './spokenPoint.ts';
import { tornadoChart } from './tornadoChart.ts';

/* Per grid MW mining is worth 20 dollars for each dollar of BTC, colocation 60,000 for each dollar of rent less 2 million. */
const site = madeUpSite(
  { btcPriceUsd: 100_000, rentYear1UsdPerKwMonth: 80 },
  {
    keepMining: ({ btcPriceUsd = NaN }) => 20 * btcPriceUsd,
    colocation: ({ rentYear1UsdPerKwMonth = NaN }) => 60_000 * rentYear1UsdPerKwMonth - 2e6,
  },
);
const btc = rangeForTest('btcPriceUsd', [50_000, 100_000, 130_000], {
  unit: 'USD/BTC',
  kind: 'observed',
  fromMonth: '2024-09',
  toMonth: '2026-08',
});
const rent = rangeForTest('rentYear1UsdPerKwMonth', [60, 80, 90], {
  unit: 'USD/kW-month',
  source: 'contracts.csv',
});
const gain = { measure: 'gain', strategy: 'colocation' } as const;
const swings = {
  base: site.of([]),
  swings: [btc, rent].map((range) => swingOf(site, range)),
  withoutRange: [],
};
const tornado = tornadoChart(tornadoOf(swings, gain), 'en');

test('P13 the tornado as data: base, input values at the ends, source, and a table with numbers that leave', () => {
  expect(ChartSpec.parse(tornado)).toEqual(tornado);
  expect(tornado?.tornado).toMatchObject({ base: 0.8, baseText: 'Base 0.80', startsAtZero: true });
  expect(tornado?.tornado?.bars).toEqual([
    {
      label: 'Year-1 rent, $/kW-month',
      // 60·60,000 − 2m − 2m = −0.4m; 90: 1.4m. BTC 50,000: 2.8 − 1 = 1.8m; 130,000: 2.8 − 2.6 = 0.2m.
      atLow: -0.4,
      atHigh: 1.4,
      lowText: '60',
      highText: '90',
      source: 'contracts',
    },
    {
      label: 'Bitcoin price, $k/BTC',
      atLow: 1.8,
      atHigh: 0.2,
      lowText: '50.0',
      highText: '130.0',
      source: 'observed Sep 2024 to Aug 2026',
    },
  ]);
  const { columns, rows } = chartTable(tornado as ChartSpec);
  expect(columns.map(({ head }) => head)).toContain('Range from');
  expect(rows[1]?.slice(0, 5)).toEqual(['Bitcoin price', 50, 100, 130, '$k/BTC']);
});

test('a point is read with the input’s own value', () => {
  expect(spokenPoint(tornado as ChartSpec, { index: 0, series: 1 }, 'en', 'missing')).toBe(
    'at its high, Year-1 rent, $/kW-month (90): 1.40 $m per grid MW',
  );
});

test('P33 the map as data: the highest row above, values in force marked, what rounds to nothing as ± 0', () => {
  const grid = wholeOf(
    gridInParts(
      site,
      { key: rent.key, unit: rent.unit, base: 80, values: [60, 67, 80] },
      { key: btc.key, unit: btc.unit, base: 100_000, values: [50_000, 100_000] },
    ),
  );
  const spec = heatMapChart(grid, gain, 'de', 'fehlt');
  expect(ChartSpec.parse(spec)).toEqual(spec);
  expect(spec?.heatMap).toMatchObject({ yLabels: ['100,0', '50,0'], baseColumn: 2, baseRow: 0 });
  // BTC 100,000: −0.4m, 67·60,000 − 4m = 0.02m, 0.8m.
  expect(spec?.heatMap?.rows[0]?.map(({ text }) => text)).toEqual(['−0,4', '±\u00a00', '0,8']);
  expect(spec?.heatMap?.rows[0]?.map(({ mark }) => mark)).toEqual(['keepMining', 'colocation', 'colocation']);
  expect(spec?.heatMap?.steps[0]).toBe(0);
  expect(spec?.heatMap?.steps.length).toBeLessThanOrEqual(3);
  expect(chartTable(spec as ChartSpec).rows[0]).toEqual([100, 60, -0.4, 'Weiter Mining']);
});

const question = {
  key: rent.key,
  low: 0,
  high: 200,
  strategy: 'colocation',
  rival: { kind: 'strategy', strategy: 'keepMining' },
} as const;

test('P32 break-even in words: one, none with who stays ahead, several', () => {
  const words = { unit: 'USD/kW-month', lead: 1 };
  expect(breakEvenSentences(breakEven(site, question), words, 'en')).toEqual([
    'Year-1 rent: with 66.67\u00a0$/kW-month Colocation is as good as Keep mining, both worth $2.00m per grid MW.',
  ]);
  expect(breakEvenSentences(breakEven(site, { ...question, low: 70 }), words, 'de')).toEqual([
    'Keine Lösung im Bereich: Zwischen 70\u00a0$ je kW und Monat und 200\u00a0$ je kW und Monat sind Colocation und Weiter Mining nie gleich. Colocation bleibt vorn.',
  ]);
  const twice = madeUpSite(
    {},
    { keepMining: () => 0, colocation: ({ rentYear1UsdPerKwMonth: x = NaN }) => (x - 41) * (x - 133) },
  );
  expect(breakEvenSentences(breakEven(twice, question), words, 'en')[0]).toBe(
    'Year-1 rent: 2 solutions, 41\u00a0$/kW-month, 133\u00a0$/kW-month.',
  );
});

test('P32 a found price of BTC is told as a hashprice too, in proportion: 40 · 140,000 / 100,000 = 56', () => {
  const found = breakEven(site, { ...question, key: 'btcPriceUsd', low: 0, high: 200_000 });
  const inForce = { btcPriceUsd: 100_000, hashpriceUsdPerPhDay: 40 };
  expect(hashpriceSentences(found, inForce, 'en')).toEqual([
    'With $140k/BTC the hashprice of the first month is $56.00 per PH and day; in force it is $40.00 (R2.3).',
  ]);
  expect(hashpriceSentences(breakEven(site, question), inForce, 'en')).toEqual([]);
});

test('R7.1e the curve as data: a gap where there is no solution', () => {
  const along = { key: btc.key, unit: btc.unit, base: 100_000, values: [50_000, 100_000] };
  const curve = wholeOf(curveInParts(site, { ...question, low: 60 }, along));
  const spec = curveChart(curve, { a: 'A', b: 'B', unit: rent.unit }, 'en');
  // Rent (BTC·20 + 2m)/60,000: 50 for 50,000, which is below the range; 66.7 for 100,000.
  expect(spec?.series[0]?.values).toEqual([null, expect.closeTo(66.667, 3)]);
  expect(ChartSpec.parse(spec)).toEqual(spec);
});
