import { expect, test } from 'vitest';
import * as layout from '../../kernel/layout.ts';
import { exp } from '../../numeric/elementary.ts';
import { mc1Expected, mc1Parameters, mc1Series } from '../../testing/mc1.ts';
import { pathsAhead, summariser } from '../summary.ts';
import { mc1Factors } from './factors.ts';
import { mc1Block, type Mc1Parameters } from './parameters.ts';

const { months, sites, npvSeries, allSeries } = layout;

/** As MC-1 measures agreement: relative, but amounts below 1,000 USD count as 1,000. */
function off(value: number, expected: number): number {
  return Math.abs(value - expected) / Math.max(1000, Math.abs(expected));
}

test('R7.2t MC-1 of 10,000 paths agrees with its published results to 1e-9', () => {
  const paths = 10_000;
  const expected = mc1Expected();
  const results = mc1Series(mc1Parameters(), paths);
  const of = (series: number): Float64Array => results.subarray(series * paths, (series + 1) * paths);
  const summarise = summariser(paths);
  const summary = new Float64Array(8);
  let worst = 0;
  for (const [path, npv] of expected.npv0.entries()) {
    const series = ((path >> 1) % sites) + (path % 2) * sites;
    worst = Math.max(worst, off(of(series)[path >> 1] ?? NaN, npv));
  }
  for (const [series, numbers] of expected.site.entries()) {
    summarise.whole(of(series), summary);
    for (const [index, number] of numbers.entries())
      worst = Math.max(worst, off(summary[index] ?? NaN, number));
  }
  for (let series = npvSeries; series < allSeries; series += 1) {
    summarise.quantiles(of(series), summary);
    for (let index = 0; index < 5; index += 1)
      worst = Math.max(
        worst,
        off(summary[2 + index] ?? NaN, expected.fan[5 * (series - npvSeries) + index] ?? NaN),
      );
  }
  expect(worst).toBeLessThan(1e-9);
  const ahead = expected.pAI.map((_, site) => pathsAhead(of(sites + site), of(site)) / paths);
  expect(ahead).toEqual(expected.pAI);
});

/** Mean and variance of the five linear states after all months, month by month: closed, because all is linear. */
function moments({ L, ...p }: Mc1Parameters): { mean: number[]; variance: number[] } {
  // Order: ln BTC, growth, ln hash rate, ln power, ln GPU. Growth answers ln BTC − ln hash rate of the month before.
  const volatility = [p.bB, p.sG, p.sG, p.sP, p.bW];
  const shockOf = [0, 1, 1, 2, 3];
  const shock = shockOf.map((row, state) =>
    [0, 1, 2, 3].map((k) => (volatility[state] ?? 0) * (L[4 * row + k] ?? 0)),
  );
  const answer = p.kG * p.gam;
  const rows = [
    [1, 0, 0, 0, 0],
    [answer, 1 - p.kG, -answer, 0, 0],
    [answer, 1 - p.kG, 1 - answer, 0, 0],
    [0, 0, 0, 1 - p.kP, 0],
    [0, 0, 0, 0, 1],
  ];
  const dot = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
  let mean = [p.x0, p.g0, p.h0, p.y0, p.w0];
  let covariance = rows.map((row) => row.map(() => 0));
  for (let month = 0; month < months; month += 1) {
    const lnReward = p.lnc[Math.max(0, month - 1)] ?? 0;
    const pull = p.kG * (p.gBar + p.gam * (lnReward - (p.hpref[month] ?? 0)));
    const added = [p.aB, pull, pull, p.kP * (p.thP[month] ?? 0), p.aW];
    mean = rows.map((row, i) => dot(row, mean) + (added[i] ?? 0));
    const half = rows.map(
      (row) =>
        covariance[0]?.map((_, j) =>
          dot(
            row,
            covariance.map((line) => line[j] ?? 0),
          ),
        ) ?? [],
    );
    covariance = rows.map((_, i) =>
      rows.map((row, j) => dot(half[i] ?? [], row) + dot(shock[i] ?? [], shock[j] ?? [])),
    );
  }
  const reward = p.lnc[months - 1] ?? 0;
  const lnHashprice = (mean[0] ?? 0) - (mean[2] ?? 0) + reward;
  const variance = (covariance[0]?.[0] ?? 0) + (covariance[2]?.[2] ?? 0) - 2 * (covariance[0]?.[2] ?? 0);
  return {
    mean: [lnHashprice, mean[3] ?? 0, mean[4] ?? 0],
    variance: [variance, covariance[3]?.[3] ?? 0, covariance[4]?.[4] ?? 0],
  };
}

