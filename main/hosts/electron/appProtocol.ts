import type { Protocol } from 'electron/main';
import { askFirst } from '../../ipc/askFirst.ts';
import type { Door } from '../../ipc/serve.ts';
import { isFirstPage, pageResponse } from '../pageResponse.ts';
import { isAppAddress } from './trustedFrame.ts';

/** Before the application is ready: app: is a secure origin with the rights of one. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * app://umbau serves the page's folder and nothing else.
 * @param door of the application, whose first answers go with its page
 */
export function serveApp(protocol: Pick<Protocol, 'handle'>, pageFolder: string, door: Door): void {
  protocol.handle('app', async (request) => {
    if (!isAppAddress(request.url) || request.method !== 'GET') return new Response(null, { status: 404 });
    const path = new URL(request.url).pathname;
    const answers = isFirstPage(path) ? await askFirst(door) : undefined;
    const { status, headers, body } = pageResponse(pageFolder, path, answers);
    return new Response(new Uint8Array(body), { status, headers });
  });
}
