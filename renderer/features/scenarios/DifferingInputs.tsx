import type { ReactElement } from 'react';
import type { ResolvedInput } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { inputText } from '../../../shared/text/inputText.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useText } from '../../ui/useText.ts';
import type { NamedOutcome } from './ComparedScenarios.tsx';

interface DifferingInput {
  readonly id: string;
  readonly siteName: string;
  readonly key: string;
  readonly unit: string;
  /** In the order of the scenarios; null where there is no value. */
  readonly values: readonly (number | null)[];
}

function inputsOf(outcome: NamedOutcome, place: number): ReadonlyMap<string, ResolvedInput> {
  return new Map((outcome.figures[place]?.inputs ?? []).map((input) => [input.key, input]));
}

/** Inputs of each site that have not the same value in all scenarios. */
function differing(outcomes: readonly NamedOutcome[]): DifferingInput[] {
  const sites = outcomes[0]?.evidence ?? [];
  return sites.flatMap(({ siteId, siteName }, place) => {
    const maps = outcomes.map((outcome) => inputsOf(outcome, place));
    const keys = [...new Set(maps.flatMap((map) => [...map.keys()]))];
    return keys.flatMap((key): DifferingInput[] => {
      const values = maps.map((map) => map.get(key)?.value ?? null);
      if (new Set(values).size < 2) return [];
      const unit = maps.find((map) => map.has(key))?.get(key)?.unit ?? '';
      return [{ id: `${siteId} ${key}`, siteName, key, unit, values }];
    });
  });
}

/** P12 The inputs that differ between the scenarios; all others are the same. */
export function DifferingInputs({ outcomes }: { readonly outcomes: readonly NamedOutcome[] }): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const rows = differing(outcomes);
  const hasSites = (outcomes[0]?.evidence.length ?? 0) > 1;
  return (
    <section>
      <h2>{t.differing}</h2>
      {rows.length === 0 ? (
        <p className="note">{t.sameInputs}</p>
      ) : (
        <DataTable
          label={t.differing}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              id: 'key',
              head: t.input,
              cell: ({ key }) => inputLabel(key, language),
              sortBy: ({ key }) => inputLabel(key, language),
            },
            ...(hasSites
              ? [
                  {
                    id: 'site',
                    head: t.site,
                    cell: ({ siteName }: DifferingInput) => siteName,
                    sortBy: ({ siteName }: DifferingInput) => siteName,
                  },
                ]
              : []),
            ...outcomes.map(({ scenarioId, name }, place) => ({
              id: scenarioId,
              head: name,
              numeric: true,
              sortBy: ({ values }: DifferingInput) => values[place] ?? null,
              cell: ({ key, unit, values }: DifferingInput) => {
                const value = values[place];
                return value == null ? t.missing : inputText(key, value, unit, language);
              },
            })),
          ]}
        />
      )}
    </section>
  );
}
