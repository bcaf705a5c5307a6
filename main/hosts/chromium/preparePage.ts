import type { BrowserContext } from 'playwright-core';
import type { Door } from '../../ipc/serve.ts';
import { bridgeDoor } from './bridge.ts';
import { routeEverything } from './routes.ts';

/** Everything the application's page needs before it is opened: its files and its door, and nothing else to reach. */
export async function preparePage(context: BrowserContext, pageFolder: string, door: Door): Promise<void> {
  // Orders to the browser are carried out in their order; nothing is opened before both are in.
  await Promise.all([routeEverything(context, pageFolder, door), bridgeDoor(context, door)]);
}
