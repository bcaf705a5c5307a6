import { expect, test } from 'vitest';
import { marketBacktest, normalCrps, rangesAhead, valueAt, type ObservedMonth } from './marketBacktest.ts';

const terms = {
  adjustmentPerMonth: 0,
  marginalFleetJPerTh: 25,
  marginalFleetChangePerYear: 0,
  marginalFleetPowerUsdPerMwh: 60,
  feeShareOfRevenue: 0,
};

/** Prices that go up and down by the same share, in logarithms ±0.1; a hash rate that grows by a tenth of that. */
function months(count: number): ObservedMonth[] {
  return Array.from({ length: count }, (_, at) => ({
    month: `m${at}`,
    btcPriceUsd: 100 * Math.exp(at % 2 === 0 ? 0 : 0.1),
    hashrateEhS: 500 * Math.exp(at % 2 === 0 ? 0 : 0.01),
    subsidyBtcPerBlock: 3.125,
  }));
}

test('R7.2o the spread grows with the root of time, from the months known at the origin alone', () => {
  const known = months(13);
  const changed = [...known, ...months(10).map((month) => ({ ...month, btcPriceUsd: 5000 }))];
  // Twelve changes of ±0.1 around a mean of 0: sd = √(12·0.01/11).
  const sd = Math.sqrt((12 * 0.01) / 11);
  const ahead = rangesAhead(changed, 12, 4, terms);
  expect(ahead?.btcPrice[0]?.sdLog).toBeCloseTo(sd, 12);
  expect(ahead?.btcPrice[3]?.sdLog).toBeCloseTo(2 * sd, 12);
  expect(valueAt(ahead?.btcPrice[3] ?? { meanLog: 0, sdLog: 0 }, 0)).toBeCloseTo(100, 9);
  expect(rangesAhead(changed, 11, 4, terms)).toBeUndefined();
});

test('R7.2o the hash rate goes where the marginal fleet breaks even, and price carries its spread along', () => {
  const ahead = rangesAhead(months(30), 20, 400, { ...terms, adjustmentPerMonth: 0.5 });
  // 24·25·60/1000 = 36 USD/PH/day; 144 blocks of 3.125 BTC at 100 USD over 36 over 1000.
  const settled = (144 * 3.125 * 100) / 36 / 1000;
  expect(valueAt(ahead?.networkHashrate[399] ?? { meanLog: 0, sdLog: 0 }, 0)).toBeCloseTo(settled, 6);
  const [price, hashrate] = [ahead?.btcPrice[399]?.sdLog ?? 0, ahead?.networkHashrate[399]?.sdLog ?? 0];
  expect(hashrate).toBeGreaterThan(0.9 * price);
});

test('R7.2o CRPS worked by hand: of the standard normal at 0 it is √(2/π) − 1/√π', () => {
  expect(normalCrps({ meanLog: 0, sdLog: 1 }, 0)).toBeCloseTo(
    Math.sqrt(2 / Math.PI) - 1 / Math.sqrt(Math.PI),
    12,
  );
  expect(normalCrps({ meanLog: 1, sdLog: 0 }, 3)).toBe(2);
  // Far away it is the distance less the mean distance of two draws, 1/√π.
  expect(normalCrps({ meanLog: 0, sdLog: 1 }, 9)).toBeCloseTo(9 - 1 / Math.sqrt(Math.PI), 9);
});

test('R7.2o, P52 coverage counts what fell into the bands; too few months give no score', () => {
  const rows = marketBacktest(months(40), terms);
  expect(rows.map(({ series, horizonMonths }) => `${series} ${horizonMonths}`)).toEqual([
    'btcPrice 3',
    'btcPrice 6',
    'btcPrice 12',
    'networkHashrate 3',
    'networkHashrate 6',
    'networkHashrate 12',
  ]);
  // Over even horizons a price that swings back is where it was: always in the middle half.
  expect(rows[1]).toMatchObject({
    coverage80: 1,
    coverage50: 1,
    crpsOfMedian: 0,
    origins: 22,
    separateSpans: 4,
  });
  expect(marketBacktest(months(13), terms)).toEqual([]);
});
