import { copyFileSync, chmodSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createApplication } from './application.ts';
import type { Session } from './session.ts';
import type { WritableDb } from './db/access.ts';
import { openDatabase } from './db/openDatabase.ts';
import { translated } from './db/translated.ts';
import { temporaryFolder } from './db/testing/portfolioForTest.ts';
import { serve, type Handlers } from './ipc/serve.ts';
import { siteHandlers } from './ipc/handlers/siteHandlers.ts';

const trusted = { trusted: true };
const edit = { siteId: 'riot-rockdale', key: 'uptime', value: 0.9, note: 'x'.repeat(20_000) };

function sampleCopy(): string {
  const path = join(temporaryFolder(), 'a.umbau');
  copyFileSync(join(import.meta.dirname, '../out/app/sample/sample.umbau'), path);
  chmodSync(path, 0o644);
  return path;
}

/** The real door and handler on a database whose disk refuses. */
function doorOn(db: WritableDb, path: string) {
  const portfolio = { path, db };
  const session = {
    user: { settings: { author: '' } },
    open: () => portfolio,
    openForChange: () => portfolio,
    now: () => '2026-11-25T00:00:00Z',
  } as unknown as Session;
  return serve(siteHandlers(session) as Handlers, {
    checkResponses: true,
    explain: (error) => translated(error, path),
    logUnexpected: () => undefined,
  });
}

function ownValues(path: string): number {
  const db = openDatabase(path);
  const { n } = db.prepare('SELECT count(*) AS n FROM own_value').get() as { n: number };
  db.close();
  return n;
}

test('a full disk is said in a sentence’s code, and what was reported saved is there', async () => {
  const path = sampleCopy();
  const db = openDatabase(path);
  const door = doorOn(db, path);
  const small = { ...edit, note: null };
  expect(await door('input.set', trusted, small)).toMatchObject({ ok: true });
  const pages = Number(db.pragma('page_count', { simple: true }));
  // SQLite refuses to grow the file, as on a disk without room.
  db.pragma(`max_page_count = ${pages}`);
  expect(await door('input.set', trusted, { ...edit, key: 'poolFeeShare', value: 0.01 })).toEqual({
    ok: false,
    error: { code: 'db.diskFull', values: { path } },
  });
  db.close();
  expect(ownValues(path)).toBe(1);
});

test('a disk that turned read-only is said, and nothing is written', async () => {
  const path = sampleCopy();
  const db = openDatabase(path);
  db.pragma('query_only = ON');
  expect(await doorOn(db, path)('input.set', trusted, { ...edit, note: null })).toEqual({
    ok: false,
    error: { code: 'db.readOnly', values: { path } },
  });
  db.close();
  expect(ownValues(path)).toBe(0);
});

test('a file that was moved away while open takes no edit, and a copy can still be saved', async () => {
  const folder = temporaryFolder();
  const saved = join(folder, 'saved.umbau');
  const application = await createApplication({
    name: 'chromium',
    platform: 'linux',
    locale: 'en-US',
    userDataFolder: folder,
    resourcesFolder: join(import.meta.dirname, '../out/app'),
    chooseFileToOpen: async () => null,
    chooseFileToSave: async () => saved,
    showFolder: async () => undefined,
    printBriefing: async () => new Uint8Array(),
  });
  const path = sampleCopy();
  await application.openFile(path);
  renameSync(path, `${path}.moved`);
  expect(await application.door('input.set', trusted, { ...edit, note: null })).toEqual({
    ok: false,
    error: { code: 'db.removed', values: { path } },
  });
  expect(await application.door('portfolio.saveCopy', trusted, {})).toMatchObject({ ok: true });
  application.close();
  expect(ownValues(saved)).toBe(0);
});
