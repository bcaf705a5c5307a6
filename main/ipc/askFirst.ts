import { firstChannels, type FirstAnswers } from '../../shared/ipc/firstAnswers.ts';
import type { Door } from './serve.ts';

/** Asks the door what the page would ask first; only for the page of the application itself. */
export async function askFirst(door: Door): Promise<FirstAnswers> {
  const answers = await Promise.all(
    firstChannels.map(async (channel) => [channel, await door(channel, { trusted: true }, {})] as const),
  );
  // The door has answered each channel with its own type.
  return Object.fromEntries(answers) as FirstAnswers;
}
