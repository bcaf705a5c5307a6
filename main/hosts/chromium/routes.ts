import type { BrowserContext, Request } from 'playwright-core';
import type { FirstAnswers } from '../../../shared/ipc/firstAnswers.ts';
import { askFirst } from '../../ipc/askFirst.ts';
import type { Door } from '../../ipc/serve.ts';
import { isFirstPage, pageResponse } from '../pageResponse.ts';
import { origin } from './launchOptions.ts';

/** Whether the application's page is being opened in its own top frame; what is only fetched is not. */
function isOpening(request: Request, path: string): boolean {
  return isFirstPage(path) && request.isNavigationRequest() && request.frame().parentFrame() === null;
}

/**
 * The first answers for each opening of the page. Those of the first are worked out while the browser is still busy with
 * its orders; nobody can change the portfolio before there is a page.
 */
function firstAnswersOf(door: Door): () => Promise<FirstAnswers> {
  let early: Promise<FirstAnswers> | undefined = new Promise<void>((done) => setImmediate(done)).then(() =>
    askFirst(door),
  );
  return () => {
    const answers = early ?? askFirst(door);
    early = undefined;
    return answers;
  };
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
  const answers = door && firstAnswersOf(door);
  await context.route('**/*', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    const isOwn = url.origin === origin && request.method() === 'GET';
    const first = isOwn && isOpening(request, url.pathname) ? await answers?.() : undefined;
    // A page that is being closed no longer takes its answer.
    await (
      isOwn ? route.fulfill(pageResponse(pageFolder, url.pathname, first)) : route.abort('blockedbyclient')
    ).catch(() => undefined);
  });
}
