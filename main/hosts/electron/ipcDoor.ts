import { ipcMain, type IpcMain } from 'electron/main';
import { appChannels } from '../../../shared/ipc/channels.ts';
import type { Door } from '../../ipc/serve.ts';
import { isTrustedFrame } from './trustedFrame.ts';

/** Hangs the door behind Electron's channels; the only place that knows ipcMain. */
export function openDoor(door: Door, main: Pick<IpcMain, 'handle'> = ipcMain): void {
  for (const channel of appChannels)
    main.handle(channel, (event, request: unknown) =>
      door(channel, { trusted: isTrustedFrame(event.senderFrame) }, request),
    );
}

/** The briefing page may ask for its content and say that it stands; each only from its own window. */
export function serveBriefing(senderId: number, content: unknown, onReady: () => void): () => void {
  const ofWindow = (event: { readonly sender: { readonly id: number } }): boolean =>
    event.sender.id === senderId;
  ipcMain.handle('briefing.content', (event) => (ofWindow(event) ? content : null));
  ipcMain.handle('briefing.ready', (event) => {
    if (ofWindow(event)) onReady();
  });
  return () => {
    ipcMain.removeHandler('briefing.content');
    ipcMain.removeHandler('briefing.ready');
  };
}
