import { existsSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { engineVersion } from '../../../shared/engine/version.ts';
import { appVersion } from '../../appVersion.ts';
import type { Session } from '../../application.ts';
import { listSteps, redoNext, undoLast } from '../../db/history/changeLog.ts';
import {
  createPortfolio,
  openPortfolio,
  openSampleCopy,
  saveCopy,
  type OpenPortfolio,
} from '../../portfolio/openPortfolio.ts';
import { setPortfolio } from '../../portfolio/setPortfolio.ts';
import { portfolioInfo } from '../../portfolio/portfolioInfo.ts';
import type { Handlers } from '../serve.ts';

type Own = Pick<
  Handlers,
  | 'portfolio.current'
  | 'portfolio.openSample'
  | 'portfolio.create'
  | 'portfolio.open'
  | 'portfolio.saveCopy'
  | 'portfolio.set'
  | 'portfolio.recent'
  | 'portfolio.showFolder'
  | 'history.list'
  | 'history.undo'
  | 'history.redo'
>;

export function portfolioHandlers(session: Session): Own {
  const info = ({ db, path }: OpenPortfolio) => portfolioInfo(db, path, { appVersion, engineVersion });
  const take = (next: OpenPortfolio) => {
    session.replace(next);
    return info(next);
  };
  /** A file that is already open is not opened a second time: it would find its own lock. */
  const reopen = (path: string) => {
    const current = session.current();
    return current?.path === path ? info(current) : take(openPortfolio(path));
  };
  return {
    'portfolio.current': () => {
      const current = session.current();
      return current ? info(current) : null;
    },
    'portfolio.openSample': () => {
      const current = session.current();
      if (current && basename(current.path) === 'Sample.umbau') return info(current);
      return take(openSampleCopy(session.host.resourcesFolder, session.host.userDataFolder));
    },
    'portfolio.create': async () => {
      const path = await session.host.chooseFileToSave('Portfolio.umbau', 'portfolio');
      if (path === null) return null;
      // The system's dialog has already asked before naming an existing file.
      if (existsSync(path) && session.current()?.path !== path) rmSync(path);
      return take(createPortfolio(path, session.host.resourcesFolder));
    },
    'portfolio.open': async ({ path }) => {
      const chosen = path ?? (await session.host.chooseFileToOpen());
      return chosen === null ? null : reopen(chosen);
    },
    'portfolio.saveCopy': async () => {
      const open = session.open();
      const path = await session.host.chooseFileToSave(basename(open.path), 'portfolio');
      if (path === null) return null;
      saveCopy(open, path);
      return { path };
    },
    'portfolio.set': (setting) => setPortfolio(session.openForChange().db, setting, session.now()),
    'portfolio.recent': () => session.user.recent(),
    'portfolio.showFolder': async ({ path }) => {
      await session.host.showFolder(path);
      return {};
    },
    'history.list': () => listSteps(session.open().db),
    'history.undo': () => undoLast(session.openForChange().db),
    'history.redo': () => redoNext(session.openForChange().db),
  };
}
