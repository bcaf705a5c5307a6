import { siteFigures } from '../../shared/engine/analysis/analyseSite.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import type { AnalysisFlip } from '../../shared/engine/analysis/siteAnalysis.ts';
import { flipKeys, siteFlip } from '../../shared/engine/analysis/siteFlips.ts';

interface Request {
  readonly id: number;
  readonly evidence: SiteEvidence;
}

/** Lets a newer question in: its figures do not wait for an older one's flip values. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function answer({ id, evidence }: Request): Promise<void> {
  const figures = siteFigures(evidence);
  self.postMessage({ id, figures });
  const flips: AnalysisFlip[] = [];
  for (const key of flipKeys) {
    // One after the other, with a pause for questions between them.
    // oxlint-disable-next-line no-await-in-loop
    await nextTask();
    flips.push(...[siteFlip(evidence, figures, key)].filter((flip) => flip !== undefined));
  }
  self.postMessage({ id, flips });
}

// The page never waits for mathematics: it is done here.
self.addEventListener('message', ({ data }: MessageEvent<Request>) => void answer(data));
