import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium } from 'playwright-core';
import { defaultSeed, siteEvidence } from '../../main/analysis/siteView.ts';
import { createApplication } from '../../main/application.ts';
import { openReadOnly } from '../../main/db/openDatabase.ts';
import { companySpec } from '../../main/commands/workbook.ts';
import { listCompanies } from '../../main/db/repositories/companyRepository.ts';
import { workbookBytes } from '../../main/exchange/writeWorkbook.ts';
import { listSites } from '../../main/db/repositories/siteRepository.ts';
import { findBrowser } from '../../main/hosts/chromium/findBrowser.ts';
import { createChromiumHost } from '../../main/hosts/chromium/chromiumHost.ts';
import { browserArguments, origin } from '../../main/hosts/chromium/launchOptions.ts';
import { preparePage } from '../../main/hosts/chromium/preparePage.ts';
import { importTimes } from './benchImport.ts';
import { pageTimes } from './benchPage.ts';
import { siteFigures } from '../../shared/engine/analysis/analyseSite.ts';
import { baseMarket } from '../../shared/engine/analysis/baseMarket.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { resolveInputs, valuesOf } from '../../shared/engine/analysis/resolveInputs.ts';
import { flipKeys, siteFlip } from '../../shared/engine/analysis/siteFlips.ts';
import { sitePlan } from '../../shared/engine/analysis/sitePlans.ts';
import { createEvaluationCache } from '../../shared/engine/strategy/evaluationCache.ts';
import { evaluateSiteCase } from '../../shared/engine/strategy/siteCase.ts';

/* Speed as medians and ratios of one run; nothing here fails a test. */

const root = join(import.meta.dirname, '../..');
const rounds = 5;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function times(action: () => unknown, count: number = rounds): Promise<number> {
  const measured: number[] = [];
  for (let round = 0; round <= count; round += 1) {
    const from = performance.now();
    await action();
    if (round > 0) measured.push(performance.now() - from);
  }
  return median(measured);
}

