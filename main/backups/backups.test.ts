import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { Backup, BackupList } from '../../shared/domain/backup.ts';
import type { Application } from '../application.ts';
import { openDatabase } from '../db/openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { answerOf, applicationForTest } from './testing/applicationForTest.ts';

afterEach(() => vi.useRealTimers());

const trusted = { trusted: true };

async function opened(): Promise<{ application: Application; path: string; folder: string }> {
  const folder = temporaryFolder();
  const path = join(folder, 'Mine.umbau');
  const db = portfolioForTest(path);
  const insert = db.prepare('INSERT INTO source (title) VALUES (?)');
  db.transaction(() => {
    for (let row = 0; row < 3000; row += 1) insert.run(`made-up source ${row} ${'x'.repeat(80)}`);
  })();
  db.close();
  const { application } = await applicationForTest(folder);
  await application.openFile(path);
  return { application, path, folder };
}

const edit = (application: Application, value: number) =>
  answerOf(application, 'input.set', { siteId: 's1', key: 'uptime', value, note: null });
const listed = (application: Application, path: string | null = null) =>
  answerOf<BackupList>(application, 'backup.list', { path });
const write = (application: Application, reason: string) =>
  answerOf<{ path: string | null }>(application, 'backup.write', { reason });
const restore = (application: Application, { id }: Pick<Backup, 'id'>, path: string | null = null) =>
  application.door('backup.restore', trusted, { path, id });
const uptime = (path: string) => {
  const db = openDatabase(path);
  const row = db.prepare("SELECT value FROM own_value WHERE key = 'uptime'").get() as
    | { value: number }
    | undefined;
  db.close();
  return row?.value;
};
const backupsOf = async (application: Application) => (await listed(application)).backups;

test('a backup is one whole file with its reason, and says what is inside', async () => {
  const { application, folder } = await opened();
  await edit(application, 0.9);
  const { path } = await write(application, 'byHand');
  expect(path?.startsWith(join(folder, 'user', 'Backups'))).toBe(true);
  const [backup, ...more] = await backupsOf(application);
  expect(more).toEqual([]);
  expect(backup).toMatchObject({
    path,
    fileName: 'Mine.umbau',
    reason: 'byHand',
    inside: { companyCount: 1, siteCount: 1, contractCount: 0 },
  });
  expect(backup?.inside?.lastChangeAt).toMatch(/^\d{4}-/);
  expect(backup?.bytes).toBe(readFileSync(path ?? '').byteLength);
  // Reading what is inside writes nothing beside it.
  expect(readdirSync(dirname(path ?? ''))).toHaveLength(1);
  application.close();
});

test('an unchanged file gets no second backup; the daily one is written once a day', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-25T10:00:00Z'), toFake: ['Date'] });
  const { application } = await opened();
  expect((await write(application, 'daily')).path).not.toBeNull();
  vi.setSystemTime(new Date('2026-11-25T23:00:00Z'));
  await edit(application, 0.9);
  expect((await write(application, 'daily')).path).toBeNull();
  vi.setSystemTime(new Date('2026-11-26T08:00:00Z'));
  expect((await write(application, 'daily')).path).not.toBeNull();
  vi.setSystemTime(new Date('2026-11-27T08:00:00Z'));
  expect((await write(application, 'daily')).path).toBeNull();
  expect((await backupsOf(application)).map(({ writtenAt }) => writtenAt)).toEqual([
    '2026-11-26T08:00:00.000Z',
    '2026-11-25T10:00:00.000Z',
  ]);
  application.close();
});

test('closing backs up what was changed, and only that', async () => {
  const { application, path } = await opened();
  application.close();
  await application.openFile(path);
  expect(await backupsOf(application)).toEqual([]);
  await edit(application, 0.9);
  application.close();
  await application.openFile(path);
  expect((await backupsOf(application)).map(({ reason }) => reason)).toEqual(['close']);
  application.close();
});

test('a restore brings the old values back and keeps what it replaced', async () => {
  const { application, path } = await opened();
  await edit(application, 0.9);
  await write(application, 'byHand');
  const [first] = await backupsOf(application);
  await edit(application, 0.5);
  if (!first) throw new Error('no backup');
  expect(await restore(application, first)).toMatchObject({ ok: true, value: { path, siteCount: 1 } });
  const history = await answerOf<unknown[]>(application, 'history.list', {});
  expect(history).toHaveLength(1);
  const kept = (await backupsOf(application)).find(({ reason }) => reason === 'restore');
  application.close();
  expect(uptime(path)).toBe(0.9);
  expect(uptime(kept?.path ?? '')).toBe(0.5);
  expect(readdirSync(dirname(path)).toSorted()).toEqual(['Mine.umbau', 'user']);
});

