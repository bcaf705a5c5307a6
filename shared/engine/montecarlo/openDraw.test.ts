import { expect, test } from 'vitest';
import { settingsForTest, simulationForTest } from '../testing/simulationForTest.ts';
import { openDraw } from './openDraw.ts';
import { simulatePaths } from './simulate.ts';

test('R7.2a, P36 any draw opened alone gives the run its NPVs to the last bit, and the engine the same to 1e-9', () => {
  const settings = settingsForTest();
  const run = simulatePaths(simulationForTest(settings), 0, 40);
  // Another run, as after a restart.
  const again = simulationForTest(settings);
  for (const path of [39, 0, 17]) {
    const opened = openDraw(again, path);
    expect(opened.plans.map(({ npvUsd }) => npvUsd)).toEqual(
      opened.plans.map((_plan, index) => run.npvUsd[index * 40 + path]),
    );
    for (const { npvUsd, engineNpvUsd, flowsUsd } of opened.plans) {
      const gross = flowsUsd.reduce((sum, usd) => sum + Math.abs(usd), 0);
      expect(Math.abs(npvUsd - (engineNpvUsd ?? NaN)) / gross).toBeLessThan(1e-9);
    }
    expect(opened.btcPriceUsd).toHaveLength(180);
    expect(opened.btcPriceUsd[0]).toBe(90_000);
  }
});

test('R7.2a the case of a draw can be written and read again', () => {
  const [first] = openDraw(simulationForTest(), 3).plans;
  const written: unknown = JSON.parse(JSON.stringify(first?.case));
  expect(written).toEqual(JSON.parse(JSON.stringify(first?.case)));
  expect(JSON.stringify(written)).not.toContain('null,null');
});
