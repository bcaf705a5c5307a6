import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { AnalysisFlip, SiteAnalysis, SiteFigures } from '../../shared/engine/analysis/siteAnalysis.ts';

interface Answer {
  readonly id: number;
  readonly figures?: SiteFigures;
  readonly flips?: readonly AnalysisFlip[];
}

/** The figures come first; the flip values take about forty times as long and follow. */
export interface Evaluation {
  readonly figures: Promise<SiteFigures>;
  readonly whole: Promise<SiteAnalysis>;
}

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, (answer: Answer) => void>();

function running(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./evaluation.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => waiting.get(data.id)?.(data));
  return worker;
}

/** Analyses a site off the page's thread. */
export function evaluate(evidence: SiteEvidence): Evaluation {
  lastId += 1;
  const id = lastId;
  const listeners: ((answer: Answer) => void)[] = [];
  const figures = new Promise<SiteFigures>((resolve) => {
    listeners.push((answer) => answer.figures && resolve(answer.figures));
  });
  const flips = new Promise<readonly AnalysisFlip[]>((resolve) => {
    listeners.push((answer) => answer.flips && resolve(answer.flips));
  });
  waiting.set(id, (answer) => {
    for (const listener of listeners) listener(answer);
    if (answer.flips) waiting.delete(id);
  });
  running().postMessage({ id, evidence });
  const whole = Promise.all([figures, flips]).then(([known, found]) => ({ ...known, flips: found }));
  return { figures, whole };
}
