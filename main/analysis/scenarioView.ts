import type { ScenarioRecord } from '../../shared/domain/scenario.ts';
import { baseScenario } from '../../shared/scenarios/scenarioNames.ts';
import { isInScope, type EvidenceScenario, type ScopedSite } from '../../shared/engine/scenario/scenario.ts';
import { readyScenarios } from '../../shared/scenarios/readyScenarios.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { ReadableDb } from '../db/access.ts';
import { chosenScenarioId, ownScenarios } from '../db/repositories/scenarioRepository.ts';

/** Ready scenarios first, the base at their head; then the analyst's. */
export function listScenarios(db: ReadableDb): ScenarioRecord[] {
  return [...readyScenarios, ...ownScenarios(db)];
}

export function scenarioOrThrow(db: ReadableDb, id: string): ScenarioRecord {
  const all = listScenarios(db);
  const found = all.find((scenario) => scenario.id === id);
  if (found) return found;
  throw new UserFacingError('scenario.unknown', { id, known: all.map((scenario) => scenario.id).join(', ') });
}

/** The scenario in which the portfolio is computed: the base until another is chosen, or where the chosen one is not known. */
export function activeScenarioId(db: ReadableDb): string {
  const chosen = chosenScenarioId(db);
  const isKnown = chosen !== undefined && listScenarios(db).some(({ id }) => id === chosen);
  return isKnown ? chosen : baseScenario.id;
}

/**
 * R7.3 A scenario as far as it concerns a site; undefined for one that changes nothing anywhere, so that the base has no
 * other evidence than without scenarios.
 */
export function scenarioOfEvidence(
  db: ReadableDb,
  scenarioId: string | undefined,
  site: ScopedSite,
): EvidenceScenario | undefined {
  // Most portfolios are computed in the base, which need not be looked up.
  const id = scenarioId ?? activeScenarioId(db);
  if (id === baseScenario.id) return undefined;
  const { name, changes, shocks } = scenarioOrThrow(db, id);
  if (changes.length === 0 && shocks.length === 0) return undefined;
  return {
    id,
    name,
    changes: changes.filter(({ scope }) => isInScope(scope, site)),
    shocks: shocks.filter(({ scope }) => isInScope(scope, site)),
  };
}
