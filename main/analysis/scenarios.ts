import type { ScenarioBody } from '../../shared/domain/scenario.ts';
import { baseScenario } from '../../shared/scenarios/scenarioNames.ts';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import { sameValue } from '../../shared/engine/cache/sameValue.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from '../db/access.ts';
import { recordStep, rowAt, type Change } from '../db/history/changeLog.ts';
import { chosenScenarioId, nextScenarioId } from '../db/repositories/scenarioRepository.ts';
import { activeScenarioId, scenarioOrThrow } from './scenarioView.ts';

/** Who changes a scenario, and when. */
export interface Entry {
  readonly enteredBy: string | null;
  readonly now: string;
}

interface ScenarioStep {
  readonly step: HistoryStep;
  readonly id: string;
}

function rowOf(id: string, { name, ...body }: ScenarioBody, { enteredBy, now }: Entry) {
  return { id, name, body: JSON.stringify(body), entered_by: enteredBy, entered_at: now };
}

/** The setting of the portfolio that names its scenario; the base needs none. */
function choiceOf(db: WritableDb, id: string): Change {
  const key = { key: 'scenario' };
  const before = rowAt(db, 'portfolio_setting', key);
  const after = id === baseScenario.id ? null : { ...key, value: id };
  return { table: 'portfolio_setting', key, before, after };
}

/**
 * Stores a new scenario; its id follows the others, so that the same work gives the same run.
 * @param act how it came to be: made anew, cloned from its parent, or opened from a result
 */
export function createScenario(
  db: WritableDb,
  act: 'create' | 'clone' | 'open',
  body: ScenarioBody,
  entry: Entry,
): ScenarioStep {
  const id = nextScenarioId(db);
  const parent = body.parentId === null ? undefined : scenarioOrThrow(db, body.parentId);
  const values = { name: body.name, parent: parent?.name ?? '', parentId: parent?.id ?? '' };
  const change: Change = { table: 'scenario', key: { id }, before: null, after: rowOf(id, body, entry) };
  return { id, step: recordStep(db, `scenario.${act}`, values, [change], entry.now) };
}

function actOf(before: ScenarioBody, after: ScenarioBody): string {
  if (before.isLocked !== after.isLocked) return after.isLocked ? 'lock' : 'unlock';
  return sameValue({ ...before, name: after.name }, after) && before.name !== after.name ? 'rename' : 'edit';
}

/** Stores an edited scenario. A locked one takes nothing but its unlocking, a ready one nothing at all. */
export function saveScenario(db: WritableDb, id: string, body: ScenarioBody, entry: Entry): HistoryStep {
  const { isReady, id: _, enteredBy: __, enteredAt: ___, ...known } = scenarioOrThrow(db, id);
  if (isReady) throw new UserFacingError('scenario.isReady', { name: known.name });
  const isUnlocking = sameValue({ ...known, isLocked: false }, body);
  if (known.isLocked && !isUnlocking) throw new UserFacingError('scenario.isLocked', { name: known.name });
  const key = { id };
  const change: Change = {
    table: 'scenario',
    key,
    before: rowAt(db, 'scenario', key),
    after: rowOf(id, body, entry),
  };
  const values = { name: body.name, before: known.name };
  return recordStep(db, `scenario.${actOf(known, body)}`, values, [change], entry.now);
}

/** Deletes a scenario; where the portfolio was computed in it, the base takes its place in the same step. */
export function removeScenario(db: WritableDb, id: string, now: string): HistoryStep {
  const { isReady, isLocked, name } = scenarioOrThrow(db, id);
  if (isReady) throw new UserFacingError('scenario.isReady', { name });
  if (isLocked) throw new UserFacingError('scenario.isLocked', { name });
  const key = { id };
  const removal: Change = { table: 'scenario', key, before: rowAt(db, 'scenario', key), after: null };
  const changes = chosenScenarioId(db) === id ? [choiceOf(db, baseScenario.id), removal] : [removal];
  return recordStep(db, 'scenario.remove', { name }, changes, now);
}

/** From now on the portfolio is computed in this scenario, until another is chosen or the step is undone. */
export function chooseScenario(db: WritableDb, id: string, now: string): HistoryStep {
  const { name } = scenarioOrThrow(db, id);
  const before = scenarioOrThrow(db, activeScenarioId(db));
  const values = { name, nameId: id, before: before.name, beforeId: before.id };
  return recordStep(db, 'scenario.choose', values, [choiceOf(db, id)], now);
}
