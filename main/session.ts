import { existsSync } from 'node:fs';
import { UserFacingError } from '../shared/ipc/result.ts';
import type { BackupReason } from '../shared/domain/backup.ts';
import { writeBackup } from './backups/writeBackup.ts';
import type { Host } from './hosts/host.ts';
import { writtenBy } from './db/history/changeLog.ts';
import { forgetKeys } from './db/encryption/keyring.ts';
import { isSameFile } from './db/sameFile.ts';
import { openPortfolio, type OpenPortfolio } from './portfolio/openPortfolio.ts';
import { UserSettings } from './portfolio/userSettings.ts';

/** What handlers share: the open portfolio, the person's settings, the host, and the clock. */
export interface Session {
  readonly host: Host;
  readonly user: UserSettings;
  current(): OpenPortfolio | undefined;
  /** The open portfolio, or the sentence that none is open. */
  open(): OpenPortfolio;
  /** The open portfolio, for a change: refused where its file has gone, since nobody would find the change again. */
  openForChange(): OpenPortfolio;
  /** The open portfolio, for what leaves it as a whole: refused while a long change is only half in it. */
  openForCopy(): OpenPortfolio;
  /** Refuses changes by anyone else while a long one holds the transaction; the answer releases it. */
  hold(): () => void;
  /** Takes over a newly opened file and closes the one before. */
  replace(next: OpenPortfolio): void;
  /** Lets a file be exchanged for another while it is open nowhere, and opens what then lies there. */
  exchangeFile(path: string, exchange: () => void): OpenPortfolio;
  /** The file that is open cannot be replaced under itself. */
  refuseOpen(path: string): void;
  /** Closes the portfolio and forgets every key; it waits for its password. */
  lock(): void;
  /** The file that waits for its password. */
  waiting(): string | null;
  /** Takes over a file, or lets it wait where it needs a password. */
  openOrWait(path: string): void;
  /** @returns the backup's path, or null where nothing had changed */
  backUp(reason: BackupReason): string | null;
  now(): string;
}

function hasChanged({ db }: OpenPortfolio): boolean {
  return (db.prepare('SELECT total_changes() AS n').get() as { n: number }).n > 0;
}

export function createSession(
  host: Host,
  logUnexpected: (error: unknown) => void,
): Session & { close(): void } {
  const user = new UserSettings(host.userDataFolder, host.locale);
  let portfolio: OpenPortfolio | undefined;
  let isHeld = false;
  let waiting: string | null = null;
  const refuseWhileHeld = (): void => {
    if (isHeld) throw new UserFacingError('import.running');
  };
  const now = () => new Date().toISOString();
  const open = () => {
    if (!portfolio) throw new UserFacingError('portfolio.noneOpen');
    return portfolio;
  };
  const backUp = (reason: BackupReason) => {
    refuseWhileHeld();
    return writeBackup(open(), { userDataFolder: host.userDataFolder, reason, now: now() });
  };
  const close = () => {
    if (!portfolio) return;
    try {
      if (hasChanged(portfolio)) backUp('close');
    } catch (error) {
      // The file itself is whole; a backup that cannot be written must not keep it open.
      logUnexpected(error);
    }
    portfolio.db.close();
    portfolio = undefined;
  };
  const take = (next: OpenPortfolio) => {
    [portfolio, waiting] = [next, null];
    writtenBy(next.db, () => user.settings.author || null);
    user.remember(next.path, now());
    return next;
  };
  const replace = (next: OpenPortfolio) => {
    if (isHeld) next.db.close();
    refuseWhileHeld();
    close();
    take(next);
  };
  return {
    host,
    user,
    current: () => portfolio,
    open,
    openForChange: () => {
      refuseWhileHeld();
      const { path } = open();
      if (!existsSync(path)) throw new UserFacingError('db.removed', { path });
      return open();
    },
    openForCopy: () => {
      refuseWhileHeld();
      return open();
    },
    hold: () => {
      isHeld = true;
      return () => {
        isHeld = false;
      };
    },
    replace,
    refuseOpen: (path) => {
      if (portfolio && existsSync(path) && isSameFile(portfolio.path, path))
        throw new UserFacingError('portfolio.fileExists', { path });
    },
    lock: () => {
      refuseWhileHeld();
      const { path } = open();
      close();
      forgetKeys();
      waiting = path;
    },
    waiting: () => waiting,
    openOrWait: (path) => {
      try {
        replace(openPortfolio(path));
      } catch (error) {
        if (!(error instanceof UserFacingError) || error.code !== 'db.encrypted') throw error;
        refuseWhileHeld();
        close();
        waiting = path;
      }
    },
    exchangeFile: (path, exchange) => {
      refuseWhileHeld();
      const isOpen = portfolio !== undefined && isSameFile(portfolio.path, path);
      if (isOpen) portfolio?.db.close();
      try {
        exchange();
      } catch (error) {
        // The exchange was refused, so what was open is still there.
        if (isOpen) portfolio = openPortfolio(path);
        throw error;
      }
      if (!isOpen) close();
      portfolio = undefined;
      return take(openPortfolio(path));
    },
    backUp,
    now,
    close,
  };
}
