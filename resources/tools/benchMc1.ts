import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium } from 'playwright-core';
import { createNodePool } from '../../main/analysis/nodePool.ts';
import { createApplication } from '../../main/application.ts';
import { createChromiumHost } from '../../main/hosts/chromium/chromiumHost.ts';
import { findBrowser } from '../../main/hosts/chromium/findBrowser.ts';
import { browserArguments, origin } from '../../main/hosts/chromium/launchOptions.ts';
import { preparePage } from '../../main/hosts/chromium/preparePage.ts';
import { allSeries } from '../../shared/engine/kernel/layout.ts';
import { mc1Setup } from '../../shared/simulation/mc1Work.ts';
import type { SimulationPool } from '../../shared/simulation/simulationPool.ts';
import { meansSentence } from '../../shared/text/simulationText.ts';
import { mc1References, type Taken } from './benchMc1Reference.ts';
import { resultHash } from './equalBits/resultHash.ts';
import { goldenMc1Block } from './simulationPage/goldenMc1.ts';
import { serveSimulationPage } from './simulationPage/serveSimulationPage.ts';
import type { SimulationAsk, SimulationTold } from './simulationPage/simulationPage.ts';

/*
 * R7.2t MC-1 beside NumPy and C, one after the other in each round and in turned order every other round, so that a busier
 * minute of the machine weighs on all. Ratios are of medians; nothing here fails a test.
 */

const root = join(import.meta.dirname, '../..');
const paths = Number(process.env['UMBAU_MC1_PATHS'] ?? 100_000);
const rounds = 5;
const block = goldenMc1Block();
const arrayBytes = paths * allSeries * 8;

