import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../shared/domain/backup.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from '../db/access.ts';
import { openReadOnly } from '../db/openDatabase.ts';
import { metaValue } from '../db/repositories/evidenceRepository.ts';
import { rowCounts } from '../db/tables.ts';
import { checkCopy, writeBeside, writeWholeCopy } from '../db/wholeCopy.ts';
import { backupFolder, backupName } from './backupPlace.ts';

export interface RestoreOrder {
  readonly userDataFolder: string;
  readonly now: string;
  /** The portfolio that is replaced; it is open nowhere while this runs. */
  readonly path: string;
  readonly backup: Backup;
}

function keptUnder({ userDataFolder, now, path }: RestoreOrder, portfolioId: string): string {
  const folder = backupFolder(userDataFolder, portfolioId, path);
  mkdirSync(folder, { recursive: true });
  return join(folder, backupName(path, now, 'restore'));
}

/** A file that cannot be read is kept byte for byte, with the log that may hold its newest changes. */
function keepUnread(path: string, kept: string): void {
  for (const rest of ['', '-wal', '-journal'])
    if (existsSync(`${path}${rest}`)) copyFileSync(`${path}${rest}`, `${kept}${rest}`);
}

/** What is replaced becomes one more backup. */
function keepPresent(order: RestoreOrder): void {
  const { path } = order;
  if (!existsSync(path)) return;
  let present: WritableDb;
  try {
    present = openReadOnly(path);
  } catch (error) {
    // Another program may be writing it: neither its file nor its log is complete.
    if (error instanceof UserFacingError && error.code === 'db.openElsewhere') throw error;
    keepUnread(path, keptUnder(order, ''));
    return;
  }
  try {
    writeWholeCopy(present, keptUnder(order, metaValue(present, 'portfolio_id') ?? ''));
  } finally {
    present.close();
  }
}

function copyChecked(source: string, fresh: string): void {
  const db = openReadOnly(source);
  try {
    const expected = rowCounts(db);
    db.prepare('VACUUM INTO ?').run(fresh);
    checkCopy(fresh, expected);
  } finally {
    db.close();
  }
}

/** Puts a backup in the place of the portfolio: checked before, whole or not at all, the present file kept. */
export function restoreBackup(order: RestoreOrder): void {
  const { path, backup } = order;
  const { isEncrypted, inside } = backup;
  if (inside === null)
    throw new UserFacingError(isEncrypted ? 'db.encrypted' : 'backup.notWhole', { path: backup.path });
  writeBeside(path, (fresh) => {
    copyChecked(backup.path, fresh);
    keepPresent(order);
  });
}
