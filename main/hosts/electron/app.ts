import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, Menu, protocol, screen, session, type BrowserWindow } from 'electron/main';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import { errorSentence } from '../../../shared/text/errorSentence.ts';
import { createApplication, type Application } from '../../application.ts';
import { sampleCopy } from '../../portfolio/openPortfolio.ts';
import { pageFolder } from '../../resourcesFolder.ts';
import { portfolioArgument } from '../portfolioArgument.ts';
import { registerAppScheme, serveApp } from './appProtocol.ts';
import { createElectronHost } from './electronHost.ts';
import { hardenSession } from './hardenSession.ts';
import { hardenEveryWebContents } from './hardenWebContents.ts';
import { openDoor } from './ipcDoor.ts';
import { menuTemplate } from './menu.ts';
import { openAppWindow } from './windows.ts';
import { isOnScreen, readWindowPlace, storeWindowPlace } from './windowState.ts';

function comeForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

function tell(error: unknown): void {
  const { code, values } = error instanceof UserFacingError ? error : new UserFacingError('ipc.unexpected');
  const language = app.getLocale().startsWith('de') ? 'de' : 'en';
  dialog.showErrorBox('Umbau', errorSentence(language, code, values));
}

/** A file opened from outside replaces what is open; the page starts anew on it. */
async function openOnPage(application: Application, window: BrowserWindow, file: string): Promise<void> {
  try {
    await application.openFile(file);
    window.reload();
  } catch (error) {
    tell(error);
  }
}

async function openWindow(requestedFile: string | undefined): Promise<void> {
  const preloadFolder = join(import.meta.dirname, '..', 'preload');
  hardenSession(session.defaultSession);
  const host = createElectronHost(preloadFolder);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(host.locale, host.platform)));
  const sample = sampleCopy(host.resourcesFolder, host.userDataFolder);
  const application = await createApplication(host);
  await application.openFile(sample);
  serveApp(protocol, pageFolder(), application.door);
  openDoor(application.door);
  const placeFile = join(host.userDataFolder, 'window.json');
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const window = openAppWindow(
    preloadFolder,
    readWindowPlace(placeFile, (place) => isOnScreen(place, displays)),
  );
  window.on('close', () => storeWindowPlace(placeFile, window.getNormalBounds()));
  const openLater = (file: string): void => void openOnPage(application, window, file);
  app.removeAllListeners('open-file');
  app.on('open-file', (event, file) => {
    event.preventDefault();
    openLater(file);
  });
  app.on('second-instance', (_event, args, folder) => {
    comeForward(window);
    const file = portfolioArgument(args.slice(1), folder);
    if (file !== undefined) openLater(file);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => application.close());
  if (requestedFile !== undefined) openLater(requestedFile);
}

/**
 * Starts Electron's host; a second start focuses the first and ends. It returns at once: a main module that waits for
 * `whenReady` while it is being evaluated waits forever (electron/electron#40719).
 */
export function startElectron(): void {
  // The same folder in the checkout, in the installed product and in the other host.
  const userData = process.env['UMBAU_USER_DATA'] ?? join(app.getPath('appData'), 'Umbau');
  mkdirSync(userData, { recursive: true });
  app.setPath('userData', userData);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  registerAppScheme(protocol);
  hardenEveryWebContents(app);
  let requestedFile = portfolioArgument(process.argv.slice(1));
  // macOS hands a file over before the application is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    requestedFile = file;
  });
  app
    .whenReady()
    .then(() => openWindow(requestedFile))
    .catch((error: unknown) => {
      tell(error);
      app.exit(1);
    });
}
