import type { Stage } from './work.ts';
import type { WorkName } from './works.ts';

/** What the pool tells a worker. */
export type WorkerOrder =
  | {
      readonly kind: 'begin';
      readonly job: number;
      readonly work: WorkName;
      readonly setup: unknown;
      readonly worker: number;
      readonly workers: number;
      /** The compiled module, or undefined where there is no WebAssembly. */
      readonly module: unknown;
      /** A shared WebAssembly memory or a shared buffer; undefined where memory cannot be shared. */
      readonly memory: unknown;
      /** Word 0: whether to stop; then the next item of each phase. Absent where memory cannot be shared. */
      readonly control: Int32Array | undefined;
    }
  | { readonly kind: 'nextPhase'; readonly job: number }
  /** Needed only where memory cannot be shared. */
  | { readonly kind: 'stop'; readonly job: number };

/** What a worker tells the pool. */
export type WorkerReport =
  | {
      readonly kind: 'progress';
      readonly job: number;
      readonly phase: number;
      readonly phases: number;
      readonly stage: Stage;
      readonly units: number;
      readonly unitsOfPhase: number;
    }
  | { readonly kind: 'phaseDone'; readonly job: number; readonly isLast: boolean }
  /** With the memory where it is not shared. */
  | { readonly kind: 'done'; readonly job: number; readonly memory?: ArrayBuffer }
  | { readonly kind: 'stopped'; readonly job: number }
  | { readonly kind: 'failed'; readonly job: number; readonly message: string };

/** Words of the control block: one to stop, one a phase. */
export const controlWords = 1024;
