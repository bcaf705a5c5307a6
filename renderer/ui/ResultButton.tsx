import type { ReactElement } from 'react';
import { explainedFields } from '../../shared/engine/analysis/resultFields.ts';
import type { PlanRef } from '../../shared/engine/analysis/planFlows.ts';
import type { TriedInput } from '../../shared/engine/explain/explainedCase.ts';
import type { FigureKey } from '../../shared/engine/explain/figureKeys.ts';
import { fill } from '../../shared/text/screenText.ts';
import { useApp } from '../store/appStore.ts';
import { ComputedButton } from './ComputedButton.tsx';
import { useText } from './useText.ts';

interface Props {
  readonly field: FigureKey;
  readonly value: number;
  readonly title: string;
  /** As shown in the cell, and with its unit for the drawer. */
  readonly display: string;
  readonly unit: string;
  readonly plan: PlanRef;
  /** An input that the table tries with another value. */
  readonly tried?: TriedInput | undefined;
  /** The same on another basis, where a reader would convert it. */
  readonly hint?: string | undefined;
}

/** A figure of a plan of the site on screen; it tells the run and the inputs it rests on. */
export function ResultButton({ field, plan, tried, ...shown }: Props): ReactElement {
  const { text } = useText();
  const evidence = useApp((state) => state.evidence);
  const analysis = useApp((state) => state.analysis);
  const { rule, basis } = explainedFields[field];
  const { fact = 0, derived = 0, preset = 0, own = 0, missing = 0 } = analysis?.counts ?? {};
  return (
    <ComputedButton
      {...shown}
      rule={rule}
      basis={basis ?? null}
      restsOn={fill(text.counts, { sourced: fact + derived, preset, own, missing })}
      asOf={evidence?.valuationMonth ?? null}
      source={`${text.model} ${analysis?.engineVersion ?? ''}, ${evidence?.runId ?? ''}`}
      calculation={{
        of: 'plan',
        plan,
        subject: { kind: 'figure', figure: field, ...(tried && { tried }) },
        title: shown.title,
      }}
    />
  );
}