/** Ruins the last pages, where the many sources lie: what is inside can still be counted. */
function ruin(path: string): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xff, bytes.byteLength - 40_960));
}

test('a damaged or vanished backup is refused, and the portfolio stays open as it was', async () => {
  const { application, path } = await opened();
  await edit(application, 0.9);
  await write(application, 'byHand');
  await edit(application, 0.5);
  await write(application, 'byHand');
  const [second, first] = await backupsOf(application);
  if (!second || !first) throw new Error('no backups');
  ruin(second.path);
  writeFileSync(first.path, 'not a portfolio');
  expect((await backupsOf(application)).map(({ inside }) => inside?.siteCount)).toEqual([1, undefined]);
  const refused = async (id: string, code: string) =>
    expect(await restore(application, { id })).toMatchObject({ ok: false, error: { code } });
  await refused(second.id, 'db.damaged');
  await refused(first.id, 'backup.notWhole');
  await refused('../../Mine.umbau', 'backup.unknown');
  await edit(application, 0.6);
  application.close();
  expect(uptime(path)).toBe(0.6);
});

test('a damaged portfolio is restored from the backups of its place, and its bytes are kept', async () => {
  const { application, path } = await opened();
  await edit(application, 0.9);
  application.close();
  writeFileSync(path, 'ruined');
  const list = await listed(application, path);
  expect(list).toMatchObject({ path, inside: null, backups: [{ reason: 'close' }] });
  expect(await restore(application, list.backups[0] ?? { id: '' }, path)).toMatchObject({ ok: true });
  const kept = (await listed(application)).backups.find(({ reason }) => reason === 'restore');
  expect(readFileSync(kept?.path ?? '', 'utf8')).toBe('ruined');
  expect(kept?.inside).toBeNull();
  application.close();
  expect(uptime(path)).toBe(0.9);
});

test('another portfolio’s backups are not listed, and a moved one finds its own', async () => {
  const { application, folder } = await opened();
  await write(application, 'byHand');
  const other = join(folder, 'Other.umbau');
  const db = portfolioForTest(other);
  db.exec("UPDATE meta SET value = 'other' WHERE key = 'portfolio_id'");
  db.close();
  await application.openFile(other);
  expect(await backupsOf(application)).toEqual([]);
  mkdirSync(join(folder, 'moved'));
  await application.openFile(join(folder, 'Mine.umbau'));
  const moved = join(folder, 'moved', 'Mine.umbau');
  await answerOf(application, 'backup.list', { path: null });
  application.close();
  writeFileSync(moved, readFileSync(join(folder, 'Mine.umbau')));
  await application.openFile(moved);
  expect(await backupsOf(application)).toHaveLength(1);
  application.close();
  expect(existsSync(moved)).toBe(true);
});

test('a backup that cannot be written is said, and closing goes on', async () => {
  const { application, path, folder } = await opened();
  await edit(application, 0.9);
  // A file where the folder should be refuses even an administrator.
  writeFileSync(join(folder, 'user', 'Backups'), '');
  expect(await application.door('backup.write', trusted, { reason: 'byHand' })).toMatchObject({ ok: false });
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  application.close();
  expect(log).toHaveBeenCalledWith(expect.stringContaining('backup'));
  log.mockRestore();
  expect(uptime(path)).toBe(0.9);
});

test('a file that another program has open is not restored over, by whatever name it is called', async () => {
  const { application, path, folder } = await opened();
  await edit(application, 0.9);
  await write(application, 'byHand');
  const backup = (await backupsOf(application))[0];
  expect(backup).toBeDefined();
  application.close();
  const theirs = openDatabase(path);
  theirs.exec("UPDATE own_value SET value = 0.5 WHERE key = 'uptime'");
  const { application: second } = await applicationForTest(folder);
  expect(await restore(second, backup as Backup, path)).toMatchObject({
    ok: false,
    error: { code: 'db.openElsewhere' },
  });
  second.close();
  theirs.close();
  expect(uptime(path)).toBe(0.5);
});

test('the open portfolio is the same file by its other name', async () => {
  const { application, path, folder } = await opened();
  const link = join(folder, 'Link.umbau');
  symlinkSync(path, link);
  await edit(application, 0.9);
  expect(await application.door('portfolio.open', trusted, { path: link })).toMatchObject({
    ok: true,
    value: { path },
  });
  application.close();
});
