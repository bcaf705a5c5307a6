import { copyFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { composeFromPortfolio } from '../briefing/composeFromPortfolio.ts';
import { keepRun, removeRun } from '../analysis/keptRuns.ts';
import { siteEvidence } from '../analysis/siteView.ts';
import type { WritableDb } from '../db/access.ts';
import { undoLast } from '../db/history/changeLog.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { keptRun, keptRuns } from '../db/repositories/monteCarloRepository.ts';
import { temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { runMonteCarlo, usualSettings, type FinishedRun } from '../montecarlo/runMonteCarlo.ts';
import { analyseCommand } from './analyse.ts';
import { verifyCommand } from './verify.ts';

afterEach(() => vi.restoreAllMocks());

const site = 'riot-rockdale';

function sampleCopy(): string {
  const path = join(temporaryFolder(), 'a.umbau');
  copyFileSync(join(import.meta.dirname, '../../out/app/sample/sample.umbau'), path);
  chmodSync(path, 0o644);
  return path;
}

async function writtenBy(act: () => Promise<void>): Promise<Record<string, unknown>> {
  let written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written += String(chunk);
    return true;
  });
  await act().catch(() => undefined);
  vi.restoreAllMocks();
  return JSON.parse(written) as Record<string, unknown>;
}

async function kept(db: WritableDb, name: string): Promise<{ id: string; run: FinishedRun }> {
  const evidence = siteEvidence(db, site);
  const run = await runMonteCarlo(evidence, usualSettings(evidence, { seed: 7, paths: 30 }), 1);
  if (!('result' in run)) throw new Error(run.refused);
  const row = keepRun(
    db,
    {
      name,
      evidence: structuredClone(evidence) as never,
      settings: structuredClone(run.settings) as never,
      result: structuredClone(run.result) as never,
      npvSha256: run.npvSha256,
    },
    { enteredBy: 'A. Probe', now: '2026-11-25T10:00:00Z' },
  );
  return { id: row.id, run };
}

test('R7.2 analyse draws with a seed: the same bytes from 1, 2, 3 and 7 workers', async () => {
  const path = sampleCopy();
  const drawn = async (workers: string): Promise<string> => {
    const document = await writtenBy(() =>
      analyseCommand([
        '--portfolio',
        path,
        '--site',
        site,
        '--json',
        '--paths',
        '40',
        '--seed',
        '5',
        '--workers',
        workers,
      ]),
    );
    return JSON.stringify((document['sites'] as { monteCarlo: unknown }[])[0]?.monteCarlo);
  };
  const alone = await drawn('1');
  expect(JSON.parse(alone)).toMatchObject({ settings: { seed: 5 }, result: { paths: 40, seed: 5 } });
  for (const workers of ['2', '3', '7']) expect(await drawn(workers)).toBe(alone);
});

test('without --paths nothing is drawn, and paths cannot be half or go into a table', async () => {
  const path = sampleCopy();
  const document = await writtenBy(() => analyseCommand(['--portfolio', path, '--site', site, '--json']));
  expect(JSON.stringify(document)).not.toContain('monteCarlo');
  for (const args of [
    ['--json', '--paths', '0'],
    ['--json', '--paths', '1.5'],
    ['--csv', 'strategies', '--paths', '10'],
    ['--json', '--paths', '10', '--workers', '0'],
  ])
    await expect(analyseCommand(['--portfolio', path, '--site', site, ...args])).rejects.toThrow('cli.usage');
});

test('R7.2 a kept run reopens with the same digits, is kept once, and its removal can be undone', async () => {
  const path = sampleCopy();
  let db = openDatabase(path);
  const { id, run } = await kept(db, '');
  expect((await kept(db, 'Base')).id).toBe(id);
  db.close();
  db = openDatabase(path);
  expect(keptRuns(db, site)).toMatchObject([{ id, name: 'Base', seed: 7, paths: 30 }]);
  expect(keptRun(db, id).result).toEqual(run.result);
  expect(keptRun(db, id).settings).toEqual(run.settings);
  removeRun(db, id, '2026-11-25T11:00:00Z');
  expect(keptRuns(db, site)).toEqual([]);
  undoLast(db);
  expect(keptRun(db, id).result).toEqual(run.result);
  db.close();
});

test('R7.2 verify draws a kept run again, and sees where a digit of it was changed', async () => {
  const path = sampleCopy();
  let db = openDatabase(path);
  const { id } = await kept(db, 'Base');
  db.close();
  const verified = () => writtenBy(() => verifyCommand([path, '--json']));
  expect((await verified())['simulations']).toMatchObject([{ run: id, outcome: 'same' }]);
  db = openDatabase(path);
  db.prepare(
    "UPDATE monte_carlo_run SET npv_sha256 = replace(npv_sha256, substr(npv_sha256, 1, 8), '00000000')",
  ).run();
  db.close();
  expect(await verified()).toMatchObject({ ok: false, simulations: [{ outcome: 'different' }] });
  db = openDatabase(path);
  db.prepare("UPDATE monte_carlo_run SET result = json_set(result, '$.paths', 31)").run();
  db.close();
  expect((await verified())['simulations']).toMatchObject([{ outcome: 'changed' }]);
});

test('P16 a briefing prints the newest kept run of the very same data, and of no other', async () => {
  const path = sampleCopy();
  const db = openDatabase(path);
  const sectionsOf = () =>
    composeFromPortfolio(db, path, {
      subject: { kind: 'site', id: site },
      language: 'de',
      author: '',
      disclosures: '',
      issue: false,
      today: '2026-11-25',
      evidence: { seed: 1 },
    }).content.sections;
  expect(sectionsOf().some(({ id }) => id === 'monteCarlo')).toBe(false);
  const { run } = await kept(db, 'Base');
  const section = sectionsOf().find(({ id }) => id === 'monteCarlo');
  const text = JSON.stringify(section);
  expect(text).toMatch(/Mit \d+ % Wahrscheinlichkeit ist Colocation mehr wert als Mining bis 2041/);
  expect(text).toContain(`SHA-256 aller Kapitalwerte ${run.npvSha256.slice(0, 16)}`);
  const kinds = section?.blocks.flatMap((block) => (block.type === 'chart' ? [block.spec.kind] : []));
  expect(kinds).toEqual(['histogram', 'fan', 'tornado']);
  db.prepare(
    "INSERT INTO own_value (site_id, key, value, entered_at) VALUES (?, 'btcPriceUsd', 90000, '2026-11-25')",
  ).run(site);
  expect(sectionsOf().some(({ id }) => id === 'monteCarlo')).toBe(false);
  db.close();
});
