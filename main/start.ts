import { resolve } from 'node:path';
import { UserFacingError } from '../shared/ipc/result.ts';
import { errorSentence } from '../shared/text/errorSentence.ts';
import { createApplication } from './application.ts';
import { createChromiumHost } from './hosts/chromium/chromiumHost.ts';
import { findInstalledBrowser } from './hosts/chromium/findBrowser.ts';
import { chromiumSandbox } from './hosts/chromium/launchOptions.ts';
import { openWindow } from './hosts/chromium/openWindow.ts';
import { becomeOnlyStart } from './hosts/chromium/singleStart.ts';
import { bringForward, windowClosed } from './hosts/chromium/windowLife.ts';
import { portfolioArgument } from './hosts/portfolioArgument.ts';
import { sampleCopy } from './portfolio/openPortfolio.ts';
import { writeSampleBriefing } from './sampleBriefing.ts';

/*
 * What `npm start` does where Electron's binary is absent: the window in an installed browser, or without a display
 * the main job headless.
 */

const sentences = {
  de: {
    window:
      'Die Electron-Programmdatei ist auf diesem Rechner nicht vorhanden, darum öffnet sich Umbau in einem Fenster des installierten Browsers.',
    noSandbox: 'Für root läuft der Browser ohne seine Sandbox; als gewöhnlicher Nutzer läuft er mit ihr.',
    second: 'Umbau läuft schon; das offene Fenster ist nach vorn geholt.',
    headless: 'Kein Bildschirm gefunden: Das Briefing des Beispielstandorts wird ohne Fenster geschrieben.',
  },
  en: {
    window: 'Electron’s binary is not on this machine, so Umbau opens in a window of the installed browser.',
    noSandbox: 'For root the browser runs without its sandbox; for an ordinary user it runs with it.',
    second: 'Umbau is already running; its window has been brought forward.',
    headless: 'No display found: the sample site’s briefing is written without a window.',
  },
} as const;

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

const host = createChromiumHost();
const language = host.locale.toLowerCase().startsWith('de') ? 'de' : 'en';
const words = sentences[language];

function tell(error: unknown): void {
  const { code, values } = error instanceof UserFacingError ? error : new UserFacingError('ipc.unexpected');
  process.stderr.write(`${errorSentence(language, code, values)}\n`);
  if (process.env['UMBAU_DEBUG']) console.error(error);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function runInWindow(): Promise<void> {
  let comeForward: (file: string | undefined) => void = () => undefined;
  const requested = portfolioArgument(process.argv.slice(2));
  const place = await becomeOnlyStart(host.userDataFolder, (file) => comeForward(file), requested);
  if (!place) {
    say(words.second);
    return;
  }
  try {
    const browser = findInstalledBrowser();
    if (!browser) throw new UserFacingError('host.noBrowser');
    say(words.window);
    if (!chromiumSandbox) say(words.noSandbox);
    // The first start makes the analyst's copy of the sample; the application then opens it like any file.
    const sample = sampleCopy(host.resourcesFolder, host.userDataFolder);
    const application = await createApplication(host);
    await application.openFile(requested ?? sample);
    const context = await openWindow(host, application, { browser, headless: false }).catch(() => {
      throw new UserFacingError('host.noDisplay');
    });
    comeForward = (file) => void bringForward(context, application, file).catch(tell);
    await windowClosed(context);
    application.close();
  } finally {
    place.release();
  }
}

try {
  if (hasDisplay() && findInstalledBrowser()) {
    await runInWindow();
  } else {
    say(words.headless);
    for (const line of await writeSampleBriefing(host, resolve('umbau-briefing-riot-rockdale.pdf')))
      say(line);
  }
} catch (error) {
  tell(error);
  process.exitCode = 1;
}
