import { normalOfWord } from '../random/normal.ts';
import { philoxOfCounter, type PhiloxKey } from '../random/philox.ts';
import { pathDrivers, streamOf, type PathDriver } from './drivers.ts';
import type { MonteCarloSettings } from './settings.ts';

/** R7.2h Lower Cholesky factors of both correlation matrices, row by row. */
export interface CorrelationFactors {
  readonly paths: readonly (readonly number[])[];
  readonly ranges: readonly (readonly number[])[];
}

/** R7.2b, R7.2h The correlated monthly shocks of one path. */
export interface Shocks {
  /** Draws what the drivers that are on need. */
  readonly drawPath: (path: number) => void;
  /** e(m) of a driver. */
  readonly of: (driver: PathDriver) => (month: number) => number;
}

/** R7.2b Standard normal draws of one stream, all months; four months share a call of the generator. */
export function drawNormals(
  key: PhiloxKey,
  path: number,
  stream: number,
  into: Float64Array,
  words: Uint32Array,
): void {
  for (let month = 0; month < into.length; month += 4) {
    philoxOfCounter(key, path, month >> 2, stream, 0, words);
    const last = Math.min(4, into.length - month);
    for (let word = 0; word < last; word += 1) into[month + word] = normalOfWord(words[word] as number);
  }
}

/**
 * R7.2b, R7.2h Shocks of the drivers drawn month by month.
 * @param months how many are computed
 */
export function createShocks(
  { isOn }: Pick<MonteCarloSettings, 'isOn'>,
  key: PhiloxKey,
  months: number,
  factors: CorrelationFactors,
): Shocks {
  const words = new Uint32Array(4);
  const normals = pathDrivers.map(() => new Float64Array(months));
  // A driver is drawn where one that is on hangs on it, be it itself.
  const needed = pathDrivers.flatMap((driver, column) => {
    const isNeeded = pathDrivers.some(
      (other, row) => isOn[other] && (factors.paths[row]?.[column] ?? 0) !== 0,
    );
    return isNeeded ? [{ stream: streamOf[driver], into: normals[column] as Float64Array }] : [];
  });
  return {
    drawPath(path) {
      for (const { stream, into } of needed) drawNormals(key, path, stream, into, words);
    },
    of(driver) {
      const row = pathDrivers.indexOf(driver);
      const terms = normals.flatMap((values, column) => {
        const weight = factors.paths[row]?.[column] ?? 0;
        return weight === 0 ? [] : [{ weight, values }];
      });
      const [first, ...rest] = terms;
      if (!first) return () => 0;
      if (rest.length === 0) return (month) => first.weight * (first.values[month] as number);
      return (month) => {
        let sum = first.weight * (first.values[month] as number);
        for (const { weight, values } of rest) sum += weight * (values[month] as number);
        return sum;
      };
    },
  };
}
