import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createNodePool } from '../../main/analysis/nodePool.ts';
import { siteEvidence } from '../../main/analysis/siteView.ts';
import { openReadOnly } from '../../main/db/openDatabase.ts';
import { usualSettings } from '../../main/montecarlo/runMonteCarlo.ts';
import { createAllPaths, firstPaths, placePaths } from '../../shared/engine/montecarlo/allPaths.ts';
import { simulatePaths } from '../../shared/engine/montecarlo/simulate.ts';
import {
  createSimulation,
  isSimulation,
  type Simulation,
} from '../../shared/engine/montecarlo/simulation.ts';
import { outlineOf, summarise } from '../../shared/engine/montecarlo/summarise.ts';
import { mc1Setup } from '../../shared/simulation/mc1Work.ts';
import { goldenMc1Block } from './simulationPage/goldenMc1.ts';

/*
 * R7.2i The plan kernel beside MC-1, one thread each, in turned order every other round; ratios are of medians.
 */

const root = join(import.meta.dirname, '../..');
const rounds = 5;
const paths = 10_000;
const mc1Paths = 20_000;
const mc1Months = 180;
const block = goldenMc1Block();
const appFolder = join(root, 'out/app');
const fast = createNodePool(appFolder, { workers: 1 });
const plain = createNodePool(appFolder, { workers: 1, loadModule: async () => undefined });

const db = openReadOnly(join(root, 'out/app/sample/sample.umbau'));
const evidence = siteEvidence(db, 'riot-rockdale');
db.close();
const settings = usualSettings(evidence, { seed: 1, paths });

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function say(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(72)} ${value}\n`);
}

function ready(): Simulation {
  const made = createSimulation(evidence, settings);
  if (!isSimulation(made)) throw new Error(made.refused);
  return made;
}

/** What an analyst waits for: the run made ready, the first paths and what they come to. */
function firstResults(): number {
  const from = performance.now();
  const simulation = ready();
  const all = createAllPaths(paths, simulation.runs.length, simulation.years);
  placePaths(all, simulatePaths(simulation, 0, 40));
  summarise(outlineOf(evidence, simulation), firstPaths(all, 40));
  return performance.now() - from;
}

function planKernel(simulation: Simulation): number {
  const from = performance.now();
  simulatePaths(simulation, 0, paths);
  return performance.now() - from;
}

async function mc1(pool: typeof fast): Promise<number> {
  const from = performance.now();
  await pool.run('mc1', mc1Setup(block, mc1Paths), { workers: 1 }).outcome;
  return performance.now() - from;
}

const cold = firstResults();
const simulation = ready();
const contenders = [
  { name: 'plan', run: async () => planKernel(simulation), taken: [] as number[] },
  { name: 'fast', run: () => mc1(fast), taken: [] as number[] },
  { name: 'plain', run: () => mc1(plain), taken: [] as number[] },
] as const;
for (let round = 0; round <= rounds; round += 1)
  for (const { run, taken } of round % 2 === 0 ? contenders : contenders.toReversed()) {
    const ms = await run();
    if (round > 0) taken.push(ms);
  }
const [planMs = 0, fastMs = 0, plainMs = 0] = contenders.map(({ taken }) => median(taken));
const months = simulation.site.calendar.horizonMonths;
const planRate = (paths * months * 1000) / planMs;
const mc1Rate = (ms: number): number => (mc1Paths * mc1Months * 1000) / ms;
say(
  `plan kernel, ${paths} paths of ${months} months, ${simulation.runs.length} strategies, one thread`,
  `${planMs.toFixed(0)} ms, ${(planRate / 1e6).toFixed(2)} million path·months/s`,
);
say(
  'plan kernel over MC-1, path·months/s, one worker each (goal ≥ 0.25)',
  `${(planRate / mc1Rate(fastMs)).toFixed(2)}, over MC-1 in plain TypeScript ${(planRate / mc1Rate(plainMs)).toFixed(2)}`,
);
say(
  'Monte Carlo, first results (goal < 150 ms)',
  `${median(Array.from({ length: rounds }, firstResults)).toFixed(0)} ms, cold ${cold.toFixed(0)} ms`,
);
await Promise.all([fast.end(), plain.end()]);
