import {
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { openDatabase, openReadOnly } from './openDatabase.ts';
import { rowCounts } from './tables.ts';
import { portfolioForTest, temporaryFolder } from './testing/portfolioForTest.ts';
import { checkCopy, writeBeside, writeWholeCopy } from './wholeCopy.ts';

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function codeOf(action: () => unknown): string {
  try {
    action();
    return 'no error';
  } catch (error) {
    return error instanceof UserFacingError ? error.code : String(error);
  }
}

test.each([
  ['SQLITE_FULL', 'db.diskFull'],
  ['ENOSPC', 'db.diskFull'],
  ['EROFS', 'db.readOnly'],
  ['SQLITE_READONLY', 'db.readOnly'],
])('a target stays as it was when %s comes half-way, and the half is gone', (fault, code) => {
  const folder = temporaryFolder();
  const target = join(folder, 'a.umbau');
  writeFileSync(target, 'as it was');
  const half = (fresh: string) => {
    writeFileSync(fresh, 'hal');
    throw refusal(fault);
  };
  expect(codeOf(() => writeBeside(target, half))).toBe(code);
  expect(readFileSync(target, 'utf8')).toBe('as it was');
  expect(readdirSync(folder)).toEqual(['a.umbau']);
});

test('a folder that is not there takes nothing', () => {
  const target = join(temporaryFolder(), 'none', 'a.umbau');
  expect(codeOf(() => writeBeside(target, () => undefined))).toBe('file.notWritable');
  expect(existsSync(target)).toBe(false);
});

test('a replaced file keeps who may read it', () => {
  const target = join(temporaryFolder(), 'a.umbau');
  writeFileSync(target, 'old');
  chmodSync(target, 0o600);
  writeBeside(target, (fresh) => writeFileSync(fresh, 'new'));
  expect([readFileSync(target, 'utf8'), statSync(target).mode & 0o777]).toEqual(['new', 0o600]);
});

test('a copy with a row too few is no copy', () => {
  const folder = temporaryFolder();
  const db = portfolioForTest(join(folder, 'a.umbau'));
  const copy = join(folder, 'b.umbau');
  writeWholeCopy(db, copy);
  const counts = rowCounts(db);
  expect(codeOf(() => checkCopy(copy, counts))).toBe('no error');
  expect(codeOf(() => checkCopy(copy, { ...counts, site: 2 }))).toBe('backup.notWhole');
  db.close();
});

test('a log left beside a replaced file is not replayed into the new one', () => {
  const folder = temporaryFolder();
  const old = portfolioForTest(join(folder, 'old.umbau'));
  old.exec("UPDATE company SET name = 'Old Mining'");
  const target = join(folder, 'target.umbau');
  for (const rest of ['', '-wal', '-shm']) copyFileSync(join(folder, `old.umbau${rest}`), `${target}${rest}`);
  old.close();
  expect(existsSync(`${target}-wal`)).toBe(true);
  const mine = portfolioForTest(join(folder, 'mine.umbau'));
  writeWholeCopy(mine, target);
  mine.close();
  const copy = openReadOnly(target);
  expect(copy.prepare('SELECT name FROM company').pluck().all()).toEqual(['Made-up Mining']);
  copy.close();
});

test('a file that someone writes is not replaced under them', () => {
  const folder = temporaryFolder();
  const target = join(folder, 'target.umbau');
  portfolioForTest(target).close();
  const theirs = openDatabase(target);
  theirs.exec("INSERT INTO company (id, name) VALUES ('c2', 'Made-up Second')");
  const mine = portfolioForTest(join(folder, 'mine.umbau'));
  expect(codeOf(() => writeWholeCopy(mine, target))).toBe('db.openElsewhere');
  mine.close();
  expect(theirs.prepare('SELECT count(*) FROM company').pluck().get()).toBe(2);
  theirs.close();
  expect(readdirSync(folder).toSorted()).toEqual(['mine.umbau', 'target.umbau']);
});
