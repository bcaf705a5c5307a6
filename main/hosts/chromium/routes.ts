import type { BrowserContext, Request } from 'playwright-core';
import type { FirstAnswers } from '../../../shared/ipc/firstAnswers.ts';
import { askFirst } from '../../ipc/askFirst.ts';
import type { Door } from '../../ipc/serve.ts';
import { isFirstPage, pageResponse } from '../pageResponse.ts';
import { origin } from './launchOptions.ts';

/** The first answers go with the page that is opened in its own top frame, and with nothing else that is fetched. */
async function answersFor(
  request: Request,
  path: string,
  door: Door | undefined,
): Promise<FirstAnswers | undefined> {
  const isOpened =
    door !== undefined &&
    isFirstPage(path) &&
    request.isNavigationRequest() &&
    request.frame().parentFrame() === null;
  return isOpened ? askFirst(door) : undefined;
}

/**
 * Serves the page's files under one origin and aborts everything else.
 * @param door of the application whose page it is; without it no answers go with the page
 */
export async function routeEverything(
  context: BrowserContext,
  pageFolder: string,
  door?: Door,
): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const isOwn = url.origin === origin && route.request().method() === 'GET';
    // A page that is being closed no longer takes its answer.
    await (
      isOwn
        ? route.fulfill(
            pageResponse(pageFolder, url.pathname, await answersFor(route.request(), url.pathname, door)),
          )
        : route.abort('blockedbyclient')
    ).catch(() => undefined);
  });
}
