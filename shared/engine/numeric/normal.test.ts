import { expect, test } from 'vitest';
import fixtures from './normal.fixtures.json' with { type: 'json' };
import { normalDistribution } from './normal.ts';

test('the normal distribution keeps its digits far into the lower tail', () => {
  for (const [x, expected] of fixtures.distribution as [number, number][]) {
    expect(Math.abs(normalDistribution(x) - expected), `Φ(${x})`).toBeLessThanOrEqual(1e-13 * expected);
  }
  expect([normalDistribution(-Infinity), normalDistribution(Infinity), normalDistribution(0)]).toEqual([
    0, 1, 0.5,
  ]);
});
