import type { WorkerOrder } from '../../shared/simulation/poolProtocol.ts';
import { serveSimulations } from '../../shared/simulation/workerSide.ts';

const serve = serveSimulations({
  report: (report, transfer = []) => self.postMessage(report, [...transfer]),
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
});

self.addEventListener('message', ({ data }: MessageEvent<WorkerOrder>) => serve(data));
