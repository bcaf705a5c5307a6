import type { ScenarioBody } from '../domain/scenario.ts';
import type { ResolvedInput } from '../engine/analysis/siteAnalysis.ts';
import type { EvidenceScenario, InputChange, Shock } from '../engine/scenario/scenario.ts';
import { isInputKey } from '../engine/analysis/inputTable.ts';
import { baseScenario } from './scenarioNames.ts';

interface Pinned {
  readonly name: string;
  readonly note: string;
  readonly siteId: string;
  /** The inputs as the result was computed with them. */
  readonly inputs: readonly ResolvedInput[];
  /** The scenario in which it was computed; undefined in the base. */
  readonly scenario: EvidenceScenario | undefined;
}

/**
 * P12, R7.3a A scenario that reproduces a result of a site to the last bit, whatever becomes of the portfolio's inputs:
 * every input that had a value is set to it, and the same shocks happen.
 */
export function pinnedScenario({ name, note, siteId, inputs, scenario }: Pinned): ScenarioBody {
  const scope = { of: 'site' as const, siteId };
  const shocks: readonly Shock[] = scenario?.shocks ?? [];
  return {
    name: name.slice(0, 80),
    note,
    source: '',
    isLocked: false,
    parentId: scenario?.id ?? baseScenario.id,
    changes: inputs.flatMap(({ key, value, source }): InputChange[] =>
      value === null || !isInputKey(key)
        ? []
        : [{ key, operation: 'set', value, scope, source: source === null ? null : source.slice(0, 500) }],
    ),
    shocks: shocks.map((shock) => ({ ...shock, sizes: { ...shock.sizes } as Record<string, number>, scope })),
  };
}
