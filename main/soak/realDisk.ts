import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication, type Application } from '../application.ts';
import { verified } from '../commands/verify.ts';
import { openReadOnly } from '../db/openDatabase.ts';
import { portfolioForTest } from '../db/testing/portfolioForTest.ts';
import type { Host } from '../hosts/host.ts';

/*
 * A disk that is really full, and one that is really read-only: a small file system in memory, which only a process
 * that may mount one can make. Prints what happened as JSON.
 */

const disk = process.argv[2] ?? '';
const trusted = { trusted: true };
const room = '2m';

function mount(options: string): void {
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]);
  if (status !== 0) throw new Error(String(stderr));
}

function codeOf(answer: Awaited<ReturnType<Application['door']>>): string {
  return answer.ok ? 'ok' : answer.error.code;
}

function hostIn(folder: string): Host {
  return {
    name: 'chromium',
    platform: 'linux',
    locale: 'en-US',
    userDataFolder: folder,
    resourcesFolder: folder,
    chooseFileToOpen: async () => null,
    chooseFileToSave: async (name) => join(disk, `copy-${name}`),
    showFolder: async () => undefined,
    printBriefing: async () => new Uint8Array(),
  };
}

const edit = (application: Application, value: number) =>
  application.door('input.set', trusted, {
    siteId: 's1',
    key: 'btcPriceUsd',
    value,
    note: 'x'.repeat(20_000),
  });

function stateOf(path: string): { isClean: boolean; steps: number } {
  const db = openReadOnly(path);
  const { isClean } = verified(db);
  const steps = db.prepare('SELECT count(*) FROM change_step').pluck().get() as number;
  db.close();
  return { isClean, steps };
}

mount(`size=${room}`);
const user = mkdtempSync(join(tmpdir(), 'umbau-disk-'));
const path = join(disk, 'a.umbau');
portfolioForTest(path).close();
const application = await createApplication(hostIn(user));
await application.openFile(path);
let saved = 0;
let refusal = 'ok';
while (refusal === 'ok' && saved < 10_000) {
  refusal = codeOf(await edit(application, saved + 1));
  if (refusal === 'ok') saved += 1;
}
const copy = codeOf(await application.door('portfolio.saveCopy', trusted, {}));
const halfWritten = readdirSync(disk).filter((name) => name.includes('.part') || name.startsWith('copy-'));
// Room is made, and work goes on without a restart.
spawnSync('mount', ['-o', 'remount,size=8m', disk]);
const afterwards = codeOf(await edit(application, 1));
application.close();
const full = { refusal, saved, copy, halfWritten, afterwards, ...stateOf(path) };

const bytes = statSync(path).size;
spawnSync('mount', ['-o', 'remount,ro', disk]);
const reader = await createApplication(hostIn(user));
await reader.door('portfolio.open', trusted, { path });
// SQLite opens such a file for reading; the first change is what the medium refuses.
const readOnly = codeOf(await edit(reader, 2));
const read = codeOf(await reader.door('site.list', trusted, {}));
reader.close();
mkdirSync(user, { recursive: true });
spawnSync('mount', ['-o', 'remount,rw', disk]);
const unchanged = statSync(path).size === bytes;
spawnSync('umount', [disk]);
rmSync(user, { recursive: true, force: true });
process.stdout.write(JSON.stringify({ full, readOnly, read, unchanged }));
