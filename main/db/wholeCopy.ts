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
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from './access.ts';
import { encryptedSalt, keyOf } from './encryption/keyring.ts';
import { openFile } from './encryption/openFile.ts';
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
  const copy = openFile(path, { readonly: true, fileMustExist: true });
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

const logs = ['-wal', '-shm', '-journal'] as const;

/**
 * A log beside the file that goes would be replayed into the one that comes: what is in it is written into its own file
 * first. A file in use is refused; a file that is no database has no use for logs.
 */
function settle(target: string): void {
  const salt = encryptedSalt(target);
  // A log that nobody here can read goes with the file that it belongs to.
  const isReadable = salt === undefined || keyOf(salt) !== undefined;
  if (existsSync(target) && isReadable) {
    const old = openFile(target, { fileMustExist: true, timeout: 500 });
    try {
      old.exec('BEGIN IMMEDIATE; COMMIT');
      old.pragma('journal_mode = DELETE');
    } catch (error) {
      const refusal = translated(error, target);
      if (refusal instanceof UserFacingError && refusal.code === 'db.openElsewhere') throw refusal;
    } finally {
      old.close();
    }
  }
  for (const rest of logs) rmSync(`${target}${rest}`, { force: true });
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
    settle(target);
    renameSync(fresh, target);
  } catch (error) {
    throw translated(error, target);
  } finally {
    for (const rest of ['', ...logs]) rmSync(`${fresh}${rest}`, { force: true });
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
