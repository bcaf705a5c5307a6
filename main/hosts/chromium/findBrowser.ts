import { accessSync, constants, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { getuid } from 'node:process';
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

/** A desktop starter may hand over a shorter PATH than a terminal. */
const linuxFolders = [
  '/usr/bin',
  '/usr/local/bin',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
  '/snap/bin',
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
  const onPath = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const folders = [...onPath, ...linuxFolders.filter((folder) => !onPath.includes(folder))];
  return commandNames.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/** A program that can be run; a folder or a leftover of that name is none. */
function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A browser of the machine: UMBAU_BROWSER first, then an installed one. */
export function findInstalledBrowser(
  platform: NodeJS.Platform = process.platform,
  environment: Environment = process.env,
  exists: (path: string) => boolean = isProgram,
): Browser | undefined {
  const named = environment['UMBAU_BROWSER'];
  const path = [...(named === undefined ? [] : [named]), ...browserCandidates(platform, environment)].find(
    exists,
  );
  return path === undefined ? undefined : { executablePath: path, canShowWindow: true };
}

/**
 * The package reuses any file named "chromium" in the temporary folder, whatever its version or owner: it gets a folder
 * with its version in the name that belongs to this person alone.
 */
function ownTemporaryFolder(version: string): string {
  const folder = join(tmpdir(), `umbau-chromium-${version}-${getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(folder);
  if (uid !== getuid?.() || (mode & 0o022) !== 0) throw new Error('the folder belongs to somebody else');
  return folder;
}

/** The browser that comes as a package, for servers and tests: Linux x64, without a window. */
export async function packagedBrowser(): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const before = process.env['TMPDIR'];
  try {
    // The package does not export its own description, so it is read from beside its entry.
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const { version } = JSON.parse(readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    process.env['TMPDIR'] = ownTemporaryFolder(version);
    const { default: chromium } = await import('@sparticuz/chromium');
    return { executablePath: await chromium.executablePath(), canShowWindow: false };
  } catch {
    return undefined;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** The browser for printing and tests; the packaged one is the last resort. */
export async function findBrowser(): Promise<Browser> {
  const found = findInstalledBrowser() ?? (await packagedBrowser());
  if (!found) throw new UserFacingError('host.noBrowser');
  return found;
}
