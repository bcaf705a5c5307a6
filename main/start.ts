import { resolve } from 'node:path';
import { UserFacingError } from '../shared/ipc/result.ts';
import { errorSentence } from '../shared/text/errorSentence.ts';
import { createApplication } from './application.ts';
import { createChromiumHost } from './hosts/chromium/chromiumHost.ts';
import { findInstalledBrowser } from './hosts/chromium/findBrowser.ts';
import { openWindow } from './hosts/chromium/openWindow.ts';
import { becomeOnlyStart } from './hosts/chromium/singleStart.ts';
import type { Host } from './hosts/host.ts';
import { openSampleCopy } from './portfolio/openPortfolio.ts';
import { writeSampleBriefing } from './sampleBriefing.ts';

/*
 * What `npm start` does where Electron's binary is absent: the window in an installed browser, or without a display
 * the main job headless.
 */

const sentences = {
  de: {
    window:
      'Die Electron-Programmdatei ist auf diesem Rechner nicht vorhanden, darum öffnet sich Umbau in einem Fenster des installierten Browsers.',
    second: 'Umbau läuft schon; das offene Fenster ist nach vorn geholt.',
    headless: 'Kein Bildschirm gefunden: Das Briefing des Beispielstandorts wird ohne Fenster geschrieben.',
  },
  en: {
    window: 'Electron’s binary is not on this machine, so Umbau opens in a window of the installed browser.',
    second: 'Umbau is already running; its window has been brought forward.',
    headless: 'No display found: the sample site’s briefing is written without a window.',
  },
} as const;

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function runInWindow(host: Host, words: (typeof sentences)[keyof typeof sentences]): Promise<void> {
  let comeForward: () => void = () => undefined;
  const place = await becomeOnlyStart(host.userDataFolder, () => comeForward());
  if (!place) return say(words.second);
  const browser = findInstalledBrowser();
  if (!browser) throw new UserFacingError('host.noBrowser');
  say(words.window);
  // The first start makes the analyst's copy of the sample; the application then opens it like any file.
  const sample = openSampleCopy(host.resourcesFolder, host.userDataFolder);
  sample.db.close();
  const application = await createApplication(host);
  await application.openFile(sample.path);
  const context = await openWindow(host, application, { browser, headless: false });
  // A window that has just been closed cannot come forward or be closed again, and need not.
  const quietly = (action: Promise<void> | undefined) => void action?.catch(() => undefined);
  comeForward = () => quietly(context.pages()[0]?.bringToFront());
  await new Promise<void>((done) => {
    context.once('close', () => done());
    for (const page of context.pages()) page.once('close', () => quietly(context.close()));
  });
  application.close();
  place.release();
  return undefined;
}

const host = createChromiumHost();
const language = host.locale.toLowerCase().startsWith('de') ? 'de' : 'en';
const words = sentences[language];
try {
  if (hasDisplay() && findInstalledBrowser()) {
    await runInWindow(host, words);
  } else {
    say(words.headless);
    for (const line of await writeSampleBriefing(host, resolve('umbau-briefing-riot-rockdale.pdf')))
      say(line);
  }
} catch (error) {
  const known = error instanceof UserFacingError ? error : new UserFacingError('ipc.unexpected');
  process.stderr.write(`${errorSentence(language, known.code, known.values)}\n`);
  if (process.env['UMBAU_DEBUG']) console.error(error);
  process.exitCode = 1;
}
