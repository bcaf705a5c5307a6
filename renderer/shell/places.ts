import type { Screen } from '../store/appStore.ts';

/** The screens of the navigation, in the order of their keys. */
export const places = [
  'portfolio',
  'sites',
  'backcast',
  'claims',
  'scenarios',
  'health',
  'briefings',
  'history',
  'settings',
] as const;
export type Place = (typeof places)[number];

export function placeOf(screen: Screen): Place {
  if (screen.name === 'company' || screen.name === 'import' || screen.name === 'sources') return 'portfolio';
  if (screen.name === 'backups') return 'settings';
  return screen.name === 'site' ? 'sites' : screen.name;
}
