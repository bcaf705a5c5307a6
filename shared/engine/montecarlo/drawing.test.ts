import { expect, test } from 'vitest';
import { settingsForTest, simulationForTest } from '../testing/simulationForTest.ts';
import { allDrivers } from './defaultSettings.ts';
import type { Draw } from './draw.ts';
import type { Driver } from './drivers.ts';
import { defaultMonth } from './drawnOnce.ts';
import { gbmMoments, ouMoments } from './moments.ts';
import { monthStep, poissonQuantile } from './pathProcesses.ts';
import type { MonteCarloSettings } from './settings.ts';
import { drawPath } from './simulation.ts';
import { triangularMoments } from './triangular.ts';

const paths = 5000;

function sample(settings: MonteCarloSettings, of: (draw: Draw) => number): number[] {
  const simulation = simulationForTest(settings);
  return Array.from({ length: paths }, (_, path) => of(drawPath(simulation, path)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** How many standard errors the sample's mean lies from the true one. */
function errorsOfMean(values: readonly number[], mean: number): number {
  return Math.abs(meanOf(values) - mean) / Math.sqrt(varianceOf(values) / values.length);
}

/** The same for the variance of a normal sample, whose standard error is σ²·√(2/(n−1)). */
function errorsOfVariance(values: readonly number[], variance: number): number {
  return Math.abs(varianceOf(values) - variance) / (variance * Math.sqrt(2 / (values.length - 1)));
}

const only = (...drivers: readonly Driver[]): MonteCarloSettings['isOn'] => ({
  ...allDrivers(false),
  ...Object.fromEntries(drivers.map((driver) => [driver, true])),
});

function withBtc(btcPrice: Partial<MonteCarloSettings['drivers']['btcPrice']>): MonteCarloSettings {
  const settings = settingsForTest({ isOn: only('btcPrice') });
  return {
    ...settings,
    drivers: { ...settings.drivers, btcPrice: { ...settings.drivers.btcPrice, ...btcPrice } },
  };
}

test('R7.2c geometric Brownian motion has the moments of its closed form after ten years', () => {
  const values = sample(withBtc({ volatilityPerYear: 0.3 }), ({ btcFactor }) => btcFactor[120] ?? NaN);
  // Without drift in the logarithm the mean grows with half the variance.
  const { mean } = gbmMoments(1, 0.3 * 0.3 * 0.5, 0.3, 10);
  expect(errorsOfMean(values, mean)).toBeLessThan(4);
  expect(errorsOfVariance(values.map(Math.log), 0.09 * 10)).toBeLessThan(4);
});

test('R7.2c mean reversion has the variance of its closed form, soon and late', () => {
  const settings = withBtc({ volatilityPerYear: 0.6, reversionPerYear: 0.8 });
  for (const month of [3, 60]) {
    const values = sample(settings, ({ btcLog }) => btcLog[month] ?? NaN);
    expect(errorsOfMean(values, 0)).toBeLessThan(4);
    expect(errorsOfVariance(values, ouMoments(0, 0, 0.8, 0.6, month / 12).variance)).toBeLessThan(4);
  }
});

test('R7.2c jumps add λ(μ² + δ²) a year to the variance and leave the mean of the logarithm', () => {
  const jumps = { perYear: 3, mean: -0.2, sd: 0.1 };
  const values = sample(withBtc({ volatilityPerYear: 0.2, jumps }), ({ btcLog }) => btcLog[24] ?? NaN);
  expect(errorsOfMean(values, 0)).toBeLessThan(4);
  const variance = 2 * (0.04 + 3 * (0.04 + 0.01));
  // Jumps are not normal; their fourth moment is allowed for by the sample's own.
  const mean = meanOf(values);
  const squares = values.map((value) => (value - mean) ** 2);
  expect(errorsOfMean(squares, variance)).toBeLessThan(4);
});

test('R7.2c the Poisson quantile worked by hand: e^−1 is 0.368, then 0.736, 0.920, 0.981', () => {
  expect([0.3, 0.4, 0.8, 0.95].map((share) => poissonQuantile(share, 1))).toEqual([0, 1, 2, 3]);
  expect(poissonQuantile(0.999, 0)).toBe(0);
});

test('R7.2c one step is exact: 12 steps of a month are the step of a year', () => {
  const { kept, shock } = monthStep(0.5, 2);
  let variance = 0;
  for (let month = 0; month < 12; month += 1) variance = kept * kept * variance + shock * shock;
  expect(variance).toBeCloseTo(ouMoments(0, 0, 2, 0.5, 1).variance, 14);
});

test('R7.2d the hash rate follows the price by R2.5 and carries its own noise', () => {
  const simulation = simulationForTest(settingsForTest({ isOn: only('btcPrice') }));
  const { btcLog, hashrateLog } = drawPath(simulation, 5);
  const kappa = simulation.site.drawBase.hashrateAdjustmentPerMonth;
  expect(kappa).toBe(0.1);
  let h = 0;
  for (let month = 1; month < 100; month += 1) {
    h += kappa * ((btcLog[month - 1] ?? 0) - h);
    expect(hashrateLog[month]).toBeCloseTo(h, 12);
  }
  const settings = settingsForTest({ isOn: only('networkHashrate') });
  const noise = sample(settings, (draw) => draw.hashrateLog[1] ?? NaN);
  expect(errorsOfVariance(noise, 0.150226 ** 2 / 12)).toBeLessThan(4);
});

test('R7.2e fees stay between 0 and 1, their logit has the stationary variance', () => {
  const logit = (share: number): number => Math.log(share / (1 - share));
  const values = sample(settingsForTest({ isOn: only('feeShare') }), (draw) =>
    logit(draw.feeShare?.[120] ?? NaN),
  );
  expect(errorsOfMean(values, logit(0.02))).toBeLessThan(4);
  expect(errorsOfVariance(values, ouMoments(0, 0, 2, 1.9, 10).variance)).toBeLessThan(4);
});

test('R7.2e power: the part that floats has the season and the variance, the rest stands', () => {
  const settings = settingsForTest({ isOn: only('powerPrice') });
  const { powerPrice } = settings.drivers;
  const floating = sample(settings, ({ powerFactor }) => Math.log(((powerFactor[9] ?? NaN) - 0.5) / 0.5));
  // Month 9 of a run from November is August, whose mean is 2.21 times the year's.
  const yearMean = 40.3043;
  expect(errorsOfMean(floating, Math.log(89.1418 / yearMean))).toBeLessThan(4);
  const { volatilityPerYear, reversionPerYear } = powerPrice;
  const { variance } = ouMoments(0, 0, reversionPerYear, volatilityPerYear, 0.75);
  expect(errorsOfVariance(floating, variance)).toBeLessThan(4);
});

test('R7.2e GPU prices wander around their decay', () => {
  const values = sample(settingsForTest({ isOn: only('gpuPrice') }), ({ gpuFactor }) =>
    Math.log(gpuFactor[48] ?? NaN),
  );
  expect(errorsOfMean(values, 0)).toBeLessThan(4);
  expect(errorsOfVariance(values, 0.25 ** 2 * 4)).toBeLessThan(4);
});

test('R7.2f ranges have the moments of the triangle; the delay is rounded down', () => {
  const settings = settingsForTest({ isOn: only('buildCost', 'delay') });
  const { buildCost } = settings.drivers;
  const costs = sample(settings, ({ ranges }) => ranges.buildCost);
  expect(errorsOfMean(costs, triangularMoments(buildCost).mean)).toBeLessThan(4);
  const delays = sample(settings, ({ ranges }) => ranges.delay);
  expect(delays.every((delay) => Number.isInteger(delay) && delay >= 0 && delay <= 8)).toBe(true);
  // P(delay = 0) of the triangle 0, 3, 9 is 1/27.
  const none = delays.map((delay) => (delay === 0 ? 1 : 0));
  expect(errorsOfMean(none, 1 / 27)).toBeLessThan(4);
});

test('R7.2g a tenant is gone with the probability of R4.16, and from the first month at or after the time', () => {
  expect(defaultMonth(0.25, 0.75)).toBe(12);
  // ln 0.5/ln 0.25 is half a year; a moment later it is the seventh month.
  expect(defaultMonth(0.5, 0.75)).toBe(6);
  expect(defaultMonth(0.499, 0.75)).toBe(7);
  expect(defaultMonth(0.5, 0)).toBe(12_000);
  const settings = settingsForTest({ isOn: only('tenantDefault') });
  const there = sample(
    { ...settings, drivers: { ...settings.drivers, tenantDefault: { probabilityPerYear: 0.2 } } },
    ({ tenantDefaultMonth = NaN }) => (30 < tenantDefaultMonth ? 1 : 0),
  );
  expect(errorsOfMean(there, 0.8 ** 2.5)).toBeLessThan(4);
});

test('R7.2h correlations of shocks and of ranks are those asked for', () => {
  const settings = settingsForTest({ isOn: only('btcPrice', 'networkHashrate', 'buildCost', 'delay') });
  const shocks = simulationForTest(settings);
  const correlationOf = (pairs: readonly (readonly [number, number])[]): number => {
    const [a, b] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
    const [meanA, meanB] = [meanOf(a), meanOf(b)];
    const covariance = pairs.reduce((sum, [x, y]) => sum + (x - meanA) * (y - meanB), 0) / (pairs.length - 1);
    return covariance / Math.sqrt(varianceOf(a) * varianceOf(b));
  };
  const pairs = Array.from({ length: paths }, (_, path) => {
    const { btcLog, hashrateLog } = drawPath(shocks, path);
    return [btcLog[1] ?? NaN, hashrateLog[1] ?? NaN] as const;
  });
  expect(Math.abs(correlationOf(pairs) - 0.324062) * Math.sqrt(paths)).toBeLessThan(4);
  const once = Array.from({ length: paths }, (_, path) => {
    const { ranges } = drawPath(shocks, path);
    return [ranges.buildCost, ranges.delay] as const;
  });
  // Of normal quantiles 0.4; of triangular values, one of them rounded down, a little less.
  expect(correlationOf(once)).toBeGreaterThan(0.33);
  expect(correlationOf(once)).toBeLessThan(0.42);
});

test('R7.2b a driver that is switched off leaves the draws of the others to the last bit', () => {
  const all = simulationForTest(settingsForTest());
  const fewer = simulationForTest(
    settingsForTest({ isOn: { ...allDrivers(true), btcPrice: false, marketRent: false } }),
  );
  const before = drawPath(all, 11);
  const kept = {
    power: [...before.powerFactor],
    gpu: [...before.gpuFactor],
    fees: [...(before.feeShare ?? [])],
    buildCost: before.ranges.buildCost,
    gone: before.tenantDefaultMonth,
  };
  const after = drawPath(fewer, 11);
  expect([...after.powerFactor]).toEqual(kept.power);
  expect([...after.gpuFactor]).toEqual(kept.gpu);
  expect([...(after.feeShare ?? [])]).toEqual(kept.fees);
  expect(after.ranges.buildCost).toBe(kept.buildCost);
  expect(after.tenantDefaultMonth).toBe(kept.gone);
  expect(after.btcFactor.every((factor) => factor === 1)).toBe(true);
});
