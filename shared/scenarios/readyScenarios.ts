import { z } from 'zod';
import shipped from '../../resources/app/data/scenarios.json' with { type: 'json' };
import { ScenarioBody, type ScenarioRecord } from '../domain/scenario.ts';
import { baseScenario } from './scenarioNames.ts';

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
  parentId: id === baseScenario.id ? null : baseScenario.id,
  changes,
  shocks,
  isReady: true,
  enteredBy: null,
  enteredAt: null,
}));
