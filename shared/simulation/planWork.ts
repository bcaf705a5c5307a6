import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import { placePaths, type AllPaths } from '../engine/montecarlo/allPaths.ts';
import { drivers } from '../engine/montecarlo/drivers.ts';
import type { MonteCarloSettings } from '../engine/montecarlo/settings.ts';
import { simulatePaths } from '../engine/montecarlo/simulate.ts';
import { createSimulation, isSimulation } from '../engine/montecarlo/simulation.ts';
import { firstFreeByte } from './kernel.ts';
import type { Work } from './work.ts';

/* R7.2 Monte Carlo of a site as a work of the pool: workers draw paths into the one list of all paths. */

export interface PlanSetup {
  readonly evidence: SiteEvidence;
  readonly settings: MonteCarloSettings;
  /** Of the simulation made ready from the same evidence and settings. */
  readonly planCount: number;
  readonly years: number;
}

/** So few that a path that the engine itself computes does not hold up a cancelled run. */
const pathsPerItem = 8;

/** All paths as they lie in memory. */
function allPathsIn(memory: ArrayBufferLike, { settings, planCount, years }: PlanSetup): AllPaths {
  const { paths } = settings;
  let at = firstFreeByte;
  const numbers = (count: number): Float64Array => {
    const list = new Float64Array(memory, at, count);
    at += list.byteLength;
    return list;
  };
  const npvUsd = numbers(planCount * paths);
  const yearlyUsd = numbers(planCount * years * paths);
  const ofDrivers = numbers(drivers.length * paths);
  const brokenBy = new Uint8Array(memory, at, paths);
  return { paths, planCount, years, npvUsd, yearlyUsd, drivers: ofDrivers, brokenBy };
}

export const planWork: Work<PlanSetup, AllPaths> = {
  bytes: ({ settings, planCount, years }) =>
    firstFreeByte + settings.paths * (8 * (planCount * (1 + years) + drivers.length) + 1),
  prepare: () => undefined,
  phases: (setup, { memory }) => {
    const made = createSimulation(setup.evidence, setup.settings);
    if (!isSimulation(made)) throw new Error(made.refused);
    const all = allPathsIn(memory, setup);
    const { paths } = setup.settings;
    return [
      {
        stage: 'paths',
        items: Math.ceil(paths / pathsPerItem),
        units: paths,
        run: (item) => {
          const from = item * pathsPerItem;
          const count = Math.min(pathsPerItem, paths - from);
          placePaths(all, simulatePaths(made, from, count));
          return count;
        },
      },
    ];
  },
  read: (setup, memory) => {
    const all = allPathsIn(memory, setup);
    return {
      ...all,
      npvUsd: all.npvUsd.slice(),
      yearlyUsd: all.yearlyUsd.slice(),
      drivers: all.drivers.slice(),
      brokenBy: all.brokenBy.slice(),
    };
  },
};
