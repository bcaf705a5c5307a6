import type { ReactElement } from 'react';
import {
  planResultFields,
  resultFields,
  type PlanResultField,
  type ResultField,
} from '../../shared/engine/analysis/resultFields.ts';
import type { PlanRef } from '../../shared/engine/analysis/planFlows.ts';
import { fill } from '../../shared/text/screenText.ts';
import { useApp } from '../store/appStore.ts';
import { useText } from './useText.ts';

interface Props {
  readonly field: ResultField | PlanResultField;
  readonly value: number;
  readonly title: string;
  /** As shown in the cell, and with its unit for the drawer. */
  readonly display: string;
  readonly unit: string;
  readonly plan: PlanRef;
  /** The same on another basis, where a reader would convert it. */
  readonly hint?: string | undefined;
}

/** A computed number; it tells its rule, its basis, and the run and inputs it rests on. */
export function ResultButton({ field, value, title, display, unit, plan, hint }: Props): ReactElement {
  const { text } = useText();
  const set = useApp((state) => state.set);
  const evidence = useApp((state) => state.evidence);
  const analysis = useApp((state) => state.analysis);
  const rule: { readonly rule: string; readonly basis?: string } = { ...resultFields, ...planResultFields }[
    field
  ];
  const tell = () => {
    if (!evidence || !analysis) return;
    const { fact, derived, preset, own, missing } = analysis.counts;
    const counts = fill(text.counts, { sourced: fact + derived, preset, own, missing });
    set({
      drawer: {
        title,
        display: `${display}\u00a0${unit}`.trim(),
        computed: { rule: rule.rule, restsOn: counts },
        calculation: { plan, subject: { kind: 'figure', figure: field }, title },
        figure: {
          id: field,
          field,
          state: 'known',
          value,
          unit: '1',
          basis: rule.basis ?? null,
          asOf: evidence.valuationMonth,
          source: `${text.model} ${analysis.engineVersion}, ${evidence.runId}`,
          sourceUrl: null,
          confidence: null,
          note: null,
          origin: 'derived',
          enteredBy: null,
          superseded: false,
        },
      },
    });
  };
  return (
    <button
      type="button"
      className={value < 0 ? 'figure-button neg' : 'figure-button'}
      aria-label={`${title}: ${display} ${unit}. ${text.details}`}
      title={hint}
      onClick={tell}
    >
      {display}
    </button>
  );
}
