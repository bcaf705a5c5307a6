import type { BrowserContext } from 'playwright-core';
import { pageResponse } from '../pageResponse.ts';
import { origin } from './launchOptions.ts';

/** Serves the page's files under one origin and aborts everything else. */
export async function routeEverything(context: BrowserContext, pageFolder: string): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const isOwn = url.origin === origin && route.request().method() === 'GET';
    // A page that is being closed no longer takes its answer.
    await (
      isOwn ? route.fulfill(pageResponse(pageFolder, url.pathname)) : route.abort('blockedbyclient')
    ).catch(() => undefined);
  });
}
