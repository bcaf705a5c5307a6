import { join } from 'node:path';
import { app, protocol, session, type BrowserWindow } from 'electron/main';
import { createApplication } from '../../application.ts';
import { openSampleCopy } from '../../portfolio/openPortfolio.ts';
import { pageFolder } from '../../resourcesFolder.ts';
import { registerAppScheme, serveApp } from './appProtocol.ts';
import { createElectronHost } from './electronHost.ts';
import { hardenSession } from './hardenSession.ts';
import { hardenEveryWebContents } from './hardenWebContents.ts';
import { openDoor } from './ipcDoor.ts';
import { openAppWindow } from './windows.ts';
import { readWindowPlace, storeWindowPlace } from './windowState.ts';

function comeForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

async function openWindow(): Promise<void> {
  const preloadFolder = join(import.meta.dirname, '..', 'preload');
  hardenSession(session.defaultSession);
  serveApp(protocol, pageFolder());
  const host = createElectronHost(preloadFolder);
  const sample = openSampleCopy(host.resourcesFolder, host.userDataFolder);
  sample.db.close();
  const application = await createApplication(host);
  await application.openFile(sample.path);
  openDoor(application.door);
  const placeFile = join(host.userDataFolder, 'window.json');
  const window = openAppWindow(preloadFolder, readWindowPlace(placeFile));
  window.on('close', () => storeWindowPlace(placeFile, window.getNormalBounds()));
  app.on('second-instance', () => comeForward(window));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => application.close());
}

/** Starts Electron's host; a second start focuses the first and ends. */
export async function startElectron(): Promise<void> {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  registerAppScheme(protocol);
  hardenEveryWebContents(app);
  await app.whenReady();
  await openWindow();
}
