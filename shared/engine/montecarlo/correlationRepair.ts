import { choleskyFactor } from '../random/correlation.ts';
import { nearestCorrelation } from './nearestCorrelation.ts';
import type { CorrelationSettings } from './settings.ts';
import type { CorrelationFactors } from './shocks.ts';

/** R7.2h A change above this refuses the run. */
export const largestRepair = 0.1;

/** R7.2h The correlations that a run draws with. */
export interface CorrelationRepair {
  readonly used: CorrelationSettings;
  /** Largest change of an entry; 0 where nothing had to be repaired. */
  readonly largestChange: number;
  /** Cholesky factors; undefined where the repair would change too much. */
  readonly factors: CorrelationFactors | undefined;
}

type Matrix = readonly (readonly number[])[];

function changeOf(before: Matrix, after: Matrix): number {
  let most = 0;
  for (const [row, entries] of before.entries())
    for (const [column, entry] of entries.entries())
      most = Math.max(most, Math.abs(entry - (after[row]?.[column] ?? 0)));
  return most;
}

function repaired(matrix: Matrix): { used: Matrix; factor: Matrix | undefined; change: number } {
  const factor = choleskyFactor(matrix);
  if (factor) return { used: matrix, factor, change: 0 };
  const used = nearestCorrelation(matrix);
  return { used, factor: choleskyFactor(used), change: changeOf(matrix, used) };
}

/**
 * R7.2h The correlations of a run: as asked for where random numbers can have them, else the nearest that can be.
 * @example usedCorrelations({ paths: [[1, 0.5], [0.5, 1]], ranges: [[1]] }).largestChange // → 0
 */
export function usedCorrelations({ paths, ranges }: CorrelationSettings): CorrelationRepair {
  const [ofPaths, ofRanges] = [repaired(paths), repaired(ranges)];
  const largestChange = Math.max(ofPaths.change, ofRanges.change);
  return {
    used: { paths: ofPaths.used, ranges: ofRanges.used },
    largestChange,
    factors:
      ofPaths.factor && ofRanges.factor && largestChange <= largestRepair
        ? { paths: ofPaths.factor, ranges: ofRanges.factor }
        : undefined,
  };
}