test('R7.2t every process has its closed moments after fifteen years, within four standard errors', () => {
  const parameters = mc1Parameters();
  const lists = [0, 1, 2].map(() => new Float64Array(months)) as [Float64Array, Float64Array, Float64Array];
  const factors = mc1Factors(mc1Block(parameters), ...lists);
  const paths = 4000;
  const logs = lists.map(() => new Float64Array(paths));
  for (let path = 0; path < paths; path += 1) {
    factors(path);
    for (const [index, list] of lists.entries())
      (logs[index] as Float64Array)[path] = Math.log(list[months - 1] ?? NaN);
  }
  const { mean, variance } = moments(parameters);
  for (const [index, values] of logs.entries()) {
    const average = values.reduce((sum, value) => sum + value, 0) / paths;
    const squares = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (paths - 1);
    const expected = variance[index] ?? 0;
    expect(Math.abs(average - (mean[index] ?? 0))).toBeLessThan(4 * Math.sqrt(expected / paths));
    expect(Math.abs(squares - expected)).toBeLessThan(4 * expected * Math.sqrt(2 / (paths - 1)));
  }
});

/** MC-1 without chance, written out from its definition with the exact functions. */
function withoutChance(p: Mc1Parameters, site: number): { mining: number; ai: number } {
  let [x, g, h, y, w, l] = [p.x0, p.g0, p.h0, p.y0, p.w0, p.lnHP0];
  let [mining, ai] = [0, 0];
  const s = (list: readonly number[]): number => list[site] ?? 0;
  for (let month = 0; month < months; month += 1) {
    x += p.aB;
    g += p.kG * (p.gBar + p.gam * (l - (p.hpref[month] ?? 0)) - g);
    h += g;
    y += p.kP * ((p.thP[month] ?? 0) - y);
    w += p.aW;
    l = x - h + (p.lnc[month] ?? 0);
    const [hashprice, power, gpu] = [exp(l), exp(y), exp(w)];
    const margin = s(p.site.aM) * hashprice - s(p.site.bM) * power - s(p.site.cM);
    mining += (p.DM[month] ?? 0) * (Math.max(0, margin) - s(p.site.fM));
    const hall = s(p.site.gA) * Math.max(gpu, s(p.site.flo)) - s(p.site.pA) * power - s(p.site.kA);
    ai += (p.DA[month] ?? 0) * (month < 12 ? -s(p.site.capex12) : (p.ramp[month] ?? 0) * hall - s(p.site.fA));
  }
  return { mining, ai };
}

test('R7.2t without volatility every path is the deterministic one', () => {
  const parameters = { ...mc1Parameters(), bB: 0, sG: 0, sP: 0, bW: 0 };
  const paths = 3;
  const results = mc1Series(parameters, paths);
  for (let site = 0; site < sites; site += 1) {
    const { mining, ai } = withoutChance(parameters, site);
    for (let path = 0; path < paths; path += 1) {
      expect(off(results[site * paths + path] ?? NaN, mining)).toBeLessThan(1e-12);
      expect(off(results[(sites + site) * paths + path] ?? NaN, ai)).toBeLessThan(1e-12);
    }
  }
});

test('R7.2t a list of another length is refused', () => {
  const parameters = mc1Parameters();
  expect(() => mc1Block({ ...parameters, lnc: parameters.lnc.slice(1) })).toThrow('180');
});
