import type { BrowserContext, Frame, Page } from 'playwright-core';
import { appChannels } from '../../../shared/ipc/channels.ts';
import type { Door } from '../../ipc/serve.ts';
import { origin } from './launchOptions.ts';

/** Only the application's own page in its top frame may ask. */
export function isTrusted(page: Page, frame: Frame): boolean {
  if (frame !== page.mainFrame()) return false;
  const url = URL.parse(frame.url());
  return url?.origin === origin && (url.pathname === '/' || url.pathname === '/index.html');
}

/** One method a channel, as the preload gives it in Electron. */
const pageSide = `if (window.top === window && location.origin === ${JSON.stringify(origin)}) window.umbau = Object.freeze(Object.fromEntries(${JSON.stringify(appChannels)}.map((channel) =>
  [channel, (request) => window.umbauCall(channel, request)])));`;

export async function bridgeDoor(context: BrowserContext, door: Door): Promise<void> {
  // The page's side looks for the binding only when it calls, so the two need not wait for each other.
  await Promise.all([
    context.exposeBinding('umbauCall', ({ page, frame }, channel: unknown, request: unknown) =>
      door(String(channel), { trusted: isTrusted(page, frame) }, request),
    ),
    context.addInitScript(pageSide),
  ]);
}
