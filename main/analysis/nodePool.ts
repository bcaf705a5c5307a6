import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PoolHost, PoolWorker, WorkerListeners } from '../../shared/simulation/poolHost.ts';
import type { WorkerReport } from '../../shared/simulation/poolProtocol.ts';
import { compiledModule, shareMemory } from '../../shared/simulation/webAssembly.ts';
import { createSimulationPool, type SimulationPool } from '../../shared/simulation/simulationPool.ts';

/* The simulation pool of the command line, on threads; the same pool as the page's. */

/** Beside this file as it stands, or beside the bundle it went into. */
const thread = new URL(
  import.meta.url.endsWith('.ts') ? './simulationThread.ts' : './simulationThread.js',
  import.meta.url,
);

/** A thread that serves simulations. */
export function startThread({ report, crashed }: WorkerListeners): PoolWorker {
  const worker = new Worker(thread);
  worker.on('message', (message: WorkerReport) => report(message));
  worker.on('error', (error) => crashed(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => crashed(`exit ${code}`));
  return { post: (order) => worker.postMessage(order), end: () => void worker.terminate() };
}

/**
 * A pool on threads of this process, which does not end before `end` was called.
 * @param changed parts of the host that are otherwise
 */
export function createNodePool(resourcesFolder: string, changed: Partial<PoolHost> = {}): SimulationPool {
  return createSimulationPool({
    workers: availableParallelism(),
    startWorker: startThread,
    loadModule: () =>
      compiledModule(async () => new Uint8Array(await readFile(join(resourcesFolder, 'kernel/kernel.wasm')))),
    shareMemory,
    after: (milliseconds, action) => {
      const timer = setTimeout(action, milliseconds);
      return () => clearTimeout(timer);
    },
    ...changed,
  });
}
