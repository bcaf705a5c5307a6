import { chmodSync, copyFileSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { createDatabase, openDatabase, openReadOnly } from './openDatabase.ts';
import { portfolioForTest, temporaryFolder } from './testing/portfolioForTest.ts';

function codeOf(action: () => unknown): string {
  try {
    action();
    return 'no error';
  } catch (error) {
    return error instanceof UserFacingError ? error.code : String(error);
  }
}

test('a new portfolio opens again, with its application id and foreign keys on', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  portfolioForTest(path).close();
  const db = openDatabase(path);
  expect(db.pragma('application_id', { simple: true })).toBe(0x556d6261);
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  db.close();
});

test('what is no portfolio is refused and left as it was', () => {
  const folder = temporaryFolder();
  const text = join(folder, 'text.umbau');
  writeFileSync(text, 'not a database at all, but long enough to be looked at by SQLite'.repeat(20));
  const before = readFileSync(text);
  expect(codeOf(() => openDatabase(text))).toBe('db.notAPortfolio');
  expect(readFileSync(text)).toEqual(before);
  const empty = join(folder, 'empty.umbau');
  writeFileSync(empty, '');
  expect(codeOf(() => openDatabase(empty))).toBe('db.notAPortfolio');
  const foreign = join(folder, 'foreign.umbau');
  new Database(foreign).exec('CREATE TABLE t (x)').close();
  expect(codeOf(() => openDatabase(foreign))).toBe('db.notAPortfolio');
  expect(codeOf(() => openDatabase(join(folder, 'none.umbau')))).toBe('db.notFound');
  expect(readdirSync(folder).toSorted()).toEqual(['empty.umbau', 'foreign.umbau', 'text.umbau']);
});

test('a damaged portfolio is named as damaged', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const db = portfolioForTest(path);
  const insert = db.prepare('INSERT INTO source (title) VALUES (?)');
  db.transaction(() => {
    for (let row = 0; row < 3000; row += 1) insert.run(`source ${row} ${'x'.repeat(80)}`);
  })();
  db.close();
  truncateSync(path, readFileSync(path).length - 40_960);
  expect(codeOf(() => openDatabase(path))).toBe('db.damaged');
});

test('a portfolio from a newer version is refused, and nothing is written', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const db = portfolioForTest(path);
  db.pragma('user_version = 9990');
  db.pragma('journal_mode = DELETE');
  db.close();
  expect(codeOf(() => openDatabase(path))).toBe('db.fromFuture');
  // To read it as if it were known would be as wrong as to write it.
  expect(codeOf(() => openReadOnly(path))).toBe('db.fromFuture');
  const after = new Database(path, { readonly: true });
  expect(after.pragma('user_version', { simple: true })).toBe(9990);
  after.close();
});

test('a portfolio that is open elsewhere is refused', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  portfolioForTest(path).close();
  const first = openDatabase(path);
  expect(codeOf(() => openDatabase(path))).toBe('db.openElsewhere');
  first.close();
});

test('creating never overwrites', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  portfolioForTest(path).close();
  const before = readFileSync(path);
  expect(codeOf(() => createDatabase(path))).toBe('portfolio.fileExists');
  expect(readFileSync(path)).toEqual(before);
});

test('reading only works on a write-protected copy and writes nothing beside it', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.umbau');
  const db = portfolioForTest(path);
  db.prepare('VACUUM INTO ?').run(join(folder, 'copy.umbau'));
  db.close();
  const copy = join(folder, 'b.umbau');
  copyFileSync(join(folder, 'copy.umbau'), copy);
  chmodSync(copy, 0o444);
  const reader = openReadOnly(copy);
  expect(reader.prepare('SELECT name FROM site').all()).toEqual([{ name: 'Made-up Site' }]);
  reader.close();
  expect(readdirSync(folder).filter((name) => name.startsWith('b.'))).toEqual(['b.umbau']);
});
