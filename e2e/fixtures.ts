import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { chromium, type Browser } from 'playwright-core';
import { createApplication, type Application } from '../main/application.ts';
import { createPrinter } from '../main/hosts/chromium/createPrinter.ts';
import { findBrowser } from '../main/hosts/chromium/findBrowser.ts';
import { browserArguments, origin } from '../main/hosts/chromium/launchOptions.ts';
import { preparePage } from '../main/hosts/chromium/preparePage.ts';
import type { Host } from '../main/hosts/host.ts';

/*
 * The only source of { test }: the real page, the real services and a real SQLite file per test, in a real browser.
 */

const root = join(import.meta.dirname, '..');
const page = join(root, 'out/renderer');

interface Fixtures {
  readonly folder: string;
  readonly host: Host;
  readonly application: Application;
  readonly window: Page;
  /** Everything the page complained about; a test ends red if there is anything. */
  readonly complaints: string[];
}

export function hostIn(folder: string, chosen: { open: string | null } = { open: null }): Host {
  return {
    name: 'chromium',
    platform: 'linux',
    locale: 'en-US',
    userDataFolder: join(folder, 'user'),
    resourcesFolder: join(root, 'out/app'),
    chooseFileToOpen: async () => chosen.open,
    chooseFileToSave: async (name) => join(folder, name),
    showFolder: async () => undefined,
    printBriefing: createPrinter(page),
  };
}

export const test = base.extend<Fixtures, { browserOfWorker: Browser }>({
  browserOfWorker: [
    // Playwright reads which fixtures are wanted from this pattern, even where none is.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { executablePath } = await findBrowser();
      const browser = await chromium.launch({ executablePath, args: browserArguments() });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'umbau-e2e-'));
    mkdirSync(join(folder, 'user'));
    await use(folder);
  },
  host: async ({ folder }, use) => use(hostIn(folder)),
  application: async ({ host }, use) => {
    const application = await createApplication(host);
    await use(application);
    application.close();
  },
  // oxlint-disable-next-line no-empty-pattern
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    base.expect(complaints).toEqual([]);
  },
  window: async ({ application, browserOfWorker, complaints }, use) => {
    const context = await browserOfWorker.newContext({ viewport: { width: 1440, height: 900 } });
    await preparePage(context, page, application.door);
    const opened = await context.newPage();
    opened.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    opened.on('pageerror', (error) => complaints.push(error.message));
    await opened.goto(`${origin}/index.html`);
    await use(opened);
    await context.close();
  },
});

export const expect = base.expect;

/** Opens the sample through the first screen, as a new analyst does. */
export async function openSample(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Open the sample portfolio' }).click();
  await window.getByRole('grid', { name: 'Portfolio' }).waitFor();
}

/** What an analyst has chosen in the settings; it counts from the next time the page is loaded. */
export async function setLook(
  application: Application,
  { language, theme = 'light' }: { readonly language: 'de' | 'en'; readonly theme?: 'light' | 'dark' },
): Promise<void> {
  const settings = { language, theme, density: 'normal', author: '' };
  await application.door('settings.write', { trusted: true }, settings);
}

/** Rockdale of the sample with German screens. */
export async function openRockdaleInGerman(window: Page, application: Application): Promise<void> {
  await setLook(application, { language: 'de' });
  await application.door('portfolio.openSample', { trusted: true }, {});
  await window.reload();
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
  await window.getByRole('button', { name: 'Rockdale', exact: true }).click();
}

export async function openSite(window: Page, name: string, company = 'Riot Platforms'): Promise<void> {
  await window.getByRole('navigation').getByRole('button', { name: 'Sites' }).click();
  await window.getByRole('searchbox').fill(name);
  await window
    .getByRole('row')
    .filter({ hasText: company })
    .getByRole('button', { name, exact: true })
    .click();
  await window.getByRole('region', { name: 'Verdict by R5.16' }).waitFor();
}
