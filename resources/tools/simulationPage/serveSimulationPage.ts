import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { origin } from '../../../main/hosts/chromium/launchOptions.ts';
import { pageResponse } from '../../../main/hosts/pageResponse.ts';
import type { SimulationAsk, SimulationPage, SimulationTold } from './simulationPage.ts';

const place = '/simulation';

/** Bundled as the product is, workers and kernel included. */
async function builtPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'umbau-simulation-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    base: `${place}/`,
    publicDir: false,
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: join(import.meta.dirname, 'simulationPage.ts'),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  return folder;
}

interface WindowWithPage {
  readonly simulationPage: SimulationPage;
}

/** Brings the script into the product's page, under its policy and with the headers of its files. */
export async function serveSimulationPage(page: Page): Promise<{
  readonly warm: () => Promise<void>;
  readonly simulate: (ask: SimulationAsk) => Promise<SimulationTold>;
}> {
  const folder = await builtPage();
  await page.context().route(`${origin}${place}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    return route.fulfill(pageResponse(folder, pathname.slice(place.length)));
  });
  await page.addScriptTag({ url: `${place}/page.js`, type: 'module' });
  return {
    warm: () => page.evaluate(() => (globalThis as unknown as WindowWithPage).simulationPage.warm()),
    simulate: (ask) =>
      page.evaluate((asked) => (globalThis as unknown as WindowWithPage).simulationPage.simulate(asked), ask),
  };
}
