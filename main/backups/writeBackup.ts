import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupReason } from '../../shared/domain/backup.ts';
import { unfinishedEnding, writeWholeCopy } from '../db/wholeCopy.ts';
import { metaValue } from '../db/repositories/evidenceRepository.ts';
import type { OpenPortfolio } from '../portfolio/openPortfolio.ts';
import { backupFolder, backupName, backupsIn } from './backupPlace.ts';
import { keptBackups } from './keptBackups.ts';

export interface BackupOrder {
  readonly userDataFolder: string;
  readonly reason: BackupReason;
  /** ISO time in UTC. */
  readonly now: string;
}

function fingerprint(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** A backup that a kill left unfinished is worth nothing, and this portfolio is open nowhere else. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.includes(unfinishedEnding)) rmSync(join(folder, name), { force: true });
}

function prune(folder: string, now: string): void {
  const all = backupsIn(folder).map((backup) => ({
    path: backup.path,
    writtenAt: backup.writtenAt,
    isBeforeRestore: backup.reason === 'restore',
  }));
  const kept = keptBackups(all, now);
  for (const backup of all) if (!kept.has(backup)) rmSync(backup.path, { force: true });
}

/**
 * Writes a backup, opens and checks it, and prunes the older ones. One that equals the newest to the last byte is not
 * kept. @returns its path, or null where nothing had changed
 */
export function writeBackup(portfolio: OpenPortfolio, order: BackupOrder): string | null {
  const { userDataFolder, reason, now } = order;
  const folder = backupFolder(userDataFolder, metaValue(portfolio.db, 'portfolio_id') ?? '', portfolio.path);
  mkdirSync(folder, { recursive: true });
  removeUnfinished(folder);
  const [newest] = backupsIn(folder).toSorted((a, b) => b.writtenAt.localeCompare(a.writtenAt));
  const path = join(folder, backupName(portfolio.path, now, reason));
  writeWholeCopy(portfolio.db, path);
  if (newest && newest.path !== path && fingerprint(newest.path) === fingerprint(path)) {
    rmSync(path);
    return null;
  }
  prune(folder, now);
  return path;
}

/** Whether the newest backup of this place is of an earlier day (UTC), or there is none. */
export function isDayWithoutBackup(portfolio: OpenPortfolio, userDataFolder: string, now: string): boolean {
  const folder = backupFolder(userDataFolder, metaValue(portfolio.db, 'portfolio_id') ?? '', portfolio.path);
  return !backupsIn(folder).some(({ writtenAt }) => writtenAt.slice(0, 10) >= now.slice(0, 10));
}
