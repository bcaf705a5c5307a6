import type { Settings } from '../shared/domain/portfolio.ts';
import { engineVersion } from '../shared/engine/version.ts';
import { appVersion } from './appVersion.ts';
import type { Host } from './hosts/host.ts';
import { attachmentHandlers } from './ipc/handlers/attachmentHandlers.ts';
import { backupHandlers } from './ipc/handlers/backupHandlers.ts';
import { backcastHandlers } from './ipc/handlers/backcastHandlers.ts';
import { briefingHandlers } from './ipc/handlers/briefingHandlers.ts';
import { changesHandlers } from './ipc/handlers/changesHandlers.ts';
import { claimsHandlers } from './ipc/handlers/claimsHandlers.ts';
import { encryptionHandlers } from './ipc/handlers/encryptionHandlers.ts';
import { gridHandlers } from './ipc/handlers/gridHandlers.ts';
import { healthHandlers } from './ipc/handlers/healthHandlers.ts';
import { fileHandlers } from './ipc/handlers/fileHandlers.ts';
import { companyHandlers } from './ipc/handlers/companyHandlers.ts';
import { portfolioHandlers } from './ipc/handlers/portfolioHandlers.ts';
import { importHandlers } from './ipc/handlers/importHandlers.ts';
import { sourceHandlers } from './ipc/handlers/sourceHandlers.ts';
import { workbookHandlers } from './ipc/handlers/workbookHandlers.ts';
import { recordHandlers } from './ipc/handlers/recordHandlers.ts';
import { monteCarloHandlers } from './ipc/handlers/monteCarloHandlers.ts';
import { riskHandlers } from './ipc/handlers/riskHandlers.ts';
import { planHandlers } from './ipc/handlers/planHandlers.ts';
import { scenarioHandlers } from './ipc/handlers/scenarioHandlers.ts';
import { siteHandlers } from './ipc/handlers/siteHandlers.ts';
import { serve, type Door } from './ipc/serve.ts';
import { translated } from './db/translated.ts';
import { createSession } from './session.ts';
import type { z } from 'zod';

export interface Application {
  readonly door: Door;
  openFile(path: string): Promise<void>;
  close(): void;
}

/** The kind of error only: a message could carry an analyst's figures or paths into a log. */
function logUnexpected(what: string, error: unknown): void {
  process.stderr.write(`umbau: ${what}: ${error instanceof Error ? error.name : 'error'}\n`);
}

/** The application without its window: services behind one door. Every host hangs its page in front of it. */
export async function createApplication(host: Host): Promise<Application> {
  const session = createSession(host, (error) => logUnexpected('backup', error));
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
      ...backupHandlers(session),
      ...backcastHandlers(session),
      ...changesHandlers(session),
      ...riskHandlers(session),
      ...monteCarloHandlers(session),
      ...claimsHandlers(session),
      ...encryptionHandlers(session),
      ...healthHandlers(session),
      ...workbookHandlers(session),
      ...fileHandlers(session),
      ...importHandlers(session),
      ...companyHandlers(session),
      ...siteHandlers(session),
      ...planHandlers(session),
      ...scenarioHandlers(session),
      ...recordHandlers(session),
      ...gridHandlers(session),
      ...attachmentHandlers(session),
      ...sourceHandlers(session),
      ...briefingHandlers(session),
    },
    {
      checkResponses: process.env['NODE_ENV'] !== 'production',
      explain: (error) => translated(error, session.current()?.path ?? ''),
      logUnexpected,
    },
  );
  return {
    door,
    openFile: async (path) => session.openOrWait(path),
    close: () => session.close(),
  };
}
