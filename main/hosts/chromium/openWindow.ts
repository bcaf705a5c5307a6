import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import type { Application } from '../../application.ts';
import { pageFolder } from '../../resourcesFolder.ts';
import type { Host } from '../host.ts';
import type { Browser } from './findBrowser.ts';
import { browserArguments, chromiumSandbox, origin } from './launchOptions.ts';
import { preparePage } from './preparePage.ts';

export interface WindowOptions {
  readonly browser: Browser;
  readonly headless: boolean;
}

/** Opens the application's page in a window of its own browser profile, over a pipe: no port is opened. */
export async function openWindow(
  host: Host,
  application: Application,
  options: WindowOptions,
): Promise<BrowserContext> {
  const profile = join(host.userDataFolder, 'window');
  mkdirSync(profile, { recursive: true });
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.browser.executablePath,
    headless: options.headless,
    viewport: options.headless ? { width: 1440, height: 900 } : null,
    // With this address as the only one, the browser shows a window without tabs and address line, and says nothing of
    // automation.
    ignoreDefaultArgs: ['about:blank', '--enable-automation'],
    args: [
      ...browserArguments(),
      '--window-size=1440,900',
      '--app=data:text/html,<title>Umbau</title>',
      // The bar about the missing sandbox would cover the page; the start says it in the terminal.
      ...(chromiumSandbox ? [] : ['--test-type']),
    ],
    chromiumSandbox,
    locale: host.locale,
    permissions: ['clipboard-write'],
    // The start ends in its own order: the window, then the portfolio.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    acceptDownloads: false,
    serviceWorkers: 'block',
  });
  await preparePage(context, pageFolder(), application.door);
  const page = context.pages()[0] ?? (await context.newPage());
  // One window, one page: nothing else is ever opened in this profile.
  context.on('page', (other) => void other.close().catch(() => undefined));
  await page.goto(`${origin}/index.html`);
  return context;
}
