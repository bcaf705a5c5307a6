/** A stretch of paths that one worker draws. */
export interface PathShare {
  readonly from: number;
  readonly count: number;
}

/** How the paths of a run are shared out among workers, and how far it has come. */
export interface PathSharing {
  /** The next stretch; undefined where all are given out. */
  readonly take: (nowMs: number) => PathShare | undefined;
  readonly finish: (from: number, count: number, nowMs: number) => void;
  /** Paths drawn so far. */
  readonly done: () => number;
  /** As many paths as are there from the first on without a gap, where results are due again. */
  readonly summaryDue: () => number | undefined;
}

/** A stretch takes about so long, so that a stopped run leaves no worker busy for more than that. */
const wantedMs = 40;
const mostAtOnce = 2000;
/** Results are due at the first stretch, then each time the paths have grown by so much. */
const growth = 2.5;

/**
 * R7.2 Shares out paths in stretches that take about the same time. Results do not depend on it.
 * @param paths of the whole run
 * @param first length of the first stretches, before it is known how long a path takes
 */
export function createSharing(paths: number, first: number): PathSharing {
  const begun = new Map<number, number>();
  const finished = new Map<number, number>();
  let next = 0;
  let size = first;
  let whole = 0;
  let done = 0;
  let dueAt = 1;
  return {
    take(nowMs) {
      if (next >= paths) return undefined;
      const share = { from: next, count: Math.min(size, paths - next) };
      begun.set(share.from, nowMs);
      next += share.count;
      return share;
    },
    finish(from, count, nowMs) {
      done += count;
      finished.set(from, count);
      for (let part = finished.get(whole); part !== undefined; part = finished.get(whole)) {
        finished.delete(whole);
        whole += part;
      }
      const tookMs = Math.max(1, nowMs - (begun.get(from) ?? nowMs));
      begun.delete(from);
      const ideal = Math.round((count * wantedMs) / tookMs);
      // A stretch grows slowly and shrinks at once: one that was interrupted looks longer than it is.
      size = Math.max(1, Math.min(ideal, size * 2, mostAtOnce));
    },
    done: () => done,
    summaryDue() {
      if (whole < paths ? whole < dueAt : whole !== paths || dueAt === Infinity) return undefined;
      dueAt = whole === paths ? Infinity : Math.ceil(whole * growth);
      return whole;
    },
  };
}
