import type { WorkerOrder, WorkerReport } from './poolProtocol.ts';
import type { Phase, Work } from './work.ts';
import { bufferOf, kernelOf } from './webAssembly.ts';
import { works } from './works.ts';

/*
 * What runs in a worker, in a page as in Node. The worker takes item after item from a shared counter; where memory cannot
 * be shared it is the only one and counts for itself.
 */

/** What a worker has of its host. */
export interface WorkerHost {
  readonly report: (report: WorkerReport, transfer?: readonly ArrayBuffer[]) => void;
  /** Lets waiting orders in. */
  readonly pause: () => Promise<void>;
}

type BeginOrder = Extract<WorkerOrder, { kind: 'begin' }>;

/** Items of a phase, each given away once, and whether to go on. */
interface Counter {
  readonly next: () => number;
  readonly isStopped: () => boolean;
}

function sharedCounter(control: Int32Array, phase: number): Counter {
  return {
    next: () => Atomics.add(control, 1 + phase, 1),
    isStopped: () => Atomics.load(control, 0) !== 0,
  };
}

/** @returns what the pool's orders are given to */
export function serveSimulations(host: WorkerHost): (order: WorkerOrder) => void {
  let stopped = -1;
  let startPhase: (() => void) | undefined;

  const ownCounter = (job: number): Counter => {
    let item = -1;
    return {
      next: () => {
        item += 1;
        return item;
      },
      isStopped: () => stopped === job,
    };
  };

  const runPhase = async (
    order: BeginOrder,
    phase: Phase,
    index: number,
    phases: number,
  ): Promise<boolean> => {
    const { job, control } = order;
    const { next, isStopped } = control ? sharedCounter(control, index) : ownCounter(job);
    for (let item = next(); item < phase.items; item = next()) {
      if (isStopped()) return false;
      const units = phase.run(item);
      const of = { job, phase: index, phases, stage: phase.stage };
      host.report({ kind: 'progress', ...of, units, unitsOfPhase: phase.units });
      if (!control) await host.pause();
    }
    return !isStopped();
  };

  const runAll = async (order: BeginOrder): Promise<void> => {
    const { job, setup, worker, workers, module, control } = order;
    const work = (await works[order.work]()) as Work<unknown, unknown>;
    const memory =
      order.memory === undefined ? new ArrayBuffer(work.bytes(setup, workers)) : bufferOf(order.memory);
    if (order.memory === undefined) work.prepare(setup, memory);
    const kernel = module === undefined ? undefined : kernelOf(module, order.memory);
    const phases = work.phases(setup, { memory, worker, workers, kernel });
    for (const [index, phase] of phases.entries()) {
      const mayGoOn = new Promise<void>((resolve) => {
        startPhase = resolve;
      });
      if (!(await runPhase(order, phase, index, phases.length))) {
        host.report({ kind: 'stopped', job });
        return;
      }
      const isLast = index === phases.length - 1;
      host.report({ kind: 'phaseDone', job, isLast });
      // What follows reads what the others write.
      if (!isLast) await mayGoOn;
    }
    if (control) host.report({ kind: 'done', job });
    else host.report({ kind: 'done', job, memory: memory as ArrayBuffer }, [memory as ArrayBuffer]);
  };

  return (order) => {
    if (order.kind === 'stop') stopped = order.job;
    else if (order.kind === 'nextPhase') startPhase?.();
    else
      runAll(order).catch((error: unknown) =>
        host.report({
          kind: 'failed',
          job: order.job,
          message: error instanceof Error ? error.message : String(error),
        }),
      );
  };
}
