import type { Channel, Response } from './calls.ts';
import type { Result } from './result.ts';

/** What the first screen asks; the host hands the answers over with the page instead of being asked afterwards. */
export const firstChannels = [
  'settings.read',
  'portfolio.current',
  'company.list',
] as const satisfies readonly Channel[];

export type FirstChannel = (typeof firstChannels)[number];

/** The answers as the door gave them, refusals included. */
export type FirstAnswers = { readonly [C in FirstChannel]: Result<Response<C>> };

/** Element of the page that holds the answers, as data that no browser runs. */
export const firstAnswersId = 'first-answers';
