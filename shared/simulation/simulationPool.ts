import type { PoolHost, PoolWorker, SharedMemory, SimulationOutcome } from './poolHost.ts';
import { SimulationJob, type SimulationProgress } from './simulationJob.ts';
import type { Work } from './work.ts';
import { works, type ResultOf, type SetupOf, type WorkName } from './works.ts';

/** A simulation that has been asked for. */
export interface SimulationRun<Result> {
  readonly outcome: Promise<SimulationOutcome<Result>>;
  /** Resolves within a tenth of a second, with no worker busy with it any more. */
  readonly cancel: () => Promise<void>;
}

export interface RunOptions {
  /** At most so many workers, at most those of the pool. */
  readonly workers?: number;
  readonly progress?: (progress: SimulationProgress) => void;
}

/** The one pool of a page or a process; simulations run one after the other. */
export interface SimulationPool {
  readonly run: <Name extends WorkName>(
    name: Name,
    setup: SetupOf<Name>,
    options?: RunOptions,
  ) => SimulationRun<ResultOf<Name>>;
  /** Starts the workers and compiles, so that the first simulation need not wait for it. */
  readonly warm: () => Promise<void>;
  /** Cancels what runs, gives memory back and ends the workers; the next simulation starts them anew. */
  readonly end: () => Promise<void>;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function createSimulationPool(host: PoolHost): SimulationPool {
  const members: PoolWorker[] = [];
  let module: Promise<unknown> | undefined;
  let memory: SharedMemory | undefined;
  let current: SimulationJob | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let jobs = 0;

  const drop = (worker: PoolWorker): void => {
    const index = members.indexOf(worker);
    if (index >= 0) members.splice(index, 1);
    worker.end();
  };

  const startMember = (): void => {
    const worker = host.startWorker({
      report: (report) => current?.report(worker, report),
      crashed: (reason) => {
        drop(worker);
        current?.crashed(worker, reason);
      },
    });
    members.push(worker);
  };

  const workersFor = (wanted: number): PoolWorker[] => {
    while (members.length < wanted) startMember();
    return members.slice(0, wanted);
  };

  const moduleOf = (): Promise<unknown> => {
    module ??= host.loadModule();
    return module;
  };

  /** What was taken before is taken again: its pages are in place already. */
  const memoryFor = (bytes: number, isForModule: boolean): SharedMemory | undefined => {
    if (!host.shareMemory) return undefined;
    if (!memory || memory.buffer.byteLength < bytes) {
      memory = undefined;
      memory = host.shareMemory(bytes, isForModule);
    }
    return memory;
  };

  const begin = async (
    name: WorkName,
    setup: unknown,
    { workers = host.workers, progress }: RunOptions,
    isCancelled: () => boolean,
  ): Promise<SimulationOutcome<unknown>> => {
    const count = host.shareMemory ? Math.max(1, Math.min(workers, host.workers)) : 1;
    // They start while the module is compiled.
    workersFor(count);
    // The kernel's memory is a shared one, so without that the plain way is gone.
    const compiled = host.shareMemory ? await moduleOf() : undefined;
    const work = (await works[name]()) as Work<unknown, unknown>;
    if (isCancelled()) return { kind: 'cancelled' };
    let taken: SharedMemory | undefined;
    try {
      taken = memoryFor(work.bytes(setup, host.workers), compiled !== undefined);
    } catch (error) {
      return { kind: 'failed', failure: 'notEnoughMemory', detail: messageOf(error) };
    }
    jobs += 1;
    const plan = { id: jobs, name, work, setup, module: compiled, memory: taken, progress };
    current = new SimulationJob(plan, host, workersFor(count), drop);
    const outcome = await current.outcome;
    current = undefined;
    return outcome;
  };

  return {
    run: (name, setup, options = {}) => {
      let isCancelled = false;
      let isRunning = false;
      const outcome = last
        .then((): SimulationOutcome<unknown> | Promise<SimulationOutcome<unknown>> => {
          if (isCancelled) return { kind: 'cancelled' };
          isRunning = true;
          return begin(name, setup, options, () => isCancelled);
        })
        .catch((error: unknown) => {
          // What is wrong before a worker has begun is told as what goes wrong in one.
          return { kind: 'failed', failure: 'workFailed', detail: messageOf(error) } as const;
        });
      last = outcome;
      return {
        outcome: outcome as Promise<SimulationOutcome<never>>,
        cancel: async () => {
          isCancelled = true;
          if (isRunning && current) await current.cancel();
          await outcome;
        },
      };
    },
    warm: async () => {
      if (host.shareMemory) await moduleOf();
      workersFor(host.shareMemory ? host.workers : 1);
    },
    end: async () => {
      await current?.cancel();
      for (const worker of members.splice(0)) worker.end();
      memory = undefined;
    },
  };
}
