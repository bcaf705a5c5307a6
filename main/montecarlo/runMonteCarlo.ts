import { createHash } from 'node:crypto';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { resolveInputs } from '../../shared/engine/analysis/resolveInputs.ts';
import { createAllPaths, placePaths, type AllPaths } from '../../shared/engine/montecarlo/allPaths.ts';
import { defaultSettings, presetBasesOf } from '../../shared/engine/montecarlo/defaultSettings.ts';
import type { MonteCarloResult } from '../../shared/engine/montecarlo/monteCarloResult.ts';
import type { MonteCarloSettings } from '../../shared/engine/montecarlo/settings.ts';
import { simulatePaths } from '../../shared/engine/montecarlo/simulate.ts';
import {
  createSimulation,
  isSimulation,
  type Simulation,
  type SimulationRefused,
} from '../../shared/engine/montecarlo/simulation.ts';
import { outlineOf, summarise } from '../../shared/engine/montecarlo/summarise.ts';
import type { StrategyKind } from '../../shared/engine/strategy/verdict.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { createNodePool } from '../analysis/nodePool.ts';
import { resourcesFolder } from '../resourcesFolder.ts';

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

/** @throws UserFacingError where a thread ends by itself or memory does not suffice */
async function drawOnThreads(
  evidence: SiteEvidence,
  { settings, runs, years }: Simulation,
  workers: number,
): Promise<AllPaths> {
  // Plans are computed by their compiled form in TypeScript; there is no module to load.
  const pool = createNodePool(resourcesFolder(), { workers, loadModule: async () => undefined });
  try {
    const setup = { evidence, settings, planCount: runs.length, years };
    const outcome = await pool.run('plan', setup).outcome;
    if (outcome.kind === 'done') return outcome.result;
    if (outcome.kind === 'cancelled') throw new UserFacingError('ipc.unexpected');
    throw new UserFacingError(`simulation.${outcome.failure}`, { detail: outcome.detail });
  } finally {
    await pool.end();
  }
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
  const all = createAllPaths(settings.paths, simulation.runs.length, simulation.years);
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
  return finished(evidence, simulation, await drawOnThreads(evidence, simulation, workers), null);
}
