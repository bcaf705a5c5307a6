import type { BrowserContext, Page } from 'playwright-core';
import type { Application } from '../../application.ts';

/** Bringing a page to the front does not raise a minimised window. */
async function raise(context: BrowserContext, page: Page): Promise<void> {
  const browser = await context.newCDPSession(page);
  const { windowId } = await browser.send('Browser.getWindowForTarget');
  await browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
  await browser.detach();
  await page.bringToFront();
}

/** A second start brings the window forward; a file it was to open replaces what is open, and the page starts anew. */
export async function bringForward(
  context: BrowserContext,
  application: Application,
  file: string | undefined,
): Promise<void> {
  const page = context.pages()[0];
  if (!page) return;
  // A window that has just been closed cannot come forward, and need not.
  await raise(context, page).catch(() => undefined);
  if (file === undefined) return;
  await application.openFile(file);
  await page.reload();
}

/** Ends with the window, with its browser, or when the terminal asks. */
export async function windowClosed(context: BrowserContext): Promise<void> {
  // The browser may have ended by itself with its last window.
  const closeWindow = (): void => void context.close().catch(() => undefined);
  for (const page of context.pages()) page.once('close', closeWindow);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, closeWindow);
  await new Promise<void>((done) => context.once('close', () => done()));
}
