import type { Protocol } from 'electron/main';
import { pageResponse } from '../pageResponse.ts';
import { isAppAddress } from './trustedFrame.ts';

/** Before the application is ready: app: is a secure origin with the rights of one. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** app://umbau serves the page's folder and nothing else. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, pageFolder: string): void {
  protocol.handle('app', (request) => {
    if (!isAppAddress(request.url) || request.method !== 'GET') return new Response(null, { status: 404 });
    const { status, headers, body } = pageResponse(pageFolder, new URL(request.url).pathname);
    return new Response(new Uint8Array(body), { status, headers });
  });
}
