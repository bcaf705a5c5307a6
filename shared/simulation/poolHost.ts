import type { WorkerOrder, WorkerReport } from './poolProtocol.ts';

/** A running worker of either host. */
export interface PoolWorker {
  readonly post: (order: WorkerOrder) => void;
  /** Ends it wherever it is. */
  readonly end: () => void;
}

export interface WorkerListeners {
  readonly report: (report: WorkerReport) => void;
  /** It ended by itself, or threw where nobody caught. */
  readonly crashed: (reason: string) => void;
}

/** Memory of all workers: what is sent to them, and its bytes. */
export interface SharedMemory {
  readonly sent: unknown;
  readonly buffer: ArrayBufferLike;
}

/** What a pool needs of the page or of Node. */
export interface PoolHost {
  readonly workers: number;
  readonly startWorker: (listeners: WorkerListeners) => PoolWorker;
  /** The compiled module; undefined where WebAssembly or its SIMD is not to be had. Asked once. */
  readonly loadModule: () => Promise<unknown>;
  /**
   * Undefined where memory cannot be shared.
   * @throws where there is not so much of it
   */
  readonly shareMemory: ((bytes: number, isForModule: boolean) => SharedMemory) | undefined;
  /** @returns takes it back */
  readonly after: (milliseconds: number, action: () => void) => () => void;
}

/** By which means results came about; the digits are the same by all of them. */
export interface SimulationMeans {
  readonly workers: number;
  readonly webAssembly: boolean;
  readonly sharedMemory: boolean;
}

export type SimulationFailure = 'workerCrashed' | 'workFailed' | 'notEnoughMemory';

export type SimulationOutcome<Result> =
  | { readonly kind: 'done'; readonly result: Result; readonly means: SimulationMeans }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: SimulationFailure; readonly detail: string };
