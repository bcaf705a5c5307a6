import { chromium, type Browser as RunningBrowser } from 'playwright-core';
import type { BriefingContent } from '../../../shared/briefing/briefingContent.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { pageFolder as builtPage } from '../../resourcesFolder.ts';
import { findBrowser } from './findBrowser.ts';
import { browserArguments, chromiumSandbox, origin } from './launchOptions.ts';
import { routeEverything } from './routes.ts';

const longestPrintMs = 60_000;

/** What the briefing page finds in place of the preload: its content, and where to say that it stands. */
const bindings = `window.umbauBriefing = {
  'briefing.content': () => window.umbauBriefingContent(),
  'briefing.ready': () => window.umbauBriefingReady(),
};`;

async function print(browser: RunningBrowser, content: BriefingContent, folder: string): Promise<Uint8Array> {
  const context = await browser.newContext();
  await routeEverything(context, folder);
  const page = await context.newPage();
  const ready = new Promise<void>((resolve, reject) => {
    void page.exposeBinding('umbauBriefingReady', () => resolve());
    page.once('pageerror', reject);
    page.once('crash', () => reject(new Error('crash')));
    setTimeout(() => reject(new Error('timeout')), longestPrintMs).unref();
  });
  await page.exposeBinding('umbauBriefingContent', () => content);
  await page.addInitScript(bindings);
  await Promise.all([ready, page.goto(`${origin}/briefing.html`)]);
  return page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
}

/** A printer in a hidden browser of its own: tagged, with outline. */
export function createPrinter(
  folder: string = builtPage(),
): (content: BriefingContent) => Promise<Uint8Array> {
  return async (content) => {
    const { executablePath } = await findBrowser();
    let browser: RunningBrowser | undefined;
    try {
      browser = await chromium.launch({
        executablePath,
        headless: true,
        chromiumSandbox,
        args: browserArguments(),
      });
      return await print(browser, content, folder);
    } catch (error) {
      if (process.env['UMBAU_DEBUG']) process.stderr.write(`${String(error)}\n`);
      throw new UserFacingError('briefing.printFailed');
    } finally {
      await browser?.close();
    }
  };
}
