import { basename } from 'node:path';
import { engineVersion } from '../../../shared/engine/version.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { appVersion } from '../../appVersion.ts';
import { backupRoot, backupsOf } from '../../backups/backupPlace.ts';
import { restoreBackup } from '../../backups/restoreBackup.ts';
import { isDayWithoutBackup } from '../../backups/writeBackup.ts';
import { insideOf, insideOfFile } from '../../db/inside.ts';
import { metaValue } from '../../db/repositories/evidenceRepository.ts';
import type { OpenPortfolio } from '../../portfolio/openPortfolio.ts';
import { portfolioInfo } from '../../portfolio/portfolioInfo.ts';
import type { Session } from '../../session.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<Handlers, 'portfolio.upgrade' | 'backup.list' | 'backup.write' | 'backup.restore'>;

export function backupHandlers(session: Session): Own {
  const { userDataFolder } = session.host;
  /** The open portfolio is asked itself; of any other file only its place is known. */
  const subject = (named: string | null) => {
    const current = session.current();
    const path = named ?? session.open().path;
    const db = current?.path === path ? current.db : null;
    return { path, db, portfolioId: db === null ? null : metaValue(db, 'portfolio_id') };
  };
  /** An upgrade is told once, not at every reload of the page. */
  const told = new WeakSet<OpenPortfolio>();
  return {
    'portfolio.upgrade': () => {
      const current = session.current();
      if (!current?.upgrade || told.has(current)) return null;
      told.add(current);
      return current.upgrade;
    },
    'backup.list': ({ path: named }) => {
      const { path, db, portfolioId } = subject(named);
      return {
        path,
        fileName: basename(path),
        inside: db === null ? insideOfFile(path) : insideOf(db),
        folder: backupRoot(userDataFolder),
        backups: backupsOf(userDataFolder, portfolioId, path),
      };
    },
    'backup.write': ({ reason }) => {
      const open = session.open();
      const isDue = reason === 'byHand' || isDayWithoutBackup(open, userDataFolder, session.now());
      return { path: isDue ? session.backUp(reason) : null };
    },
    'backup.restore': ({ path: named, id }) => {
      const { path, portfolioId } = subject(named);
      const backup = backupsOf(userDataFolder, portfolioId, path).find((one) => one.id === id);
      if (!backup) throw new UserFacingError('backup.unknown');
      const opened = session.exchangeFile(path, () =>
        restoreBackup({ userDataFolder, now: session.now(), path, backup }),
      );
      return portfolioInfo(opened.db, opened.path, { appVersion, engineVersion });
    },
  };
}
