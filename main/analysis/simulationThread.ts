import { parentPort } from 'node:worker_threads';
import type { WorkerOrder } from '../../shared/simulation/poolProtocol.ts';
import { serveSimulations } from '../../shared/simulation/workerSide.ts';

/* A thread of the command line's simulation pool; the page has the same in a worker. */

const port = parentPort;
if (!port) throw new Error('The simulation runs in a thread of its own');

const serve = serveSimulations({
  report: (report, transfer = []) => port.postMessage(report, [...transfer]),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
});

port.on('message', (order: WorkerOrder) => serve(order));
