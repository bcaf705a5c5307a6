import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { resourcesFolder } from '../../resourcesFolder.ts';
import type { Host } from '../host.ts';
import { createPrinter } from './createPrinter.ts';
import { chooseFileToOpen, chooseFileToSave } from './dialogs.ts';

const platforms = { darwin: 'mac', win32: 'windows' } as const;

function userDataFolder(): string {
  const named = process.env['UMBAU_USER_DATA'];
  if (named !== undefined) return named;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Umbau');
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? homedir(), 'Umbau');
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Umbau');
}

export function systemLocale(): string {
  const named = process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '';
  const locale = named.split('.')[0]?.replace('_', '-') ?? '';
  return locale === '' || locale === 'C' || locale === 'POSIX'
    ? Intl.DateTimeFormat().resolvedOptions().locale
    : locale;
}

/** The host for machines without Electron's binary: same services, same page, an installed browser as window. */
export function createChromiumHost(): Host {
  const platform =
    process.platform === 'darwin' || process.platform === 'win32' ? platforms[process.platform] : 'linux';
  const opener = { mac: 'open', windows: 'explorer', linux: 'xdg-open' }[platform];
  return {
    name: 'chromium',
    platform,
    locale: systemLocale(),
    userDataFolder: userDataFolder(),
    resourcesFolder: resourcesFolder(),
    chooseFileToOpen,
    chooseFileToSave,
    showFolder: async (path) => {
      // A missing opener costs only the convenience.
      execFile(opener, [dirname(path)], () => undefined);
    },
    printBriefing: createPrinter(),
  };
}
