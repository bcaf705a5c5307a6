import type { Channel } from './calls.ts';

/** Names only, so that the preload carries no validator. */
export const appChannels = [
  'app.info',
  'portfolio.current',
  'portfolio.openSample',
  'portfolio.create',
  'portfolio.open',
  'portfolio.saveCopy',
  'portfolio.set',
  'portfolio.recent',
  'portfolio.showFolder',
  'company.list',
  'company.read',
  'company.run',
  'site.list',
  'site.read',
  'site.evidence',
  'site.evidenceOf',
  'claims.read',
  'health.part',
  'health.dismiss',
  'health.reopen',
  'backcast.read',
  'input.set',
  'input.clear',
  'plan.create',
  'plan.save',
  'plan.remove',
  'plan.copy',
  'history.list',
  'history.undo',
  'history.redo',
  'briefing.list',
  'briefing.read',
  'workbook.save',
  'file.save',
  'briefing.print',
  'briefing.reprint',
  'settings.read',
  'settings.write',
] as const satisfies readonly Channel[];

/** Does not compile when a channel is missing above. */
export type EveryChannelIsListed =
  Exclude<Channel, (typeof appChannels)[number]> extends never ? true : never;
export const everyChannelIsListed: EveryChannelIsListed = true;