function say(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(72)} ${value}\n`);
}

function sampleSites(): SiteEvidence[] {
  const db = openReadOnly(join(root, 'out/app/sample/sample.umbau'));
  const sites = listSites(db).map(({ id }) => siteEvidence(db, id));
  db.close();
  return sites;
}

/** All strategies of many sites in one call, without flip values; how many could be computed. */
function strategiesOfAll(sites: readonly SiteEvidence[]): number {
  let computable = 0;
  for (const evidence of sites) {
    const { strategies } = siteFigures(evidence);
    computable += strategies.filter((outcome) => outcome.computable).length;
  }
  return computable;
}

function withRent(site: SiteEvidence, value: number): SiteEvidence {
  const own = { key: 'rentYear1UsdPerKwMonth', value, note: null, enteredBy: null, enteredAt: '2026-11-25' };
  return { ...site, ownValues: [own] };
}

async function engine(): Promise<void> {
  const sites = sampleSites();
  const site = sites.find(({ siteId }) => siteId === 'riot-rockdale');
  if (!site) throw new Error('The sample has no riot-rockdale');
  const repeats = 50;
  const values = valuesOf(resolveInputs(site));
  const market = baseMarket(site, values);
  const three = await times(() => {
    for (let repeat = 0; repeat < repeats; repeat += 1)
      for (const strategy of ['keepMining', 'colocation', 'gpuCloud'] as const)
        evaluateSiteCase(sitePlan(strategy, site, values, market));
  });
  say('one site, three strategies, 15 years (goal < 5 ms)', `${(three / repeats).toFixed(2)} ms`);
  const one = await times(() => strategiesOfAll(Array<SiteEvidence>(repeats).fill(site)));
  say('one site, all strategies with inputs and findings', `${(one / repeats).toFixed(2)} ms`);
  const cache = createEvaluationCache();
  const figures = siteFigures(site, cache);
  let rentUsd = 100;
  const edited = await times(() => {
    rentUsd += 1;
    siteFigures(withRent(site, rentUsd), cache);
  }, 20);
  say('one site after a change of its rent', `${edited.toFixed(2)} ms`);
  const flips = await times(() => flipKeys.map((key) => siteFlip(site, figures, key, cache)));
  say('one site, all flip values', `${flips.toFixed(0)} ms`);
  const all = await times(() => strategiesOfAll(sites));
  say(
    'all strategies of all sample sites, 15 years, one call (goal < 150 ms)',
    `${all.toFixed(0)} ms, ${sites.length} sites, ${strategiesOfAll(sites)} strategies computable`,
  );
  for (const count of [100, 1000, 10_000]) {
    const many = Array.from({ length: count }, (_, index) => sites[index % sites.length] ?? site);
    const taken = await times(() => strategiesOfAll(many), count > 1000 ? 1 : rounds);
    say(`${count} sites in one call, time per site (goal: constant)`, `${(taken / count).toFixed(3)} ms`);
  }
}

async function startUp(): Promise<void> {
  const { executablePath } = await findBrowser();
  process.env['UMBAU_RESOURCES'] = join(root, 'out/app');
  const host = { ...createChromiumHost(), userDataFolder: join(tmpdir(), `umbau-bench-${process.pid}`) };
  const openedAfterMs = async (isEmpty: boolean): Promise<number> => {
    const from = performance.now();
    const browser = await chromium.launch({ executablePath, args: browserArguments() });
    const page = await browser.newPage();
    if (isEmpty) {
      await page.goto('about:blank', { waitUntil: 'commit' });
      // Waited for as the portfolio is: asking a page costs the same in both.
      await page.locator('body').waitFor({ state: 'attached' });
    } else {
      const application = await createApplication(host);
      await application.door('portfolio.openSample', { trusted: true }, {});
      await preparePage(page.context(), join(root, 'out/renderer'), application.door);
      await page.goto(`${origin}/index.html`, { waitUntil: 'commit' });
      await page.locator('tbody tr').first().waitFor();
      application.close();
    }
    const taken = performance.now() - from;
    await browser.close();
    return taken;
  };
  const empties: number[] = [];
  const usables: number[] = [];
  // In turns, so that a busier minute of the machine weighs on both; the first turn warms the disk.
  for (let round = 0; round <= rounds; round += 1) {
    const [empty, usable] = [await openedAfterMs(true), await openedAfterMs(false)];
    if (round > 0) {
      empties.push(empty);
      usables.push(usable);
    }
  }
  const [empty, usable] = [median(empties), median(usables)];
  say(
    'start to usable portfolio ÷ empty window (goal ≤ 1.5)',
    `${(usable / empty).toFixed(2)} (${usable.toFixed(0)} ms ÷ ${empty.toFixed(0)} ms)`,
  );
}

async function briefing(): Promise<void> {
  const out = join(tmpdir(), 'umbau-bench.pdf');
  const taken = await times(() =>
    execFileSync(
      process.execPath,
      [
        'resources/bin/umbau.js',
        'briefing',
        '--portfolio',
        'sample',
        '--site',
        'riot-rockdale',
        '--lang',
        'de',
        '--out',
        out,
      ],
      { cwd: root },
    ),
  );
  say('briefing PDF by command line, whole process (goal < 5 s)', `${(taken / 1000).toFixed(2)} s`);
  say('briefing PDF size (goal < 1 MB)', `${(statSync(out).size / 1000).toFixed(0)} kB`);
}

/** From the open portfolio to the bytes of the file, for the company with the most sites. */
async function workbooks(): Promise<void> {
  const db = openReadOnly(join(root, 'out/app/sample/sample.umbau'));
  const companies = listCompanies(db).map(({ id }) => ({ id, sites: listSites(db, id).length }));
  const largest = companies.toSorted((a, b) => b.sites - a.sites)[0];
  if (!largest) throw new Error('The sample has no company');
  let bytes = 0;
  const taken = await times(async () => {
    const spec = companySpec(db, largest.id, { seed: defaultSeed }, 'de');
    bytes = (await workbookBytes(spec, '2026-11-25T00:00:00Z')).byteLength;
  });
  db.close();
  say(
    'workbook of the largest company, figures to bytes (goal < 3 s)',
    `${(taken / 1000).toFixed(2)} s, ${largest.sites} sites, ${(bytes / 1000).toFixed(0)} kB`,
  );
}

async function openPage(): Promise<void> {
  const { editsMs, switchesMs, longTasks } = await pageTimes(10);
  say(
    'an edit undone, from the key to the repainted table (goal < 100 ms)',
    `${median(editsMs).toFixed(0)} ms`,
  );
  say('another site, from the click to its verdict (goal < 100 ms)', `${median(switchesMs).toFixed(0)} ms`);
  say('tasks of the page over 50 ms meanwhile', String(longTasks));
}

async function tableImport(): Promise<void> {
  const { own, python } = await importTimes();
  const ratio = (of: 'clockMs' | 'cpuMs'): string => (python[of] / own[of]).toFixed(2);
  say(
    '100,000 sites imported: Python’s csv and sqlite3 over this application (goal ≥ 0.9)',
    `${ratio('clockMs')} by the clock, ${ratio('cpuMs')} of processor time, ${(own.clockMs / 1000).toFixed(1)} s`,
  );
}

function bundle(): void {
  const folder = join(root, 'out/renderer/assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const bytes = scripts.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  say('renderer scripts', `${(bytes / 1000).toFixed(0)} kB`);
}

/** A process of its own, so that its memory is its own alone. */
function alone(file: string): void {
  execFileSync(process.execPath, [`resources/tools/${file}`], { cwd: root, stdio: 'inherit' });
}

const parts: Readonly<Record<string, () => unknown>> = {
  engine,
  start: startUp,
  page: openPage,
  briefing,
  workbook: workbooks,
  import: tableImport,
  bundle,
  mc1: () => alone('benchMc1.ts'),
  monteCarlo: () => alone('benchMonteCarlo.ts'),
};

// Without a name all of it: npm run bench -- start page
const wanted = process.argv.slice(2);
for (const [name, part] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) await part();
