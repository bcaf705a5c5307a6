import { join } from 'node:path';
import type { App, IpcMain, Protocol, Session, WebContents } from 'electron/main';
import { expect, test, vi } from 'vitest';
import { appChannels } from '../../../shared/ipc/channels.ts';
import { ok } from '../../../shared/ipc/result.ts';
import { serveApp } from './appProtocol.ts';
import { hardenSession } from './hardenSession.ts';
import { hardenEveryWebContents } from './hardenWebContents.ts';
import { isAppAddress, isTrustedFrame } from './trustedFrame.ts';

// Electron's binary is not needed: what touches it is thin, typed against electron.d.ts, and driven here by doubles.
vi.mock('electron/main', () => ({ ipcMain: {} }));

test('only the application’s own page in its top frame is trusted', () => {
  const own = { url: 'app://umbau/index.html', parent: null };
  expect(isTrustedFrame(own)).toBe(true);
  expect(isTrustedFrame(null)).toBe(false);
  expect(isTrustedFrame({ ...own, parent: own })).toBe(false);
  for (const url of [
    'app://umbau/briefing.html',
    'app://umbau.evil/index.html',
    'https://umbau/index.html',
    'file:///index.html',
    '',
  ])
    expect(isTrustedFrame({ url, parent: null })).toBe(false);
  expect(isAppAddress('app://umbau@evil/index.html')).toBe(false);
});

test('copying is the only permission, for the own page alone; every foreign request is cancelled', () => {
  let request: Parameters<Session['webRequest']['onBeforeRequest']>[0] | undefined;
  const answers: unknown[] = [];
  const asked = [
    ['clipboard-sanitized-write', 'app://umbau/index.html'],
    ['clipboard-sanitized-write', 'https://example.com/'],
    ['clipboard-read', 'app://umbau/index.html'],
    ['media', 'app://umbau/index.html'],
  ];
  const preventDownload = vi.fn<() => void>();
  hardenSession({
    on: (_name: string, handler: (event: { preventDefault(): void }) => void) =>
      handler({ preventDefault: preventDownload }),
    setPermissionRequestHandler: (handler: (...args: unknown[]) => void) => {
      const give = (given: boolean) => answers.push(given);
      for (const [permission, requestingUrl] of asked) handler(null, permission, give, { requestingUrl });
    },
    setPermissionCheckHandler: (handler: (...args: unknown[]) => boolean) => {
      for (const [permission, origin] of asked) answers.push(handler(null, permission, origin));
    },
    setDevicePermissionHandler: (handler: () => boolean) => answers.push(handler()),
    webRequest: {
      onBeforeRequest: (handler: never) => {
        request = handler;
      },
    },
  } as unknown as Session);
  expect(answers).toEqual([true, false, false, false, true, false, false, false, false]);
  expect(preventDownload).toHaveBeenCalledOnce();
  const cancelled = (url: string): boolean | undefined => {
    let cancel: boolean | undefined;
    (request as unknown as (details: { url: string }, answer: (given: { cancel?: boolean }) => void) => void)(
      { url },
      (given) => {
        cancel = given.cancel;
      },
    );
    return cancel;
  };
  expect(cancelled('app://umbau/index.html')).toBe(false);
  for (const url of [
    'https://example.com/',
    'http://localhost/',
    'ws://x/',
    'app://other/',
    'file:///etc/passwd',
    'data:text/html,x',
  ])
    expect(cancelled(url)).toBe(true);
});

test('no page can navigate away, be redirected, open a window or hold a webview', () => {
  const handlers = new Map<string, (event: { url: string; preventDefault(): void }) => void>();
  let opened: unknown;
  const contents = {
    on: (name: string, handler: never) => handlers.set(name, handler),
    setWindowOpenHandler: (handler: () => unknown) => {
      opened = handler();
    },
  } as unknown as WebContents;
  hardenEveryWebContents({
    on: (_name: string, handler: (event: unknown, made: WebContents) => void) => handler({}, contents),
  } as unknown as App);
  const prevented = (name: string, url: string): boolean => {
    const preventDefault = vi.fn<() => void>();
    handlers.get(name)?.({ url, preventDefault });
    return preventDefault.mock.calls.length === 1;
  };
  expect(opened).toEqual({ action: 'deny' });
  expect(prevented('will-navigate', 'https://example.com/?next=app://umbau')).toBe(true);
  expect(prevented('will-navigate', 'app://umbau/index.html')).toBe(false);
  expect(prevented('will-redirect', 'https://example.com/')).toBe(true);
  expect(prevented('will-attach-webview', '')).toBe(true);
});

test('the protocol serves the page’s folder only', async () => {
  let handler: ((request: Request) => Response | Promise<Response>) | undefined;
  serveApp(
    {
      handle: (_scheme: string, given: never) => {
        handler = given;
      },
    } as unknown as Protocol,
    join(import.meta.dirname, '../../../renderer'),
    async (channel) => ok(`answer of ${channel}`),
  );
  const status = async (url: string, method = 'GET') => (await handler?.({ url, method } as Request))?.status;
  expect(await status('app://umbau/index.html')).toBe(200);
  const page = await handler?.({ url: 'app://umbau/index.html', method: 'GET' } as Request);
  expect(page?.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(page?.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  expect(page?.headers.get('content-security-policy')).toContain("'wasm-unsafe-eval'");
  expect(await page?.text()).toContain('"value":"answer of company.list"');
  expect(await status('app://umbau/%2e%2e/package.json')).toBe(404);
  expect(await status('app://other/index.html')).toBe(404);
  expect(await status('app://umbau/index.html', 'POST')).toBe(404);
});

test('the door hangs behind every channel and tells who asks', async () => {
  const { openDoor } = await import('./ipcDoor.ts');
  const handlers = new Map<string, (event: unknown, request: unknown) => unknown>();
  const seen: unknown[] = [];
  openDoor(
    async (channel, sender, request) => {
      seen.push([channel, sender, request]);
      return { ok: true, value: null };
    },
    { handle: (name: string, handler: never) => handlers.set(name, handler) } as unknown as IpcMain,
  );
  expect([...handlers.keys()]).toEqual([...appChannels]);
  await handlers.get('site.list')?.({ senderFrame: null }, {});
  await handlers.get('site.list')?.({ senderFrame: { url: 'app://umbau/index.html', parent: null } }, {});
  expect(seen).toEqual([
    ['site.list', { trusted: false }, {}],
    ['site.list', { trusted: true }, {}],
  ]);
});
