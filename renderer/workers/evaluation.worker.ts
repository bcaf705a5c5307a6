import { analyseSite } from '../../shared/engine/analysis/analyseSite.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';

interface Request {
  readonly id: number;
  readonly evidence: SiteEvidence;
}

// The page never waits for mathematics: it is done here.
self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  self.postMessage({ id: data.id, analysis: analyseSite(data.evidence) });
});
