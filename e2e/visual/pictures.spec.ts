import type { Page } from '@playwright/test';
import { chromium, type Browser } from 'playwright-core';
import type { Application } from '../../main/application.ts';
import { packagedBrowser } from '../../main/hosts/chromium/findBrowser.ts';
import { browserArguments } from '../../main/hosts/chromium/launchOptions.ts';
import { expect, setLook, test as base } from '../fixtures.ts';

/*
 * How the screens look, compared with pictures that a person has looked at. Pictures of two browsers differ, so only the
 * packaged one is compared; after a wanted change: npm run test:e2e -- visual --update-snapshots, and look at each.
 */

const test = base.extend<object, { browserOfWorker: Browser }>({
  browserOfWorker: [
    // Playwright reads which fixtures are wanted from this pattern, even where none is.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const packaged = await packagedBrowser();
      test.skip(packaged === undefined, 'The packaged browser runs on Linux x64 only.');
      const executablePath = packaged?.executablePath ?? '';
      const browser = await chromium.launch({ executablePath, args: browserArguments() });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
});

interface Look {
  readonly language: 'de' | 'en';
  readonly theme: 'light' | 'dark';
  readonly width: number;
}

/** Opens the sample in a look, on a day that does not move: marks of old figures depend on it. */
async function open(window: Page, application: Application, { language, theme, width }: Look): Promise<void> {
  await window.setViewportSize({ width, height: 800 });
  await window.clock.setFixedTime(new Date('2026-11-25T12:00:00Z'));
  await setLook(application, { language, theme });
  await application.door('portfolio.openSample', { trusted: true }, {});
  await window.reload();
  await window.getByRole('grid', { name: 'Portfolio' }).waitFor();
}

async function compare(window: Page, name: string): Promise<void> {
  await window.mouse.move(0, 0);
  await expect(window).toHaveScreenshot(`${name}.png`, {
    animations: 'disabled',
    // When it was saved is the machine's time.
    mask: [window.locator('.status')],
    // What a letter's edge may differ by between machines; a moved label is far more.
    maxDiffPixelRatio: 0.01,
  });
}

const germanLight: Look = { language: 'de', theme: 'light', width: 1280 };
const englishDark: Look = { language: 'en', theme: 'dark', width: 1024 };
const englishWide: Look = { language: 'en', theme: 'light', width: 1600 };

async function openRockdale(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
  await window.getByRole('button', { name: 'Rockdale', exact: true }).click();
  await window.locator('.verdict').waitFor();
}

for (const look of [germanLight, englishDark, englishWide])
  test(`portfolio and site, ${look.language} ${look.theme} ${look.width}`, async ({
    window,
    application,
  }) => {
    await open(window, application, look);
    await compare(window, `portfolio-${look.language}-${look.width}`);
    await openRockdale(window);
    // Flip values follow the figures; the drawn chart waits for nothing else.
    await expect(window.locator('.verdict .r').first()).not.toContainText('…');
    await compare(window, `site-${look.language}-${look.width}`);
  });

test('company and its identity', async ({ window, application }) => {
  await open(window, application, germanLight);
  await window.getByRole('button', { name: 'Riot Platforms', exact: true }).click();
  await window.getByRole('tab', { name: 'Strategien' }).click();
  await window.getByRole('grid').first().waitFor();
  await compare(window, 'company-strategies');
  await window.getByRole('tab', { name: 'Identität' }).click();
  await compare(window, 'company-identity');
});

test('plan editor and comparison', async ({ window, application }) => {
  await open(window, application, germanLight);
  await openRockdale(window);
  await window.getByRole('tab', { name: /^Pläne/ }).click();
  await window.getByLabel('Ausgehen von').selectOption({ label: 'Hybrid' });
  await window.getByRole('button', { name: 'Plan anlegen' }).click();
  await window.getByRole('heading', { name: 'Hybrid 1' }).waitFor();
  await window.getByRole('button', { name: 'Schließen' }).click();
  await window.getByText(/Umbaulücke: /).waitFor();
  await compare(window, 'plan-editor');
  await window.getByRole('tab', { name: 'Vergleich' }).click();
  await window.getByText(/wert als Weiter Mining/).waitFor();
  await compare(window, 'comparison');
});

test('cash flow and inputs', async ({ window, application }) => {
  await open(window, application, englishDark);
  await openRockdale(window);
  await window.getByRole('tab', { name: 'Cash flow' }).click();
  await window.getByRole('grid', { name: 'Cash flow' }).waitFor();
  await compare(window, 'cash-flow');
  await window.getByRole('tab', { name: /^Inputs/ }).click();
  await compare(window, 'inputs');
});

test('back-cast', async ({ window, application }) => {
  await open(window, application, germanLight);
  await window.getByRole('navigation').getByRole('button', { name: 'Rückrechnung' }).click();
  await window.locator('.main table').first().waitFor();
  await compare(window, 'back-cast');
});
