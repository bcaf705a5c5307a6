import type { PoolHost, PoolWorker, SharedMemory, SimulationFailure, SimulationOutcome } from './poolHost.ts';
import { controlWords, type WorkerOrder, type WorkerReport } from './poolProtocol.ts';
import type { Stage, Work } from './work.ts';

/** How far a simulation is. */
export interface SimulationProgress {
  readonly stage: Stage;
  readonly done: number;
  readonly of: number;
  /** Of the whole, 0 … 1: phases count alike. */
  readonly share: number;
}

/** How long a worker may take to notice that it is to stop before it is ended. */
const patienceMs = 80;

export interface JobPlan {
  readonly id: number;
  readonly name: Extract<WorkerOrder, { kind: 'begin' }>['work'];
  readonly work: Work<unknown, unknown>;
  readonly setup: unknown;
  readonly module: unknown;
  readonly memory: SharedMemory | undefined;
  readonly progress: ((progress: SimulationProgress) => void) | undefined;
}

/** One simulation on some workers, from its beginning until none of them is busy with it. */
export class SimulationJob {
  readonly outcome: Promise<SimulationOutcome<unknown>>;
  readonly #plan: JobPlan;
  readonly #host: PoolHost;
  readonly #drop: (worker: PoolWorker) => void;
  readonly #busy: Set<PoolWorker>;
  readonly #workers: number;
  readonly #control: Int32Array | undefined;
  #waiting = 0;
  #phase = -1;
  #unitsDone = 0;
  #memory: ArrayBufferLike | undefined;
  #ending: SimulationOutcome<unknown> | undefined;
  #finish: (outcome: SimulationOutcome<unknown>) => void = () => undefined;
  #losePatience: (() => void) | undefined;

  /** @param drop takes a worker out of the pool that has ended or must end */
  constructor(
    plan: JobPlan,
    host: PoolHost,
    workers: readonly PoolWorker[],
    drop: (worker: PoolWorker) => void,
  ) {
    this.#plan = plan;
    this.#host = host;
    this.#drop = drop;
    this.#busy = new Set(workers);
    this.#workers = workers.length;
    this.#memory = plan.memory?.buffer;
    this.#control = plan.memory && new Int32Array(new SharedArrayBuffer(4 * controlWords));
    this.outcome = new Promise((resolve) => {
      this.#finish = resolve;
    });
    if (plan.memory) plan.work.prepare(plan.setup, plan.memory.buffer);
    for (const [index, worker] of workers.entries()) worker.post(this.#beginOrder(index));
  }

  #beginOrder(worker: number): WorkerOrder {
    const { id, name, setup, module, memory } = this.#plan;
    return {
      kind: 'begin',
      job: id,
      work: name,
      setup,
      worker,
      // Memory is laid out for all workers of the pool, so that it serves few and many alike.
      workers: this.#host.workers,
      module,
      memory: memory?.sent,
      control: this.#control,
    };
  }

  /** Ends it; resolves when no worker is busy with it. */
  async cancel(): Promise<void> {
    this.#stop({ kind: 'cancelled' });
    await this.outcome;
  }

  #stop(ending: SimulationOutcome<unknown>): void {
    if (this.#ending) return;
    this.#ending = ending;
    if (this.#control) Atomics.store(this.#control, 0, 1);
    // Those that wait for the next phase see there that they are to stop.
    for (const worker of this.#busy)
      worker.post({ kind: this.#control ? 'nextPhase' : 'stop', job: this.#plan.id });
    this.#losePatience = this.#host.after(patienceMs, () => {
      for (const worker of this.#busy) {
        this.#drop(worker);
        this.#leave(worker);
      }
    });
    this.#endIfNobodyIsBusy();
  }

  #leave(worker: PoolWorker): void {
    this.#busy.delete(worker);
    this.#endIfNobodyIsBusy();
  }

  #endIfNobodyIsBusy(): void {
    if (this.#busy.size > 0) return;
    this.#losePatience?.();
    this.#finish(this.#ending ?? this.#done());
  }

  #done(): SimulationOutcome<unknown> {
    const { work, setup, module, memory } = this.#plan;
    if (!this.#memory) return { kind: 'failed', failure: 'workFailed', detail: 'no memory came back' };
    return {
      kind: 'done',
      result: work.read(setup, this.#memory),
      means: {
        workers: this.#workers,
        webAssembly: module !== undefined,
        sharedMemory: memory !== undefined,
      },
    };
  }

  crashed(worker: PoolWorker, reason: string): void {
    if (!this.#busy.has(worker)) return;
    this.#fail('workerCrashed', reason);
    this.#leave(worker);
  }

  #fail(failure: SimulationFailure, detail: string): void {
    this.#stop({ kind: 'failed', failure, detail });
  }

  report(worker: PoolWorker, report: WorkerReport): void {
    if (report.job !== this.#plan.id || !this.#busy.has(worker)) return;
    if (report.kind === 'progress') this.#count(report);
    else if (report.kind === 'phaseDone') this.#phaseDone(report.isLast);
    else {
      if (report.kind === 'failed') this.#fail('workFailed', report.message);
      if (report.kind === 'done') this.#memory = report.memory ?? this.#memory;
      this.#leave(worker);
    }
  }

  #count({ phase, phases, stage, units, unitsOfPhase }: Extract<WorkerReport, { kind: 'progress' }>): void {
    if (phase !== this.#phase) this.#unitsDone = 0;
    this.#phase = phase;
    this.#unitsDone += units;
    if (this.#ending) return;
    const share = (phase + this.#unitsDone / unitsOfPhase) / phases;
    this.#plan.progress?.({ stage, done: this.#unitsDone, of: unitsOfPhase, share });
  }

  #phaseDone(isLast: boolean): void {
    this.#waiting += 1;
    if (this.#waiting < this.#workers) return;
    this.#waiting = 0;
    if (isLast) return;
    for (const worker of this.#busy) worker.post({ kind: 'nextPhase', job: this.#plan.id });
  }
}
