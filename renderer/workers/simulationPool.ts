import kernelUrl from '../../out/app/kernel/kernel.wasm?url';
import type { PoolHost, PoolWorker, WorkerListeners } from '../../shared/simulation/poolHost.ts';
import type { WorkerReport } from '../../shared/simulation/poolProtocol.ts';
import { compiledModule, shareMemory } from '../../shared/simulation/webAssembly.ts';
import { createSimulationPool, type SimulationPool } from '../../shared/simulation/simulationPool.ts';

/* The page's simulation pool: a worker a processor, started when first needed or when the window is idle. */

const mostWorkers = 16;

function startWorker({ report, crashed }: WorkerListeners): PoolWorker {
  const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerReport>) => report(data));
  worker.addEventListener('error', (event) => {
    // What the pool tells the user need not be told the console as well.
    event.preventDefault();
    crashed(event.message);
  });
  worker.addEventListener('messageerror', () => crashed('message'));
  return { post: (order) => worker.postMessage(order), end: () => worker.terminate() };
}

/** @param changed parts of the host that are otherwise */
export function createPagePool(changed: Partial<PoolHost> = {}): SimulationPool {
  return createSimulationPool({
    workers: Math.min(mostWorkers, Math.max(1, navigator.hardwareConcurrency)),
    startWorker,
    loadModule: () => compiledModule(async () => (await fetch(kernelUrl)).arrayBuffer()),
    shareMemory: crossOriginIsolated ? shareMemory : undefined,
    after: (milliseconds, action) => {
      const timer = setTimeout(action, milliseconds);
      return () => clearTimeout(timer);
    },
    ...changed,
  });
}

let pool: SimulationPool | undefined;

export function simulationPool(): SimulationPool {
  pool ??= createPagePool();
  return pool;
}

/** Starts the workers when the page has nothing else to do; never while it starts. */
export function warmWhenIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => void simulationPool().warm().then(resolve));
  });
}
