import { parentPort, workerData } from 'node:worker_threads';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { MonteCarloSettings } from '../../shared/engine/montecarlo/settings.ts';
import { simulatePaths } from '../../shared/engine/montecarlo/simulate.ts';
import { createSimulation, isSimulation } from '../../shared/engine/montecarlo/simulation.ts';
import type { PathShare } from '../../shared/simulation/pathSharing.ts';

/** What a thread is started with. */
export interface ThreadData {
  readonly evidence: SiteEvidence;
  readonly settings: MonteCarloSettings;
}

// Told by the command line only after the same run was made ready there, so it can be made ready here.
const { evidence, settings } = workerData as ThreadData;
const made = createSimulation(evidence, settings);

parentPort?.on('message', ({ from, count }: PathShare) => {
  if (!isSimulation(made)) return;
  const part = simulatePaths(made, from, count);
  const buffers = [part.npvUsd, part.yearlyUsd, part.drivers, part.brokenBy].map(({ buffer }) => buffer);
  parentPort?.postMessage(part, buffers as ArrayBuffer[]);
});