interface Contender {
  readonly name: string;
  readonly goal?: string;
  readonly run: () => Taken | Promise<Taken>;
  readonly taken: Taken[];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function say(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(72)} ${value}\n`);
}

const hashes = new Set<string>();
const said = new Set<string>();

async function inNode(pool: SimulationPool, workers: number, count: number = paths): Promise<Taken> {
  const [from, before] = [performance.now(), process.cpuUsage()];
  const outcome = await pool.run('mc1', mc1Setup(block, count), { workers }).outcome;
  const wallMs = performance.now() - from;
  const { user, system } = process.cpuUsage(before);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  if (count === paths) hashes.add(resultHash(outcome.result));
  const sentence = meansSentence(outcome.means, 'en');
  if (sentence !== undefined) said.add(sentence);
  return { wallMs, cpuMs: (user + system) / 1000 };
}

function note(told: SimulationTold): Taken {
  if (told.hash === undefined) throw new Error(told.outcome);
  hashes.add(told.hash);
  return { wallMs: told.milliseconds };
}

/** Each once to begin with, so that arrays are touched and code is compiled. */
async function measure(contenders: readonly Contender[]): Promise<void> {
  for (let round = 0; round <= rounds; round += 1)
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
      const taken = await contender.run();
      if (round > 0) contender.taken.push(taken);
    }
}

function wall({ taken }: Contender): number {
  return median(taken.map(({ wallMs }) => wallMs));
}

function cpu({ taken }: Contender): number | undefined {
  const known = taken.flatMap(({ cpuMs }) => (cpuMs === undefined ? [] : [cpuMs]));
  return known.length > 0 ? median(known) : undefined;
}

function report(contenders: readonly Contender[]): void {
  const numpy = contenders.find(({ name }) => name === 'NumPy blocked');
  for (const contender of contenders) {
    const ofCpu = cpu(contender);
    const ratio = numpy ? `${(wall(numpy) / wall(contender)).toFixed(2)} × NumPy, ` : '';
    const ofNumpy = numpy && cpu(numpy);
    const byCpu =
      ofCpu === undefined
        ? ''
        : ` (processor ${ofCpu.toFixed(0)} ms${ofNumpy === undefined ? '' : `, ${(ofNumpy / ofCpu).toFixed(2)} ×`})`;
    const goal = contender.goal === undefined ? '' : ` (goal ${contender.goal})`;
    say(`MC-1, ${contender.name}${goal}`, `${ratio}${wall(contender).toFixed(0)} ms${byCpu}`);
  }
}

function scaling(name: string, [one, two]: readonly [Contender, Contender]): void {
  say(`MC-1, two workers over one, ${name} (goal ≥ 1.8)`, (wall(one) / wall(two)).toFixed(2));
}

const first = 1000;

/** The first paths of a pool that has just been made, and of one that has run. */
async function firstPaths(): Promise<void> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const pool = createNodePool(join(root, 'out/app'), { workers: 2 });
    cold.push((await inNode(pool, 2, first)).wallMs);
    await inNode(pool, 2, first);
    warm.push((await inNode(pool, 2, first)).wallMs);
    await pool.end();
  }
  say(
    'MC-1, first 1,000 paths with all statistics, Node, cold (goal < 100 ms)',
    `${median(cold).toFixed(0)} ms`,
  );
  say(
    'MC-1, first 1,000 paths with all statistics, Node, warm (goal < 40 ms)',
    `${median(warm).toFixed(0)} ms`,
  );
}

async function firstPathsInPage(page: {
  simulate(ask: SimulationAsk): Promise<SimulationTold>;
}): Promise<void> {
  const taken: number[] = [];
  for (let round = 0; round <= rounds; round += 1)
    taken.push((await page.simulate({ block: [...block], paths: first, workers: 2 })).milliseconds);
  const [cold = 0, ...warm] = taken;
  say('MC-1, first 1,000 paths with all statistics, Chromium, cold (goal < 100 ms)', `${cold.toFixed(0)} ms`);
  say(
    'MC-1, first 1,000 paths with all statistics, Chromium, warm (goal < 40 ms)',
    `${median(warm).toFixed(0)} ms`,
  );
}

async function memory(): Promise<void> {
  const before = process.memoryUsage().rss;
  const pool = createNodePool(join(root, 'out/app'), { workers: 2 });
  await inNode(pool, 2);
  const taken = process.memoryUsage().rss - before;
  await pool.end();
  const goal = 1.25 * arrayBytes + 60e6;
  say(
    `MC-1, memory of a run (goal ≤ 1.25 × ${(arrayBytes / 1e6).toFixed(0)} MB of results + 60 MB = ${(goal / 1e6).toFixed(0)} MB)`,
    `${(taken / 1e6).toFixed(0)} MB`,
  );
}

async function openPage() {
  process.env['UMBAU_RESOURCES'] = join(root, 'out/app');
  const userDataFolder = mkdtempSync(join(tmpdir(), 'umbau-bench-mc1-'));
  const application = await createApplication({ ...createChromiumHost(), userDataFolder });
  const { executablePath } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: browserArguments() });
  const page = await browser.newPage();
  await preparePage(page.context(), join(root, 'out/renderer'), application.door);
  await page.goto(`${origin}/index.html`);
  const { simulate } = await serveSimulationPage(page);
  const close = async (): Promise<void> => {
    await browser.close();
    application.close();
  };
  return { simulate, close };
}

await memory();
await firstPaths();
const pool = createNodePool(join(root, 'out/app'), { workers: 2 });
const plain = createNodePool(join(root, 'out/app'), { workers: 1, loadModule: async () => undefined });
const page = await openPage();
await firstPathsInPage(page);
const contender = (name: string, goal: string | undefined, run: Contender['run']): Contender => ({
  name,
  ...(goal === undefined ? {} : { goal }),
  run,
  taken: [],
});
const nodeOne = contender('one worker, Node', '≥ 2.3 ×', () => inNode(pool, 1));
const nodeTwo = contender('two workers, Node', '≥ 4.5 ×', () => inNode(pool, 2));
const inPage = async (workers: number): Promise<Taken> =>
  note(await page.simulate({ block: [...block], paths, workers }));
const pageOne = contender('one worker, Chromium', '≥ 2.3 ×', () => inPage(1));
const pageTwo = contender('two workers, Chromium', '≥ 4.5 ×', () => inPage(2));
const contenders = [
  ...mc1References(paths).map(({ name, run }) => contender(name, undefined, run)),
  nodeOne,
  nodeTwo,
  pageOne,
  pageTwo,
  contender('plain TypeScript, one worker, Node', '≥ 0.8 ×', () => inNode(plain, 1)),
];
await measure(contenders);
report(contenders);
scaling('Node', [nodeOne, nodeTwo]);
scaling('Chromium', [pageOne, pageTwo]);
const cancelled = await page.simulate({ block: [...block], paths, workers: 2, isCancelled: true });
say(
  'MC-1, cancelled until no worker is busy, Chromium (goal < 100 ms)',
  `${cancelled.milliseconds.toFixed(0)} ms`,
);
say('MC-1, hash of all results, the same by all of them', [...hashes].join(', '));
for (const sentence of said) say('MC-1, plain TypeScript', sentence);
await Promise.all([pool.end(), plain.end(), page.close()]);
