import { join } from 'node:path';
import { BrowserWindow, type WebPreferences } from 'electron/main';
import { appOrigin } from './trustedFrame.ts';
import type { WindowPlace } from './windowState.ts';

function safePreferences(preloadFolder: string, preload: string): WebPreferences {
  return {
    preload: join(preloadFolder, preload),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  };
}

/** The application's window: shown once it has something to show. */
export function openAppWindow(preloadFolder: string, place: WindowPlace): BrowserWindow {
  const window = new BrowserWindow({
    ...place,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Umbau',
    webPreferences: safePreferences(preloadFolder, 'appPreload.cjs'),
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}

/** A hidden window for printing, with the rights of the briefing page only. */
export function createBriefingWindow(preloadFolder: string): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: safePreferences(preloadFolder, 'briefingPreload.cjs'),
  });
}
