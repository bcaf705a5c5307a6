import type { Kernel } from './kernel.ts';

/*
 * A kind of work that the pool's workers know: phases one after the other, each of items that do not depend on each
 * other. Who does which item is left to chance, so an item's result may depend on its number only.
 */

/** Where a worker does its part. */
export interface WorkPlace {
  /** The work's whole memory, the same for all workers. */
  readonly memory: ArrayBufferLike;
  /** 0 for the first worker. */
  readonly worker: number;
  /** For how many the memory has room. */
  readonly workers: number;
  /** Undefined where there is no WebAssembly: the work goes its plain way then, to the same bits. */
  readonly kernel: Kernel | undefined;
}

/** What progress counts. */
export type Stage = 'paths' | 'statistics';

export interface Phase {
  readonly stage: Stage;
  readonly items: number;
  /** How many paths or series the whole phase has. */
  readonly units: number;
  /** @returns how many paths or series are done with it */
  readonly run: (item: number) => number;
}

export interface Work<Setup, Result> {
  /** Memory it needs, in bytes. */
  readonly bytes: (setup: Setup, workers: number) => number;
  /** Puts what all workers read into the memory. */
  readonly prepare: (setup: Setup, memory: ArrayBufferLike) => void;
  readonly phases: (setup: Setup, place: WorkPlace) => readonly Phase[];
  readonly read: (setup: Setup, memory: ArrayBufferLike) => Result;
}
