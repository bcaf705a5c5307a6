import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BackupReason, type Backup } from '../../shared/domain/backup.ts';
import { encryptedSalt } from '../db/encryption/keyring.ts';
import { insideOfFile } from '../db/inside.ts';

/*
 * Backups lie in the user data folder, away from folders that a service synchronises: one folder for each place of a
 * portfolio, named by the portfolio and by the place, so that they are found again when the file has moved, and when
 * it can no longer be read.
 */

const idDigits = 16;
const placeDigits = 8;
const nameShape =
  /^(?<stem>.+) (?<day>\d{4}-\d\d-\d\d)T(?<hour>\d\d)-(?<minute>\d\d)-(?<second>\d\d\.\d{3})Z (?<reason>\w+)\.umbau$/u;

function short(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}

export function backupRoot(userDataFolder: string): string {
  return join(userDataFolder, 'Backups');
}

export function backupFolder(userDataFolder: string, portfolioId: string, path: string): string {
  const name = `${short(portfolioId, idDigits)}-${short(path, placeDigits)}`;
  return join(backupRoot(userDataFolder), name);
}

export function backupName(path: string, writtenAt: string, reason: BackupReason): string {
  return `${basename(path, '.umbau')} ${writtenAt.replaceAll(':', '-')} ${reason}.umbau`;
}

function bytesOf(path: string): number {
  return statSync(path).size;
}

function toBackup(folder: string, name: string): Backup[] {
  const parts = nameShape.exec(name)?.groups;
  const reason = BackupReason.safeParse(parts?.['reason']);
  if (!parts || !reason.success) return [];
  const path = join(folder, name);
  const time = `${parts['hour']}:${parts['minute']}:${parts['second']}`;
  return [
    {
      id: `${basename(folder)}/${name}`,
      path,
      fileName: `${parts['stem']}.umbau`,
      writtenAt: `${parts['day']}T${time}Z`,
      bytes: bytesOf(path),
      reason: reason.data,
      isEncrypted: encryptedSalt(path) !== undefined,
      inside: insideOfFile(path),
    },
  ];
}

export function backupsIn(folder: string): Backup[] {
  return existsSync(folder) ? readdirSync(folder).flatMap((name) => toBackup(folder, name)) : [];
}

/** The copies that upgrades left beside the file. */
function keptByUpgrades(path: string): Backup[] {
  const [folder, stem] = [dirname(path), basename(path, '.umbau')];
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const rest = name.startsWith(`${stem}.schema-`) ? name.slice(stem.length) : '';
    if (!/^\.schema-\d+(?:-\d+)?\.umbau$/.test(rest)) return [];
    const kept = join(folder, name);
    return [
      {
        id: `beside/${name}`,
        path: kept,
        fileName: basename(path),
        writtenAt: statSync(kept).mtime.toISOString(),
        bytes: bytesOf(kept),
        reason: 'upgrade' as const,
        isEncrypted: encryptedSalt(kept) !== undefined,
        inside: insideOfFile(kept),
      },
    ];
  });
}

/** All backups of a portfolio, wherever it lay; without its id, those of its place. Newest first. */
export function backupsOf(userDataFolder: string, portfolioId: string | null, path: string): Backup[] {
  const root = backupRoot(userDataFolder);
  const isOfPortfolio = (folder: string): boolean =>
    folder.endsWith(`-${short(path, placeDigits)}`) ||
    (portfolioId !== null && folder.startsWith(`${short(portfolioId, idDigits)}-`));
  const folders = existsSync(root) ? readdirSync(root).filter(isOfPortfolio) : [];
  return [...folders.flatMap((folder) => backupsIn(join(root, folder))), ...keptByUpgrades(path)].toSorted(
    (a, b) => b.writtenAt.localeCompare(a.writtenAt),
  );
}
