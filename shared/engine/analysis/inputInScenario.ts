import { changedInput } from '../scenario/inputChanges.ts';
import type { SiteEvidence } from './evidence.ts';
import type { InputKey } from './inputTable.ts';
import type { ResolvedInput } from './siteAnalysis.ts';

/** R7.3a An input as the scenario of the site has it; what it would be without stands beside. */
export function inputInScenario(
  input: ResolvedInput,
  key: InputKey,
  { scenario }: Pick<SiteEvidence, 'scenario'>,
): ResolvedInput {
  const changes = scenario?.changes.filter((change) => change.key === key) ?? [];
  const changed = changes.length > 0 ? changedInput(key, input.value, changes) : undefined;
  if (!scenario || !changed) return input;
  const { value, by, isBounded } = changed;
  const sources = [...new Set(by.flatMap(({ source }) => source ?? []))];
  return {
    ...input,
    value,
    origin: 'scenario',
    asOf: null,
    source: sources.length > 0 ? sources.join('; ') : null,
    sourceUrl: null,
    confidence: null,
    note: null,
    scenario: {
      id: scenario.id,
      name: scenario.name,
      baseValue: input.value,
      baseOrigin: input.origin,
      by,
      isBounded,
    },
  };
}
