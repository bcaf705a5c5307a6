import type { SiteEvidence } from '../analysis/evidence.ts';
import type { EvidenceScenario, InputChange, Shock } from '../scenario/scenario.ts';
import { shockTable, type ShockKind } from '../scenario/shockTable.ts';

/** A shock with the default sizes of its kind, from the valuation month on, for good, at all sites. */
export function shockForTest(kind: ShockKind, other: Partial<Shock> = {}): Shock {
  return {
    kind,
    start: { counted: 'fromValuation', month: 0 },
    durationMonths: null,
    sizes: Object.fromEntries(shockTable[kind].sizes.map((size) => [size.name, size.default])),
    tenant: null,
    scope: { of: 'all' },
    source: null,
    ...other,
  };
}

/** A change of an input at all sites. */
export function changeForTest(
  key: InputChange['key'],
  operation: InputChange['operation'],
  value: number,
  scope: InputChange['scope'] = { of: 'all' },
): InputChange {
  return { key, operation, value, scope, source: null };
}

export function scenarioForTest(
  shocks: readonly Shock[],
  changes: readonly InputChange[] = [],
): EvidenceScenario {
  return { id: 'x', name: 'Made-up', changes, shocks };
}

export function inScenarioForTest(
  evidence: SiteEvidence,
  shocks: readonly Shock[],
  changes: readonly InputChange[] = [],
): SiteEvidence {
  return { ...evidence, scenario: scenarioForTest(shocks, changes) };
}
