import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { cleanCopyCommand } from '../commands/cleanCopy.ts';
import { setOwnValue } from '../analysis/ownValues.ts';
import { writeCleanCopy } from './cleanCopy.ts';
import { openDatabase, openReadOnly } from './openDatabase.ts';
import { portfolioForTest, temporaryFolder } from './testing/portfolioForTest.ts';

const [author, earlier, deleted, attached] = [
  'Ottilie Ausgedacht',
  'earlier note of the analyst',
  'a company that was deleted',
  'bytes of an attached file',
];
const now = '2026-11-25T10:00:00.000Z';

/** A file that has been worked on: names, history, a frozen briefing, a deleted row, an attached file. */
function workedOn(path: string): void {
  const db = portfolioForTest(path);
  const value = { siteId: 's1', key: 'uptime', enteredBy: author };
  setOwnValue(db, { ...value, value: 0.8, note: earlier }, now);
  setOwnValue(db, { ...value, value: 0.9, note: 'note that stays' }, now);
  db.prepare(
    `INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit, entered_by)
     VALUES ('f', 'site', 's1', 'gridMw', 'known', 100, 'MW', ?)`,
  ).run(author);
  db.prepare("INSERT INTO company (id, name) VALUES ('gone', ?)").run(deleted);
  db.exec("DELETE FROM company WHERE id = 'gone'");
  db.prepare("INSERT INTO run VALUES ('r', ?, 'site', 's1', 1, '1', 'h', ?, '[]', 'h')").run(
    now,
    JSON.stringify([{ enteredBy: author }]),
  );
  db.prepare("INSERT INTO briefing VALUES ('b', 'r', ?, 'en', ?, 'none', ?, 'h', NULL)").run(
    now,
    author,
    JSON.stringify({ header: author }),
  );
  // As a later schema may keep them: bytes in a table of their own, pointed to by a source.
  db.exec(`
    CREATE TABLE attached_file (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE cited (id INTEGER PRIMARY KEY, file_id INTEGER REFERENCES attached_file (id)) STRICT;
  `);
  db.prepare('INSERT INTO attached_file VALUES (1, ?)').run(Buffer.from(attached));
  db.exec('INSERT INTO cited VALUES (1, 1)');
  db.close();
}

const holds = (path: string, text: string): boolean => readFileSync(path).includes(text);

test('a clean copy holds no byte of history, names, briefings, attached files or deleted rows', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.umbau');
  workedOn(path);
  for (const text of [author, earlier, attached]) expect(holds(path, text)).toBe(true);
  const target = join(folder, 'clean.umbau');
  const db = openDatabase(path);
  writeCleanCopy(db, target, { portfolioId: 'new', withoutBriefings: true });
  // What is copied is left as it was.
  expect(db.prepare('SELECT count(*) FROM change_step').pluck().get()).toBe(2);
  db.close();
  for (const text of [author, 'Ausgedacht', earlier, deleted, attached])
    expect(holds(target, text)).toBe(false);
  expect(holds(target, 'note that stays')).toBe(true);
  const copy = openReadOnly(target);
  expect(copy.prepare('SELECT value, entered_by FROM own_value').all()).toEqual([
    { value: 0.9, entered_by: null },
  ]);
  expect(copy.prepare('SELECT * FROM cited').all()).toEqual([{ id: 1, file_id: null }]);
  expect(copy.prepare("SELECT value FROM meta WHERE key = 'portfolio_id'").pluck().get()).toBe('new');
  expect(copy.pragma('freelist_count', { simple: true })).toBe(0);
  copy.close();
  expect(readdirSync(folder).toSorted()).toEqual(['a.umbau', 'clean.umbau']);
});

test('issued briefings stay whole where they are asked for', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.umbau');
  workedOn(path);
  const target = join(folder, 'clean.umbau');
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await cleanCopyCommand(['--portfolio', path, '--out', target]);
  await expect(cleanCopyCommand(['--portfolio', path, '--out', target])).rejects.toThrow(
    'portfolio.fileExists',
  );
  vi.restoreAllMocks();
  expect(holds(target, earlier)).toBe(false);
  const copy = openReadOnly(target);
  expect(copy.prepare('SELECT author FROM briefing').all()).toEqual([{ author }]);
  expect(copy.prepare('SELECT count(*) FROM run').pluck().get()).toBe(1);
  copy.close();
});
