import { join } from 'node:path';
import { createApplication, type Application } from '../../application.ts';
import type { Host } from '../../hosts/host.ts';

/** The whole application on a folder of its own; what its dialogs answer can be set. */
export async function applicationForTest(folder: string): Promise<{ application: Application; host: Host }> {
  const host: Host = {
    name: 'chromium',
    platform: 'linux',
    locale: 'en-US',
    userDataFolder: join(folder, 'user'),
    resourcesFolder: join(import.meta.dirname, '../../../out/app'),
    chooseFileToOpen: async () => null,
    chooseFileToSave: async (name) => join(folder, name),
    showFolder: async () => undefined,
    printBriefing: async () => new Uint8Array(),
  };
  return { application: await createApplication(host), host };
}

/** The value of a call that must succeed. */
export async function answerOf<T>(application: Application, channel: string, request: unknown): Promise<T> {
  const answer = await application.door(channel, { trusted: true }, request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value as T;
}
