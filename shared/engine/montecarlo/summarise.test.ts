import { expect, test } from 'vitest';
import { allFinite } from '../numeric/allFinite.ts';
import { evidenceForTest } from '../testing/evidenceForTest.ts';
import { settingsForTest, simulationForTest } from '../testing/simulationForTest.ts';
import { createAllPaths, firstPaths, placePaths, rowOf, type AllPaths } from './allPaths.ts';
import { allDrivers } from './defaultSettings.ts';
import { conditionalValueAtRisk, distributionOf, histogramOf, quantileWithError } from './distribution.ts';
import type { MonteCarloResult } from './monteCarloResult.ts';
import { rankCorrelation, ranksOf } from './rankCorrelation.ts';
import type { MonteCarloSettings } from './settings.ts';
import { simulatePaths } from './simulate.ts';
import { gainsOf, outlineOf, summarise } from './summarise.ts';

const evidence = evidenceForTest();

/** A run in parts of given sizes, the last part first, as workers may hand them in. */
function run(
  settings: MonteCarloSettings,
  partSize: number,
): { all: AllPaths; result: MonteCarloResult; outline: ReturnType<typeof outlineOf> } {
  const first = simulationForTest(settings);
  const all = createAllPaths(settings.paths, first.runs.length, first.years);
  const starts = Array.from({ length: Math.ceil(settings.paths / partSize) }, (_, at) => at * partSize);
  for (const from of starts.toReversed()) {
    // Each part by a run of its own, as if by another worker.
    const part = simulatePaths(simulationForTest(settings), from, Math.min(partSize, settings.paths - from));
    placePaths(all, part);
  }
  const outline = outlineOf(evidence, first);
  return { all, outline, result: summarise(outline, all) };
}

test('R7.2j quantiles, CVaR and their errors worked by hand on 1 … 100', () => {
  const sorted = Float64Array.from({ length: 100 }, (_, index) => index + 1);
  // Type 7: 1 + 0.1·99; δ = √(0.1·0.9/100) = 0.03, so 0.07·99 and 0.13·99 on either side.
  const { value, standardError } = quantileWithError(sorted, 0.1);
  expect(value).toBeCloseTo(10.9, 12);
  expect(standardError).toBeCloseTo(2.97, 12);
  const tail = conditionalValueAtRisk(sorted);
  expect(tail.value).toBe(3);
  expect(tail.standardError).toBeCloseTo(Math.sqrt(2.5) / Math.sqrt(5), 12);
});

test('R7.2j the mean of the worst 5 % is at or below the quantile of 5 %', () => {
  const { result } = run(settingsForTest({ paths: 60 }), 60);
  for (const { npvUsd } of result.plans) {
    const q05 = npvUsd.percentiles.find(({ exceededWith }) => exceededWith === 0.95)?.value ?? NaN;
    expect(npvUsd.cvar05.value).toBeLessThanOrEqual(q05);
  }
});

test('R7.2j a point mass has no spread and one class', () => {
  const point = distributionOf(new Float64Array(50).fill(7));
  expect([point.mean.value, point.standardDeviation, point.cvar05.value]).toEqual([7, 0, 7]);
  expect(point.percentiles.every(({ value, standardError }) => value === 7 && standardError === 0)).toBe(
    true,
  );
  expect(point.histogram).toEqual({ from: 7, width: 1, counts: [50] });
  expect(rankCorrelation(new Float64Array(3).fill(1), Float64Array.of(1, 2, 3))).toBe(0);
});

test('R7.2j a histogram counts every draw and has a class that begins at 0', () => {
  const values = Float64Array.from({ length: 1000 }, (_, index) => (index - 300) * 1.7).toSorted();
  const { from, width, counts } = histogramOf(values);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
  expect(Math.abs((from / width) % 1)).toBe(0);
});

test('R7.2m ties share the mean of their ranks', () => {
  expect([...ranksOf(Float64Array.of(5, 1, 5, 0))]).toEqual([3.5, 2, 3.5, 1]);
});

test('R7.2 the same digits from 1, 2, 3 and 7 workers and any size of parts', () => {
  const settings = settingsForTest({ paths: 42 });
  const whole = run(settings, 42);
  for (const partSize of [21, 14, 6, 5, 1]) {
    const parts = run(settings, partSize);
    expect(parts.all).toEqual(whole.all);
    expect(parts.result).toEqual(whole.result);
  }
});

