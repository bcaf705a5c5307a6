import * as layout from '../kernel/layout.ts';
import { selectionMemory, valuesOfRanks } from './orderStatistics.ts';

/* R7.2s Statistics of a series over its paths. Sums run in eight lanes, path by path, so that their bits are fixed. */

const shares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
const worstShare = 0.05;

/** Eight sums side by side, each of every eighth value, then what is left over. */
function laneSum(series: Float64Array, term: (value: number) => number): number {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  const whole = series.length - (series.length % 8);
  for (let index = 0; index < whole; index += 8) {
    a += term(series[index] as number);
    b += term(series[index + 1] as number);
    c += term(series[index + 2] as number);
    d += term(series[index + 3] as number);
    e += term(series[index + 4] as number);
    f += term(series[index + 5] as number);
    g += term(series[index + 6] as number);
    h += term(series[index + 7] as number);
  }
  let sum = a + c + (e + g) + (b + d + (f + h));
  for (let index = whole; index < series.length; index += 1) sum += term(series[index] as number);
  return sum;
}

/** Mean of the `worst` smallest values, of which `limit` is the greatest: equal ones fill the rest. */
function meanOfWorst(series: Float64Array, limit: number, worst: number): number {
  let smaller = 0;
  const sum = laneSum(series, (value) => {
    if (value >= limit) return 0;
    smaller += 1;
    return value;
  });
  return (sum + (worst - smaller) * limit) / worst;
}

/** Summarises series of up to so many paths; its memory is taken once. */
export interface Summariser {
  /** Mean, standard deviation (0 of one value), five quantiles, mean of the worst twentieth, in this order. */
  readonly whole: (series: Float64Array, to: Float64Array) => void;
  /** The quantiles alone, at their places. */
  readonly quantiles: (series: Float64Array, to: Float64Array) => void;
}

/**
 * R7.2s Statistics of series without gaps: quantiles of type 7 (R7.2) of 5, 25, 50, 75 and 95 %, CVaR as the mean of the
 * ⌈0.05·N⌉ smallest values.
 * @param longest number of paths of the longest series
 */
export function summariser(longest: number): Summariser {
  const memory = selectionMemory(longest);
  const found = new Float64Array(2 * shares.length);
  const quantiles: Summariser['quantiles'] = (series, to) => {
    const last = series.length - 1;
    const ranks = shares.flatMap((share) => {
      const lower = Math.floor(share * last);
      return [lower, Math.min(lower + 1, last)];
    });
    valuesOfRanks(series, ranks, memory, found);
    for (const [index, share] of shares.entries()) {
      const low = found[2 * index] as number;
      const high = found[2 * index + 1] as number;
      const position = share * last;
      to[layout.firstQuantile + index] = low + (high - low) * (position - Math.floor(position));
    }
  };
  return {
    quantiles,
    whole: (series, to) => {
      const count = series.length;
      const mean = laneSum(series, (value) => value) / count;
      const squares = laneSum(series, (value) => (value - mean) * (value - mean));
      to[0] = mean;
      to[1] = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
      quantiles(series, to);
      const worst = Math.ceil(worstShare * count - 1e-9);
      // The last of the worst is one of the two order statistics around the lowest quantile.
      const limit = found[worst - 1 === Math.floor(worstShare * (count - 1)) ? 0 : 1] as number;
      to[layout.worstMean] = meanOfWorst(series, limit, worst);
    },
  };
}

/** R7.2s How many paths have a greater value in the first series than in the second. */
export function pathsAhead(first: Float64Array, second: Float64Array): number {
  let above = 0;
  for (let path = 0; path < first.length; path += 1)
    above += (first[path] as number) > (second[path] as number) ? 1 : 0;
  return above;
}
