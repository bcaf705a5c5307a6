import { createPagePool, simulationPool, warmWhenIdle } from '../../../renderer/workers/simulationPool.ts';
import { mc1Setup } from '../../../shared/simulation/mc1Work.ts';
import type { SimulationMeans } from '../../../shared/simulation/poolHost.ts';
import type { SimulationPool } from '../../../shared/simulation/simulationPool.ts';
import { resultHash } from '../equalBits/resultHash.ts';

/* MC-1 in the product's page and by its pool, for test and bench; no product page knows it. */

export interface SimulationAsk {
  readonly block: readonly number[];
  readonly paths: number;
  readonly workers: number;
  /** What the page does as if it had not. */
  readonly lacks?: 'webAssembly' | 'sharedMemory';
  /** Cancels after the first report of progress. */
  readonly isCancelled?: boolean;
}

export interface SimulationTold {
  readonly outcome: string;
  readonly hash?: string;
  readonly means?: SimulationMeans;
  /** To the outcome, or from the cancelling to it. */
  readonly milliseconds: number;
}

async function simulate(pool: SimulationPool, ask: SimulationAsk): Promise<SimulationTold> {
  let from = performance.now();
  const run = pool.run('mc1', mc1Setup(Float64Array.from(ask.block), ask.paths), {
    workers: ask.workers,
    progress: () => {
      if (!ask.isCancelled) return;
      from = performance.now();
      void run.cancel();
    },
  });
  const outcome = await run.outcome;
  const milliseconds = performance.now() - from;
  if (outcome.kind !== 'done') return { outcome: outcome.kind, milliseconds };
  return { outcome: 'done', hash: resultHash(outcome.result), means: outcome.means, milliseconds };
}

async function lacking(ask: SimulationAsk): Promise<SimulationTold> {
  const pool = createPagePool(
    ask.lacks === 'webAssembly' ? { loadModule: async () => undefined } : { shareMemory: undefined },
  );
  const told = await simulate(pool, ask);
  await pool.end();
  return told;
}

/** What test and bench call in the page. */
export interface SimulationPage {
  readonly warm: () => Promise<void>;
  readonly simulate: (ask: SimulationAsk) => Promise<SimulationTold>;
}

const page: SimulationPage = {
  warm: warmWhenIdle,
  simulate: (ask) => (ask.lacks === undefined ? simulate(simulationPool(), ask) : lacking(ask)),
};

Object.assign(globalThis, { simulationPage: page });
