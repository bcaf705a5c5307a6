import shipped from '../../resources/app/data/scenarios.json' with { type: 'json' };
import type { Language } from '../format/number.ts';

/*
 * Names of scenarios as a reader knows them. Ready ones have words in either language; as data they are English.
 */

/** The scenario that changes nothing, by which a site without one is named. */
export const baseScenario = { id: 'base', name: 'Base' } as const;

/** Name of a scenario; an analyst's own keeps the one it was given. */
export function scenarioName(
  { id, name }: { readonly id: string; readonly name: string },
  language: Language,
): string {
  return shipped.find((one) => one.id === id)?.name[language] ?? name;
}

/** What a scenario says of itself. */
export function scenarioNote(
  { id, note }: { readonly id: string; readonly note: string },
  language: Language,
): string {
  return shipped.find((one) => one.id === id)?.note[language] ?? note;
}
