import { z } from 'zod';
import shipped from '../../resources/app/data/scenarios.json' with { type: 'json' };
import { baseScenarioId, ScenarioBody, type ScenarioRecord } from '../domain/scenario.ts';
import type { Language } from '../format/number.ts';

const Words = z.strictObject({ de: z.string(), en: z.string() });

const Shipped = z.array(
  z.strictObject({
    id: z.string(),
    name: Words,
    note: Words,
    changes: ScenarioBody.shape.changes,
    shocks: ScenarioBody.shape.shocks,
  }),
);

const ready = Shipped.parse(shipped);

/**
 * The scenarios that come with the program, in their order, the base first. Their words are English where they become
 * data; screens and papers name them in the reader's language.
 */
export const readyScenarios: readonly ScenarioRecord[] = ready.map(({ id, name, note, changes, shocks }) => ({
  id,
  name: name.en,
  note: note.en,
  source: [...new Set([...changes, ...shocks].flatMap(({ source }) => source ?? []))].join('; '),
  isLocked: true,
  parentId: id === baseScenarioId ? null : baseScenarioId,
  changes,
  shocks,
  isReady: true,
  enteredBy: null,
  enteredAt: null,
}));

/** Name of a scenario as the reader knows it; an analyst's own keeps the one it was given. */
export function scenarioName(
  { id, name }: { readonly id: string; readonly name: string },
  language: Language,
): string {
  return ready.find((one) => one.id === id)?.name[language] ?? name;
}

/** The scenario that changes nothing, by which a site without one is named. */
export const baseScenario = { id: baseScenarioId, name: 'Base' } as const;
