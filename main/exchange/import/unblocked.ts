import { setImmediate } from 'node:timers/promises';

/** Long enough to get on, short enough that nobody notices. */
const longestTurnMs = 15;

export interface Turns {
  /** Lets others have their turn where this one was long; false where the work was stopped meanwhile. */
  readonly next: (done: number) => Promise<boolean>;
}

/** Work in turns that can be watched and stopped. */
export function inTurns(
  onProgress: (done: number) => void = () => undefined,
  isStopped: () => boolean = () => false,
): Turns {
  let begun = performance.now();
  return {
    next: async (done) => {
      if (performance.now() - begun < longestTurnMs) return true;
      onProgress(done);
      await setImmediate();
      begun = performance.now();
      return !isStopped();
    },
  };
}
