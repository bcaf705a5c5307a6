import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { engineVersion } from '../../../shared/engine/version.ts';
import { appVersion } from '../../appVersion.ts';
import type { Session } from '../../session.ts';
import { isSameFile } from '../../db/sameFile.ts';
import { writeCleanCopy } from '../../db/cleanCopy.ts';
import { listSteps, redoNext, undoLast } from '../../db/history/changeLog.ts';
import { exportPortfolio } from '../../exchange/exportPortfolio.ts';
import { importPortfolio } from '../../portfolio/importPortfolio.ts';
import {
  createPortfolio,
  openPortfolio,
  sampleCopy,
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
  | 'portfolio.export'
  | 'portfolio.cleanCopy'
  | 'portfolio.set'
  | 'portfolio.recent'
  | 'portfolio.forget'
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
    return current && isSameFile(current.path, path) ? info(current) : take(openPortfolio(path));
  };
  return {
    'portfolio.current': () => {
      const current = session.current();
      return current ? info(current) : null;
    },
    'portfolio.openSample': () => {
      const current = session.current();
      if (current && basename(current.path) === 'Sample.umbau') return info(current);
      return take(openPortfolio(sampleCopy(session.host.resourcesFolder, session.host.userDataFolder)));
    },
    'portfolio.create': async () => {
      const path = await session.host.chooseFileToSave('Portfolio.umbau', 'portfolio');
      if (path === null) return null;
      if (session.current()) session.openForCopy();
      session.refuseOpen(path);
      // The system's dialog has already asked before naming an existing file.
      createPortfolio(path, session.host.resourcesFolder);
      return take(openPortfolio(path));
    },
    'portfolio.open': async ({ path }) => {
      const chosen = path ?? (await session.host.chooseFileToOpen());
      if (chosen === null) return null;
      if (!chosen.toLowerCase().endsWith('.json')) return reopen(chosen);
      const name = `${basename(chosen).slice(0, -'.json'.length)}.umbau`;
      const target = await session.host.chooseFileToSave(name, 'portfolio');
      if (target === null) return null;
      session.refuseOpen(target);
      importPortfolio(chosen, target);
      return take(openPortfolio(target));
    },
    'portfolio.saveCopy': async () => {
      const open = session.open();
      const path = await session.host.chooseFileToSave(basename(open.path), 'portfolio');
      if (path === null) return null;
      session.openForCopy();
      session.refuseOpen(path);
      saveCopy(open, path);
      return { path };
    },
    'portfolio.export': async ({ form }) => {
      const open = session.open();
      const stem = basename(open.path, '.umbau');
      const name = form === 'csv' ? `${stem}-csv` : `${stem}.${form}`;
      const path = await session.host.chooseFileToSave(name, form === 'csv' ? 'folder' : form);
      if (path === null) return null;
      session.openForCopy();
      const { language } = session.user.settings;
      return { path, bytes: await exportPortfolio(open, form, path, { language, now: session.now() }) };
    },
    'portfolio.cleanCopy': async ({ withoutBriefings }) => {
      const open = session.open();
      const name = `${basename(open.path, '.umbau')}-clean.umbau`;
      const path = await session.host.chooseFileToSave(name, 'portfolio');
      if (path === null) return null;
      session.openForCopy();
      session.refuseOpen(path);
      return { path, ...writeCleanCopy(open.db, path, { portfolioId: randomUUID(), withoutBriefings }) };
    },
    'portfolio.set': (setting) => setPortfolio(session.openForChange().db, setting, session.now()),
    'portfolio.recent': () => session.user.recent(),
    'portfolio.forget': ({ path }) => {
      session.user.forget(path);
      return session.user.recent();
    },
    'portfolio.showFolder': async ({ path }) => {
      await session.host.showFolder(path);
      return {};
    },
    'history.list': () => listSteps(session.open().db),
    'history.undo': () => undoLast(session.openForChange().db, session.now()),
    'history.redo': () => redoNext(session.openForChange().db, session.now()),
  };
}
