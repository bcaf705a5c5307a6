import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { siteEvidence } from '../../main/analysis/siteView.ts';
import { openReadOnly } from '../../main/db/openDatabase.ts';
import { listSites } from '../../main/db/repositories/siteRepository.ts';
import { origin } from '../../main/hosts/chromium/launchOptions.ts';
import { goldenCalls } from '../../resources/tools/equalBits/goldenCalls.ts';
import { hashesOf, resultHash } from '../../resources/tools/equalBits/resultHash.ts';
import { siteFigures } from '../../shared/engine/analysis/analyseSite.ts';
import type { SiteFigures } from '../../shared/engine/analysis/siteAnalysis.ts';
import type { WorkerAnswer } from '../equalBits/hash.worker.ts';
import { expect, test } from '../fixtures.ts';

/** The engine bundled as the product bundles it, with the hash in a worker of its own; nothing is written to disk. */
async function workerScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome140',
      lib: { entry: join(import.meta.dirname, '../equalBits/hash.worker.ts'), formats: ['es'] },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (!bundle || !('output' in bundle)) throw new Error('nothing was built');
  return bundle.output[0].code;
}

/** What a worker of the page answers first to a message; it is ended then. */
function askWorker<Answer>(window: Page, script: string, message: unknown): Promise<Answer> {
  return window.evaluate(
    ([path, sent]) =>
      new Promise<Answer>((resolve, reject) => {
        const worker = new Worker(path, { type: 'module' });
        worker.addEventListener('message', ({ data }) => {
          worker.terminate();
          resolve(data as Answer);
        });
        worker.addEventListener('error', (event) => reject(new Error(event.message)));
        worker.postMessage(sent);
      }),
    [script, message] as const,
  );
}

test('all golden results have the same bits in Node and in a worker of the page', async ({ window }) => {
  const body = await workerScript();
  await window.context().route(`${origin}/equalBits.js`, (route) =>
    route.fulfill({
      body,
      contentType: 'text/javascript',
      headers: {
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
      },
    }),
  );
  const calls = goldenCalls();
  const inPage = await askWorker<WorkerAnswer>(window, '/equalBits.js', calls);
  expect(Object.keys(inPage)).toHaveLength(calls.length + 1);
  expect(inPage).toEqual(hashesOf(calls));
});

const root = join(import.meta.dirname, '../..');

test('the worker that ships gives sample sites the bits of Node', async ({ window }) => {
  const script = readdirSync(join(root, 'out/renderer/assets')).find((name) =>
    /^evaluation\.worker.*\.js$/.test(name),
  );
  const db = openReadOnly(join(root, 'out/app/sample/sample.umbau'));
  // Every fifth site: uses and gaps in the data are mixed along the list, and each site starts a worker of its own.
  const ids = listSites(db).filter((_, index) => index % 5 === 0);
  const sites = ids.map(({ id }) => siteEvidence(db, id));
  db.close();
  expect(sites.length).toBeGreaterThan(10);
  for (const evidence of sites) {
    const { figures } = await askWorker<{ figures: SiteFigures }>(window, `/assets/${script}`, {
      id: 1,
      kind: 'site',
      evidence,
    });
    expect(resultHash(figures), evidence.siteId).toBe(resultHash(siteFigures(evidence)));
  }
});
