import { join } from 'node:path';
import { createNodePool } from '../../main/analysis/nodePool.ts';
import { resultHash } from '../../resources/tools/equalBits/resultHash.ts';
import { goldenMc1Block } from '../../resources/tools/simulationPage/goldenMc1.ts';
import { serveSimulationPage } from '../../resources/tools/simulationPage/serveSimulationPage.ts';
import { mc1Setup } from '../../shared/simulation/mc1Work.ts';
import { expect, test } from '../fixtures.ts';

const block = goldenMc1Block();
const paths = 2002;

/** What Node's pool gives for the same paths. */
async function hashInNode(): Promise<string> {
  const pool = createNodePool(join(import.meta.dirname, '../../out/app'), { workers: 1 });
  const outcome = await pool.run('mc1', mc1Setup(block, paths)).outcome;
  await pool.end();
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return resultHash(outcome.result);
}

test('R7.2t the page’s pool gives the bits of Node, with any number of workers and whatever it lacks', async ({
  window,
}) => {
  const hash = await hashInNode();
  const { warm, simulate } = await serveSimulationPage(window);
  await warm();
  const ask = { block: [...block], paths };
  const means = { webAssembly: true, sharedMemory: true };
  for (const workers of [1, 2])
    expect(await simulate({ ...ask, workers })).toMatchObject({ hash, means: { ...means, workers } });
  expect(await simulate({ ...ask, workers: 2, lacks: 'webAssembly' })).toMatchObject({
    hash,
    means: { workers: 2, webAssembly: false, sharedMemory: true },
  });
  expect(await simulate({ ...ask, workers: 2, lacks: 'sharedMemory' })).toMatchObject({
    hash,
    means: { workers: 1, webAssembly: false, sharedMemory: false },
  });
});

test('a simulation in the page is cancelled, and the next one is right', async ({ window }) => {
  const { simulate } = await serveSimulationPage(window);
  const ask = { block: [...block], paths: 50_000, workers: 2 };
  expect(await simulate({ ...ask, isCancelled: true })).toMatchObject({ outcome: 'cancelled' });
  expect(await simulate({ ...ask, paths })).toMatchObject({ hash: await hashInNode() });
});
