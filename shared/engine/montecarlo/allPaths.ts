import { drivers } from './drivers.ts';
import type { SimulatedPaths } from './simulate.ts';

/** All paths of a run so far, in the order of their numbers; of each plan, year or driver all paths in turn. */
export interface AllPaths {
  readonly paths: number;
  readonly planCount: number;
  readonly years: number;
  readonly npvUsd: Float64Array;
  readonly yearlyUsd: Float64Array;
  readonly drivers: Float64Array;
  readonly brokenBy: Uint8Array;
}

/** Room for the paths of a run. */
export function createAllPaths(paths: number, planCount: number, years: number): AllPaths {
  return {
    paths,
    planCount,
    years,
    npvUsd: new Float64Array(planCount * paths),
    yearlyUsd: new Float64Array(planCount * years * paths),
    drivers: new Float64Array(drivers.length * paths),
    brokenBy: new Uint8Array(paths),
  };
}

function place(from: Float64Array, into: Float64Array, part: SimulatedPaths, paths: number): void {
  for (let row = 0; row * part.count < from.length; row += 1)
    into.set(from.subarray(row * part.count, (row + 1) * part.count), row * paths + part.from);
}

/** Puts some paths where they belong; it does not matter which come first. */
export function placePaths(all: AllPaths, part: SimulatedPaths): void {
  place(part.npvUsd, all.npvUsd, part, all.paths);
  place(part.yearlyUsd, all.yearlyUsd, part, all.paths);
  place(part.drivers, all.drivers, part, all.paths);
  all.brokenBy.set(part.brokenBy, part.from);
}

function shortened(values: Float64Array, from: number, to: number): Float64Array {
  const rows = values.length / from;
  const short = new Float64Array(rows * to);
  for (let row = 0; row < rows; row += 1) short.set(values.subarray(row * from, row * from + to), row * to);
  return short;
}

/** The first paths of a run alone, for results while it goes on. */
export function firstPaths(all: AllPaths, count: number): AllPaths {
  if (count === all.paths) return all;
  return {
    ...all,
    paths: count,
    npvUsd: shortened(all.npvUsd, all.paths, count),
    yearlyUsd: shortened(all.yearlyUsd, all.paths, count),
    drivers: shortened(all.drivers, all.paths, count),
    brokenBy: all.brokenBy.slice(0, count),
  };
}

/** The values of one row: a plan's NPVs, a year's flows, a driver's numbers. */
export function rowOf(values: Float64Array, row: number, paths: number): Float64Array {
  return values.subarray(row * paths, (row + 1) * paths);
}

/** R7.2n The paths that nothing broke, in their order. */
export function unbrokenPaths(all: AllPaths): AllPaths {
  const kept = [...all.brokenBy.keys()].filter((path) => all.brokenBy[path] === 0);
  if (kept.length === all.paths) return all;
  const only = (values: Float64Array): Float64Array => {
    const rows = values.length / all.paths;
    const left = new Float64Array(rows * kept.length);
    for (let row = 0; row < rows; row += 1)
      for (const [at, path] of kept.entries())
        left[row * kept.length + at] = values[row * all.paths + path] as number;
    return left;
  };
  return {
    ...all,
    paths: kept.length,
    npvUsd: only(all.npvUsd),
    yearlyUsd: only(all.yearlyUsd),
    drivers: only(all.drivers),
    brokenBy: new Uint8Array(kept.length),
  };
}
