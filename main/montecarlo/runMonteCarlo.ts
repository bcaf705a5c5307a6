import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { resolveInputs } from '../../shared/engine/analysis/resolveInputs.ts';
import { createAllPaths, placePaths, type AllPaths } from '../../shared/engine/montecarlo/allPaths.ts';
import { defaultSettings, presetBasesOf } from '../../shared/engine/montecarlo/defaultSettings.ts';
import type { MonteCarloResult } from '../../shared/engine/montecarlo/monteCarloResult.ts';
import type { MonteCarloSettings } from '../../shared/engine/montecarlo/settings.ts';
import { simulatePaths, type SimulatedPaths } from '../../shared/engine/montecarlo/simulate.ts';
import {
  createSimulation,
  isSimulation,
  type Simulation,
  type SimulationRefused,
} from '../../shared/engine/montecarlo/simulation.ts';
import { outlineOf, summarise } from '../../shared/engine/montecarlo/summarise.ts';
import type { StrategyKind } from '../../shared/engine/strategy/verdict.ts';
import { createSharing } from '../../shared/simulation/pathSharing.ts';
import type { ThreadData } from './monteCarloThread.ts';

/** A run of one site: what it was told, what it says, and a hash over the bits of all NPVs. */
export interface FinishedRun {
  readonly settings: MonteCarloSettings;
  readonly result: MonteCarloResult;
  readonly npvSha256: string;
}

/** R7.2 The settings of a site that nobody has changed. */
export function usualSettings(
  evidence: SiteEvidence,
  run: Pick<MonteCarloSettings, 'seed' | 'paths'>,
): MonteCarloSettings {
  return defaultSettings(resolveInputs(evidence), presetBasesOf(evidence.presets), run);
}

function startThread(data: ThreadData): Worker {
  // Bundled it lies beside the program, in the repository beside this file.
  const isBundled = import.meta.url.endsWith('.js');
  const file = new URL(isBundled ? './monteCarloThread.js' : './monteCarloThread.ts', import.meta.url);
  return new Worker(file, { workerData: data });
}

async function drawOnThreads(data: ThreadData, count: number, place: (part: SimulatedPaths) => void) {
  const sharing = createSharing(data.settings.paths, 100);
  const drawAll = async (thread: Worker): Promise<void> => {
    try {
      await new Promise<void>((resolve, reject) => {
        const next = (): void => {
          const share = sharing.take(performance.now());
          if (share) thread.postMessage(share);
          else resolve();
        };
        thread.on('message', (part: SimulatedPaths) => {
          place(part);
          sharing.finish(part.from, part.count, performance.now());
          next();
        });
        thread.on('error', reject);
        next();
      });
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: count }, () => drawAll(startThread(data))));
}

function emptyPaths({ settings, runs, years }: Simulation): AllPaths {
  return createAllPaths(settings.paths, runs.length, years);
}

function finished(
  evidence: SiteEvidence,
  simulation: Simulation,
  all: AllPaths,
  asked: StrategyKind | null,
): FinishedRun {
  return {
    settings: simulation.settings,
    result: summarise(outlineOf(evidence, simulation), all, asked ?? undefined),
    npvSha256: createHash('sha256').update(new Uint8Array(all.npvUsd.buffer)).digest('hex'),
  };
}

/**
 * R7.2 Draws a site on this thread.
 * @param asked conversion held against mining; null for the best of the base case
 */
export function runAlone(
  evidence: SiteEvidence,
  settings: MonteCarloSettings,
  asked: StrategyKind | null = null,
): FinishedRun | SimulationRefused {
  const simulation = createSimulation(evidence, settings);
  if (!isSimulation(simulation)) return simulation;
  const all = emptyPaths(simulation);
  placePaths(all, simulatePaths(simulation, 0, settings.paths));
  return finished(evidence, simulation, all, asked);
}

/** R7.2 Draws a site on so many threads; the digits do not depend on how many. */
export async function runMonteCarlo(
  evidence: SiteEvidence,
  settings: MonteCarloSettings,
  workers: number,
): Promise<FinishedRun | SimulationRefused> {
  if (workers === 1) return runAlone(evidence, settings);
  const simulation = createSimulation(evidence, settings);
  if (!isSimulation(simulation)) return simulation;
  const all = emptyPaths(simulation);
  await drawOnThreads({ evidence, settings }, workers, (part) => placePaths(all, part));
  return finished(evidence, simulation, all, null);
}
