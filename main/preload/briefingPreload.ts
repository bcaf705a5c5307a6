import { contextBridge, ipcRenderer } from 'electron/renderer';

const channels = ['briefing.content', 'briefing.ready'];
contextBridge.exposeInMainWorld(
  'umbauBriefing',
  Object.fromEntries(channels.map((channel) => [channel, () => ipcRenderer.invoke(channel)])),
);
