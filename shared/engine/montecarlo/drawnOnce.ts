import { log } from '../numeric/elementary.ts';
import { normalDistribution } from '../numeric/normal.ts';
import { normalOfWord, uniformOfWord } from '../random/normal.ts';
import { philoxOfCounter, type PhiloxKey } from '../random/philox.ts';
import type { Draw } from './draw.ts';
import { rangeDrivers, streamOf } from './drivers.ts';
import type { MonteCarloSettings } from './settings.ts';
import type { CorrelationFactors } from './shocks.ts';
import { triangularQuantile } from './triangular.ts';

/** R1.7 The latest month that an input may name; a tenant who stays that long stays. */
export const latestMonth = 12_000;

/**
 * R7.2g Month of risk from which on the tenant is gone: the first whole month at or after ln(u)/ln(1 − d) years.
 * @param probability u, between 0 and 1
 * @param probabilityPerYear d
 * @example defaultMonth(0.25, 0.75) // → 12
 */
export function defaultMonth(probability: number, probabilityPerYear: number): number {
  if (probabilityPerYear === 0) return latestMonth;
  const months = (12 * log(probability)) / log(1 - probabilityPerYear);
  return Math.min(latestMonth, Math.ceil(months));
}

/** R7.2f, R7.2h Values drawn once: correlated normals, their share below, the quantile of the range. */
function rangesProcess(
  settings: MonteCarloSettings,
  key: PhiloxKey,
  factors: CorrelationFactors,
  draw: Draw,
): (path: number) => void {
  const { drivers, isOn } = settings;
  const words = new Uint32Array(4);
  const independent = new Float64Array(rangeDrivers.length);
  const factor = (driver: 'marketRent' | 'utilisation' | 'buildCost'): number =>
    drivers[driver].base === 0 ? 1 : draw.ranges[driver] / drivers[driver].base;
  return (path) => {
    for (const [index, driver] of rangeDrivers.entries()) {
      philoxOfCounter(key, path, 0, streamOf[driver], 0, words);
      independent[index] = normalOfWord(words[0] as number);
    }
    for (const [index, driver] of rangeDrivers.entries()) {
      let normal = 0;
      for (let column = 0; column <= index; column += 1)
        normal += (factors.ranges[index]?.[column] ?? 0) * (independent[column] as number);
      const range = drivers[driver];
      draw.ranges[driver] = isOn[driver] ? triangularQuantile(normalDistribution(normal), range) : range.base;
    }
    draw.marketRentFactor = factor('marketRent');
    draw.utilisationFactor = factor('utilisation');
    draw.buildCostFactor = factor('buildCost');
    draw.ranges.delay = Math.floor(draw.ranges.delay);
    draw.delayMonths = draw.ranges.delay - Math.floor(drivers.delay.base);
  };
}

/** R7.2f, R7.2g What a path draws once. */
export function onceProcess(
  settings: MonteCarloSettings,
  key: PhiloxKey,
  factors: CorrelationFactors,
  draw: Draw,
): (path: number) => void {
  const words = new Uint32Array(4);
  const drawRanges = rangesProcess(settings, key, factors, draw);
  const { probabilityPerYear } = settings.drivers.tenantDefault;
  return (path) => {
    drawRanges(path);
    if (!settings.isOn.tenantDefault) return;
    philoxOfCounter(key, path, 0, streamOf.tenantDefault, 0, words);
    draw.tenantDefaultMonth = defaultMonth(uniformOfWord(words[0] as number), probabilityPerYear);
  };
}
