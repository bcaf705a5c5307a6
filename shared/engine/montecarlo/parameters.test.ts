import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parameters } from './parameters.ts';
import { ercotMeanUsdPerMwh } from './season.ts';

const calibration: unknown = JSON.parse(
  readFileSync(new URL('../../../resources/app/data/calibration.json', import.meta.url), 'utf8'),
);

function at(path: string): unknown {
  return path
    .split('.')
    .reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], calibration);
}

test('R7.2 every calibrated parameter stands in calibration.json as it is used', () => {
  const calibrated = Object.entries(parameters).filter(([key]) => key !== 'powerPrice.seasonShare');
  const checked = calibrated.filter(([, { calibration: path }]) => path !== null);
  expect(checked.length).toBeGreaterThanOrEqual(5);
  for (const [key, { calibration: path, value }] of checked) {
    expect([key, at(path ?? '')]).toEqual([key, value]);
  }
});

test('R7.2e the season is that of the calibration', () => {
  const months = at(parameters['powerPrice.seasonShare'].calibration) as Record<string, number>;
  const inOrder = Object.keys(months)
    .toSorted()
    .map((month) => months[month]);
  expect(inOrder).toEqual(ercotMeanUsdPerMwh);
});

test('R7.2 standard errors of volatilities are σ/√(2n), n months of the span', () => {
  const errorOf = (value: number, months: number): number => value / Math.sqrt(2 * months);
  expect(parameters['btcPrice.volatilityPerYear'].standardError).toBeCloseTo(errorOf(0.554478, 60), 4);
  expect(parameters['networkHashrate.volatilityPerYear'].standardError).toBeCloseTo(errorOf(0.150226, 60), 4);
  expect(parameters['powerPrice.volatilityPerYear'].standardError).toBeCloseTo(errorOf(1.93296, 41), 4);
});
