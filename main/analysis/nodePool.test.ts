import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { resultHash } from '../../resources/tools/equalBits/resultHash.ts';
import { mc1Block } from '../../shared/engine/montecarlo/mc1/parameters.ts';
import { mc1Parameters } from '../../shared/engine/testing/mc1.ts';
import type { Mc1Result } from '../../shared/simulation/mc1Work.ts';
import { mc1Setup, mc1Work } from '../../shared/simulation/mc1Work.ts';
import type { PoolHost, PoolWorker, SimulationOutcome } from '../../shared/simulation/poolHost.ts';
import type { SimulationPool, SimulationRun } from '../../shared/simulation/simulationPool.ts';
import { createNodePool, startThread } from './nodePool.ts';

const resources = join(import.meta.dirname, '../../out/app');
const block = mc1Block(mc1Parameters());
const pools: SimulationPool[] = [];

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()));
});

function poolOf(changed: Partial<PoolHost>): SimulationPool {
  const pool = createNodePool(resources, changed);
  pools.push(pool);
  return pool;
}

async function hashOf({ outcome }: SimulationRun<Mc1Result>): Promise<string> {
  const ended = await outcome;
  if (ended.kind !== 'done') throw new Error(JSON.stringify(ended));
  return resultHash(ended.result);
}

async function meansOf({ outcome }: SimulationRun<Mc1Result>): Promise<unknown> {
  const ended: SimulationOutcome<Mc1Result> = await outcome;
  return ended.kind === 'done' ? ended.means : ended;
}

const paths = 3001;
/** Of all statistics of these paths, on every machine. It changes only with the rules R7.2p to R7.2t. */
const pinned = '90821298dde4ff2f';

test('R7.2p, R7.2t any number of workers, any chunk and any number of passes give the same bits', async () => {
  const pool = poolOf({ workers: 7 });
  const whole = await hashOf(pool.run('mc1', mc1Setup(block, paths), { workers: 1 }));
  expect(whole).toBe(pinned);
  for (const workers of [2, 3, 7])
    for (const chosen of [{}, { chunkPaths: 1 + 64 * workers }, { chunkPaths: 5000 }])
      expect(await hashOf(pool.run('mc1', mc1Setup(block, paths, chosen), { workers }))).toBe(whole);
  // Room for 40 of the 392 series at a time, or for no more than the NPVs: as many passes over the same draws.
  for (const valueBytes of [40 * 8 * (paths + 16), 1])
    expect(await hashOf(pool.run('mc1', mc1Setup(block, paths, { valueBytes }), { workers: 3 }))).toBe(whole);
});

test('without WebAssembly, and without shared memory, the digits are the same and it is said how they came about', async () => {
  const usual = poolOf({ workers: 2 });
  const setup = mc1Setup(block, 300);
  const whole = await hashOf(usual.run('mc1', setup));
  expect(await meansOf(usual.run('mc1', setup))).toEqual({
    workers: 2,
    webAssembly: true,
    sharedMemory: true,
  });
  const plain = poolOf({ workers: 2, loadModule: async () => undefined });
  expect(await hashOf(plain.run('mc1', setup))).toBe(whole);
  expect(await meansOf(plain.run('mc1', setup))).toMatchObject({ workers: 2, webAssembly: false });
  const alone = poolOf({ workers: 2, shareMemory: undefined });
  expect(await hashOf(alone.run('mc1', setup))).toBe(whole);
  expect(await meansOf(alone.run('mc1', setup))).toEqual({
    workers: 1,
    webAssembly: false,
    sharedMemory: false,
  });
});

test('one path', async () => {
  const ended = await poolOf({ workers: 2 }).run('mc1', mc1Setup(block, 1)).outcome;
  if (ended.kind !== 'done') throw new Error(ended.kind);
  const [mean, deviation, p5, , , , p95, worst] = ended.result.summaries;
  expect([p5, p95, worst, deviation]).toEqual([mean, mean, mean, 0]);
  expect(ended.result.summaries.every(Number.isFinite)).toBe(true);
});

