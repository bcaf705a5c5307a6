import { chmodSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserFacingError } from '../../shared/ipc/result.ts';
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
