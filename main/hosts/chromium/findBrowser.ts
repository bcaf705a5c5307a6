import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserFacingError } from '../../../shared/ipc/result.ts';

export interface Browser {
  readonly executablePath: string;
  /** The packaged one has no window. */
  readonly canShowWindow: boolean;
}

const commandNames = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium',
  'chromium-browser',
];

const macApplications = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
];

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

type Environment = Readonly<Record<string, string | undefined>>;

/** Where Chrome, Edge or Chromium would be on this system, in the order in which they are tried. */
export function browserCandidates(platform: NodeJS.Platform, environment: Environment): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', join(environment['HOME'] ?? '', 'Applications')];
    return folders.flatMap((folder) => macApplications.map((application) => join(folder, application)));
  }
  if (platform === 'win32') {
    const folders = [
      environment['PROGRAMFILES'],
      environment['PROGRAMFILES(X86)'],
      environment['LOCALAPPDATA'],
    ];
    return folders.flatMap((folder) =>
      folder === undefined ? [] : windowsPrograms.map((program) => `${folder}\\${program}`),
    );
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return commandNames.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** A browser of the machine: UMBAU_BROWSER first, then an installed one. */
export function findInstalledBrowser(
  platform: NodeJS.Platform = process.platform,
  environment: Environment = process.env,
  exists: (path: string) => boolean = existsSync,
): Browser | undefined {
  const named = environment['UMBAU_BROWSER'];
  const path = [...(named === undefined ? [] : [named]), ...browserCandidates(platform, environment)].find(
    exists,
  );
  return path === undefined ? undefined : { executablePath: path, canShowWindow: true };
}

/** The browser that comes as a package, for servers and tests: Linux x64, without a window. */
async function packagedBrowser(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  try {
    // The package does not export its package.json, so its version is read from the folder that holds its code.
    const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
    const folder = entry.slice(
      0,
      entry.indexOf(join('@sparticuz', 'chromium')) + join('@sparticuz', 'chromium').length,
    );
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    // The package reuses any file named "chromium" in the temporary folder, whatever its version: give it its own.
    const before = process.env['TMPDIR'];
    const own = join(tmpdir(), `umbau-chromium-${version}`);
    mkdirSync(own, { recursive: true });
    process.env['TMPDIR'] = own;
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    return { executablePath, canShowWindow: false };
  } catch {
    return undefined;
  }
}

/** The browser for printing and tests; the packaged one is the last resort. */
export async function findBrowser(): Promise<Browser> {
  const found = findInstalledBrowser() ?? (await packagedBrowser());
  if (!found) throw new UserFacingError('host.noBrowser');
  return found;
}