test('progress counts paths, then series, and never goes back', async () => {
  const shares: number[] = [];
  const last = new Map<string, number>();
  const run = poolOf({ workers: 2 }).run('mc1', mc1Setup(block, 1000), {
    progress: ({ stage, done, of, share }) => {
      shares.push(share);
      last.set(`${stage} of ${of}`, done);
    },
  });
  await run.outcome;
  expect(Object.fromEntries(last)).toEqual({ 'paths of 1000': 1000, 'statistics of 392': 392 });
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});

test.each([
  ['with shared memory', {}],
  ['without shared memory', { shareMemory: undefined }],
  ['without WebAssembly', { loadModule: async () => undefined }],
] as const)('cancelled %s: no worker goes on, and the next simulation is right', async (_how, changed) => {
  const pool = poolOf({ workers: 2, ...changed });
  let running: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    running = resolve;
  });
  let reports = 0;
  const long = pool.run('mc1', mc1Setup(block, 200_000, { valueBytes: 1 }), {
    progress: () => {
      reports += 1;
      running();
    },
  });
  const following = pool.run('mc1', mc1Setup(block, 100));
  await begun;
  await long.cancel();
  expect((await long.outcome).kind).toBe('cancelled');
  const reportsThen = reports;
  expect(await hashOf(following)).toBe(await hashOf(pool.run('mc1', mc1Setup(block, 100))));
  expect(reports).toBe(reportsThen);
});

test('a simulation that has not begun is cancelled as well', async () => {
  const pool = poolOf({ workers: 1 });
  const first = pool.run('mc1', mc1Setup(block, 100));
  const second = pool.run('mc1', mc1Setup(block, 100));
  await second.cancel();
  expect([(await first.outcome).kind, (await second.outcome).kind]).toEqual(['done', 'cancelled']);
});

test('a worker that crashes is reported, the others stop, and the next simulation gets a new one', async () => {
  const started: PoolWorker[] = [];
  const pool = poolOf({
    workers: 3,
    startWorker: (listeners) => {
      const worker = startThread(listeners);
      started.push(worker);
      return worker;
    },
  });
  const run = pool.run('mc1', mc1Setup(block, 200_000, { valueBytes: 1 }), {
    progress: () => started[1]?.end(),
  });
  expect(await run.outcome).toEqual({ kind: 'failed', failure: 'workerCrashed', detail: 'exit 1' });
  const again = await hashOf(pool.run('mc1', mc1Setup(block, 100)));
  expect(again).toBe(await hashOf(poolOf({ workers: 1 }).run('mc1', mc1Setup(block, 100))));
  // On a busy machine one that stopped too late was replaced as well.
  expect(started.length).toBeGreaterThan(3);
});

test('a worker that does not answer is ended', async () => {
  let ended = 0;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const pool = poolOf({
    workers: 2,
    startWorker: () => ({ post: () => begin(), end: () => (ended += 1) }),
  });
  const run = pool.run('mc1', mc1Setup(block, 100));
  await begun;
  await run.cancel();
  expect((await run.outcome).kind).toBe('cancelled');
  expect(ended).toBe(2);
});

test('an error in the work, and memory that is not to be had, are told as such', async () => {
  const pool = poolOf({ workers: 2 });
  const broken = mc1Setup(block.slice(0, 10), 100);
  const unlucky = poolOf({ workers: 2, loadModule: async () => undefined });
  expect(await unlucky.run('mc1', broken).outcome).toMatchObject({ kind: 'failed', failure: 'workFailed' });
  // Already the first step, in which all parameters are put into memory, fails.
  const absent = { ...mc1Setup(block, 100), block: undefined as unknown as Float64Array };
  expect(await unlucky.run('mc1', absent).outcome).toMatchObject({ kind: 'failed', failure: 'workFailed' });
  // More than WebAssembly can address.
  const huge = mc1Setup(block, 20_000_000, { valueBytes: 2 ** 34 });
  expect(await pool.run('mc1', huge).outcome).toMatchObject({ kind: 'failed', failure: 'notEnoughMemory' });
  expect((await pool.run('mc1', mc1Setup(block, 10)).outcome).kind).toBe('done');
});

test('a million paths need no more than a bounded memory', () => {
  const bytes = [100_000, 1_000_000].map((count) => mc1Work.bytes(mc1Setup(block, count), 2));
  expect(bytes[0]).toBeLessThan(1.25 * 100_000 * 392 * 8 + 60e6);
  expect(bytes[1]).toBeLessThan(1.1 * 2 ** 30);
});
