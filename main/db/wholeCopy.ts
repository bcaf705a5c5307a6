import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from './access.ts';
import { translated } from './translated.ts';
import { rowCounts, type RowCounts } from './tables.ts';

/** What a file still being written is called: it is never taken for a portfolio. */
export const unfinishedEnding = '.part';

function mayWriteIn(folder: string): boolean {
  const probe = join(folder, `.umbau-${randomUUID()}`);
  try {
    writeFileSync(probe, '');
    rmSync(probe);
    return true;
  } catch {
    return false;
  }
}

/** A copy is trusted only after it was opened and read: whole pages, whole references, every row. */
export function checkCopy(path: string, expected: RowCounts): void {
  const copy = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const isWhole =
      copy.pragma('integrity_check', { simple: true }) === 'ok' &&
      (copy.pragma('foreign_key_check') as unknown[]).length === 0 &&
      JSON.stringify(rowCounts(copy)) === JSON.stringify(expected);
    if (!isWhole) throw new UserFacingError('backup.notWhole', { path });
  } finally {
    copy.close();
  }
}

function toDisk(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Makes a file beside the target, lets it be filled and checked, and only then gives it the target's name: a full disk
 * or a kill leaves the target as it was.
 */
export function writeBeside(target: string, fill: (fresh: string) => void): void {
  if (!mayWriteIn(dirname(target))) throw new UserFacingError('file.notWritable', { path: target });
  const fresh = `${target}.${randomUUID()}${unfinishedEnding}`;
  try {
    fill(fresh);
    if (existsSync(target)) chmodSync(fresh, statSync(target).mode);
    toDisk(fresh);
    renameSync(fresh, target);
  } catch (error) {
    throw translated(error, target);
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(`${fresh}${rest}`, { force: true });
  }
}

/** A whole copy in one file, without free pages, checked after writing. */
export function writeWholeCopy(db: WritableDb, target: string): void {
  writeBeside(target, (fresh) => {
    const expected = rowCounts(db);
    db.prepare('VACUUM INTO ?').run(fresh);
    checkCopy(fresh, expected);
  });
}
