import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { SiteAnalysis } from '../../shared/engine/analysis/siteAnalysis.ts';

interface Answer {
  readonly id: number;
  readonly analysis: SiteAnalysis;
}

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, (analysis: SiteAnalysis) => void>();

function running(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./evaluation.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.(data.analysis);
    waiting.delete(data.id);
  });
  return worker;
}

/** Analyses a site off the page's thread; answers arrive in the order of the questions. */
export function evaluate(evidence: SiteEvidence): Promise<SiteAnalysis> {
  lastId += 1;
  const id = lastId;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    running().postMessage({ id, evidence });
  });
}
