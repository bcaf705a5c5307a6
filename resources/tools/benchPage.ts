import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { createApplication, type Application } from '../../main/application.ts';
import { createChromiumHost } from '../../main/hosts/chromium/chromiumHost.ts';
import { findBrowser } from '../../main/hosts/chromium/findBrowser.ts';
import { browserArguments, origin } from '../../main/hosts/chromium/launchOptions.ts';
import { preparePage } from '../../main/hosts/chromium/preparePage.ts';

/* What an analyst waits for at an open page, measured inside it: from the key or click to the painted answer. */

const root = join(import.meta.dirname, '../..');

export interface PageTimes {
  /** From undo or redo of a rent to the repainted table. */
  readonly editsMs: readonly number[];
  /** From the click on a site to its painted verdict. */
  readonly switchesMs: readonly number[];
  /** Tasks of the page over 50 ms while all this was done. */
  readonly longTasks: number;
}

/** Runs in the page: begins to wait until a text has changed and a frame was painted after it. */
function watch({ selector, act }: { selector: string; act: 'keydown' | 'pointerdown' }): void {
  const watched = globalThis as unknown as { changed: Promise<number> };
  watched.changed = new Promise((resolve) => {
    const before = document.querySelector(selector)?.textContent ?? '';
    let from = 0;
    const observer = new MutationObserver(() => {
      const now = document.querySelector(selector)?.textContent ?? '';
      if (from === 0 || now === before || now === '') return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from), 0));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    const start = () => {
      from = performance.now();
    };
    document.addEventListener(act, start, { once: true, capture: true });
  });
}

/** The time from an act in the page until what it changes is painted. */
async function msOf(
  page: Page,
  selector: string,
  act: 'keydown' | 'pointerdown',
  acted: () => Promise<void>,
): Promise<number> {
  await page.evaluate(watch, { selector, act });
  await acted();
  return page.evaluate(() => (globalThis as unknown as { changed: Promise<number> }).changed);
}

async function editTimes(page: Page, application: Application, count: number): Promise<number[]> {
  await application.door(
    'input.set',
    { trusted: true },
    { siteId: 'riot-corsicana', key: 'rentYear1UsdPerKwMonth', value: 120, note: null },
  );
  // The page did not see that edit: taken back once, page and file agree.
  await page.keyboard.press('Control+z');
  await page.locator('.toast').waitFor();
  const taken: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const key = round % 2 === 0 ? 'Control+y' : 'Control+z';
    const cell = '[aria-label="Strategies"] tbody tr:nth-child(4) td';
    taken.push(await msOf(page, cell, 'keydown', () => page.keyboard.press(key)));
  }
  return taken;
}

async function switchTimes(page: Page, names: readonly string[]): Promise<number[]> {
  const taken: number[] = [];
  for (const name of names) {
    await page.getByRole('navigation').getByRole('button', { name: 'Sites' }).click();
    const link = page.getByRole('button', { name, exact: true }).first();
    await link.waitFor();
    taken.push(await msOf(page, '.verdict .w', 'pointerdown', () => link.click()));
  }
  return taken;
}

/** Opens the sample in a page of its own and does what an analyst does. */
export async function pageTimes(count: number): Promise<PageTimes> {
  const { executablePath } = await findBrowser();
  process.env['UMBAU_RESOURCES'] = join(root, 'out/app');
  const userDataFolder = join(tmpdir(), `umbau-bench-page-${process.pid}`);
  const application = await createApplication({ ...createChromiumHost(), userDataFolder });
  await application.door('portfolio.openSample', { trusted: true }, {});
  const browser = await chromium.launch({ executablePath, args: browserArguments() });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    const counted = globalThis as unknown as { longTasks: number };
    counted.longTasks = 0;
    new PerformanceObserver((list) => {
      counted.longTasks += list.getEntries().length;
      // Node's types know no long tasks; the page's do.
    }).observe({ type: 'longtask' as 'measure' });
  });
  await preparePage(page.context(), join(root, 'out/renderer'), application.door);
  await page.goto(`${origin}/index.html`);
  const switchesMs = await switchTimes(page, [
    'Childress',
    'Corsicana',
    'Childress',
    'Corsicana',
    'Childress',
    'Corsicana',
  ]);
  const editsMs = await editTimes(page, application, count);
  const longTasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number }).longTasks);
  await browser.close();
  application.close();
  return { editsMs, switchesMs, longTasks };
}
