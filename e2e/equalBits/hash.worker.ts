import { hashesOf, type GoldenCall } from '../../resources/tools/equalBits/resultHash.ts';

/* Bundled and served by the test alone; no product page knows it. */

export type WorkerAnswer = Record<string, string>;

self.addEventListener('message', ({ data }: MessageEvent<readonly GoldenCall[]>) => {
  const answer: WorkerAnswer = hashesOf(data);
  self.postMessage(answer);
});