test('R7.2 the first paths alone are the run with fewer paths', () => {
  const whole = run(settingsForTest({ paths: 30 }), 30);
  const few = run(settingsForTest({ paths: 10 }), 10);
  expect(firstPaths(whole.all, 10)).toEqual(few.all);
});

test('R7.2 one path is a run', () => {
  const { result, all } = run(settingsForTest({ paths: 1 }), 1);
  expect(result.plans).toHaveLength(9);
  expect(allFinite(result)).toBe(true);
  expect(result.plans[0]?.npvUsd.percentiles.every(({ value }) => value === all.npvUsd[0])).toBe(true);
});

test('R7.2k, R7.2l the gain is paired: its mean is the difference of the means', () => {
  const { result, all, outline } = run(settingsForTest({ paths: 50 }), 50);
  const meanOf = (strategy: string): number =>
    result.plans.find(({ plan }) => plan.kind === 'strategy' && plan.strategy === strategy)?.npvUsd.mean
      .value ?? NaN;
  // The best conversion of the base case of the made-up site.
  expect(result.gain?.conversion).toBe('gpuCloud');
  expect(result.gain?.gainUsd.mean.value).toBeCloseTo(meanOf('gpuCloud') - meanOf('keepMining'), 3);
  const other = summarise(outline, all, 'colocation');
  expect(other.gain?.conversion).toBe('colocation');
  expect(gainsOf(all, outline, 'colocation')[3]).toBe(
    (rowOf(all.npvUsd, 3, 50)[3] ?? NaN) - (rowOf(all.npvUsd, 0, 50)[3] ?? NaN),
  );
  const { ranking } = result;
  if (!ranking) throw new Error('no ranking');
  expect(ranking.meanDifferenceUsd.value).toBeCloseTo(meanOf(ranking.first) - meanOf(ranking.second), 3);
  expect(ranking.mayChange).toBe(
    ranking.meanDifferenceUsd.value < 2 * ranking.meanDifferenceUsd.standardError,
  );
});

test('R7.2j shares of the best strategy sum to 1, and the last year of a fan is the whole flow', () => {
  const { result, all } = run(settingsForTest({ paths: 25 }), 25);
  const best = result.plans.reduce((sum, { probabilityBest }) => sum + (probabilityBest?.value ?? 0), 0);
  expect(best).toBeCloseTo(1, 12);
  const totals = Float64Array.from({ length: 25 }, (_, path) => {
    let sum = 0;
    for (let year = 0; year < all.years; year += 1) sum += all.yearlyUsd[year * 25 + path] ?? NaN;
    return sum;
  }).toSorted();
  expect(result.plans[0]?.fan.at(-1)?.exceededUsd[2]).toBeCloseTo(totals[12] ?? NaN, 2);
});

test('R7.2n draws that no formula can take are grouped by the driver that broke them and left out', () => {
  const settings = settingsForTest({ paths: 30 });
  const { btcPrice } = settings.drivers;
  const wild = { ...btcPrice, volatilityPerYear: 400 };
  const { result } = run({ ...settings, drivers: { ...settings.drivers, btcPrice: wild } }, 30);
  const [group] = result.failed;
  expect(group?.driver).toBe('btcPrice');
  expect(group?.count).toBeGreaterThan(0);
  expect(group?.paths.length).toBeGreaterThan(0);
  expect(result.paths).toBe(30);
  expect(allFinite(result.plans)).toBe(true);
});

test('R7.2g tenant default alone leaves the mean of a hall without terminal value where R4.16 has it', () => {
  const paths = 3000;
  const settings = settingsForTest({ paths, isOn: { ...allDrivers(false), tenantDefault: true } });
  const { result } = run(settings, paths);
  const hall = result.plans.find(({ plan }) => plan.kind === 'strategy' && plan.strategy === 'colocation');
  if (!hall) throw new Error('no hall');
  // The terminal value, max(0, NOI), is linear as well while the NOI is positive.
  const { mean, standardDeviation } = hall.npvUsd;
  expect(standardDeviation).toBeGreaterThan(0);
  expect(Math.abs(mean.value - hall.baseNpvUsd)).toBeLessThan(
    4 * mean.standardError + 0.02 * standardDeviation,
  );
});
