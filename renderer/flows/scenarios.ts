import type { ScenarioBody, ScenarioRecord } from '../../shared/domain/scenario.ts';
import { finishStep } from './editInput.ts';
import { ask } from './ask.ts';

/** What of a scenario is edited; who and when belongs to where it is stored. */
export function bodyOf(scenario: ScenarioRecord): ScenarioBody {
  const { name, note, source, isLocked, parentId, changes, shocks } = scenario;
  return structuredClone({ name, note, source, isLocked, parentId, changes, shocks });
}

/** R7.3 From now on everything is computed in this scenario. */
export async function chooseScenario(id: string): Promise<void> {
  await finishStep(await ask('scenario.choose', { id }), '');
}

/** Answers the id of the new scenario; undefined where it was refused. */
export async function createScenario(
  act: 'create' | 'clone' | 'open',
  scenario: ScenarioBody,
): Promise<string | undefined> {
  const created = await ask('scenario.create', { act, scenario });
  await finishStep(created?.step, '');
  return created?.id;
}

export async function saveScenario(id: string, scenario: ScenarioBody): Promise<void> {
  await finishStep(await ask('scenario.save', { id, scenario }), '');
}

export async function removeScenario(id: string): Promise<void> {
  await finishStep(await ask('scenario.remove', { id }), '');
}
