import { existsSync } from 'node:fs';
import type { Settings } from '../shared/domain/portfolio.ts';
import { engineVersion } from '../shared/engine/version.ts';
import { UserFacingError } from '../shared/ipc/result.ts';
import { appVersion } from './appVersion.ts';
import type { Host } from './hosts/host.ts';
import { backcastHandlers } from './ipc/handlers/backcastHandlers.ts';
import { briefingHandlers } from './ipc/handlers/briefingHandlers.ts';
import { claimsHandlers } from './ipc/handlers/claimsHandlers.ts';
import { fileHandlers } from './ipc/handlers/fileHandlers.ts';
import { companyHandlers } from './ipc/handlers/companyHandlers.ts';
import { portfolioHandlers } from './ipc/handlers/portfolioHandlers.ts';
import { importHandlers } from './ipc/handlers/importHandlers.ts';
import { workbookHandlers } from './ipc/handlers/workbookHandlers.ts';
import { recordHandlers } from './ipc/handlers/recordHandlers.ts';
import { planHandlers } from './ipc/handlers/planHandlers.ts';
import { siteHandlers } from './ipc/handlers/siteHandlers.ts';
import { serve, type Door } from './ipc/serve.ts';
import { translated } from './db/openDatabase.ts';
import { openPortfolio, type OpenPortfolio } from './portfolio/openPortfolio.ts';
import { UserSettings } from './portfolio/userSettings.ts';
import type { z } from 'zod';

export interface Application {
  readonly door: Door;
  openFile(path: string): Promise<void>;
  close(): void;
}

/** What handlers share: the open portfolio, the person's settings, the host, and the clock. */
export interface Session {
  readonly host: Host;
  readonly user: UserSettings;
  current(): OpenPortfolio | undefined;
  /** The open portfolio, or the sentence that none is open. */
  open(): OpenPortfolio;
  /** The open portfolio, for a change: refused where its file has gone, since nobody would find the change again. */
  openForChange(): OpenPortfolio;
  /** Refuses changes by anyone else while a long one holds the transaction; the answer releases it. */
  hold(): () => void;
  /** Takes over a newly opened file and closes the one before. */
  replace(next: OpenPortfolio): void;
  now(): string;
}

function createSession(host: Host): Session & { close(): void } {
  const user = new UserSettings(host.userDataFolder, host.locale);
  let portfolio: OpenPortfolio | undefined;
  let isHeld = false;
  const refuseWhileHeld = (): void => {
    if (isHeld) throw new UserFacingError('import.running');
  };
  return {
    host,
    user,
    current: () => portfolio,
    open: () => {
      if (!portfolio) throw new UserFacingError('portfolio.noneOpen');
      return portfolio;
    },
    openForChange: () => {
      refuseWhileHeld();
      if (!portfolio) throw new UserFacingError('portfolio.noneOpen');
      if (!existsSync(portfolio.path)) throw new UserFacingError('db.removed', { path: portfolio.path });
      return portfolio;
    },
    hold: () => {
      isHeld = true;
      return () => {
        isHeld = false;
      };
    },
    replace: (next) => {
      if (isHeld) next.db.close();
      refuseWhileHeld();
      portfolio?.db.close();
      portfolio = next;
      user.remember(next.path);
    },
    now: () => new Date().toISOString(),
    close: () => {
      portfolio?.db.close();
      portfolio = undefined;
    },
  };
}

/** The application without its window: services behind one door. Every host hangs its page in front of it. */
export async function createApplication(host: Host): Promise<Application> {
  const session = createSession(host);
  const door = serve(
    {
      'app.info': () => ({
        host: host.name,
        platform: host.platform,
        appVersion,
        engineVersion,
        locale: host.locale,
      }),
      'settings.read': () => session.user.settings,
      'settings.write': (settings: z.infer<typeof Settings>) => session.user.write(settings),
      ...portfolioHandlers(session),
      ...backcastHandlers(session),
      ...claimsHandlers(session),
      ...workbookHandlers(session),
      ...fileHandlers(session),
      ...importHandlers(session),
      ...companyHandlers(session),
      ...siteHandlers(session),
      ...planHandlers(session),
      ...recordHandlers(session),
      ...briefingHandlers(session),
    },
    {
      checkResponses: process.env['NODE_ENV'] !== 'production',
      explain: (error) => translated(error, session.current()?.path ?? ''),
      logUnexpected: (channel, error) => {
        // The kind of error only: a message could carry an analyst's figures or paths into a log.
        process.stderr.write(`umbau: ${channel}: ${error instanceof Error ? error.name : 'error'}\n`);
      },
    },
  );
  return {
    door,
    openFile: async (path) => session.replace(openPortfolio(path)),
    close: () => session.close(),
  };
}
