import { contextBridge, ipcRenderer } from 'electron/renderer';
import { appChannels } from '../../shared/ipc/channels.ts';

// Names only, no judgement: every check is made behind the door in main.
const methods = appChannels.map((channel) => [
  channel,
  (request: unknown) => ipcRenderer.invoke(channel, request),
]);
contextBridge.exposeInMainWorld('umbau', Object.fromEntries(methods));
