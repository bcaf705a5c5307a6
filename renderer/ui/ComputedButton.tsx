import type { ReactElement } from 'react';
import { useApp, type CalculationRequest } from '../store/appStore.ts';
import { useText } from './useText.ts';

interface Props {
  readonly value: number;
  readonly title: string;
  /** As shown in the cell, and with its unit for the drawer. */
  readonly display: string;
  readonly unit: string;
  readonly rule: string;
  readonly basis: string | null;
  readonly restsOn: string;
  readonly asOf: string | null;
  readonly source: string;
  readonly calculation: CalculationRequest;
  /** The same on another basis, where a reader would convert it. */
  readonly hint?: string | undefined;
}

/** A computed number; it tells its rule, its basis and what it rests on, and unfolds into its calculation. */
export function ComputedButton(props: Props): ReactElement {
  const { text } = useText();
  const set = useApp((state) => state.set);
  const { value, title, display, unit, rule, basis, restsOn, asOf, source, calculation, hint } = props;
  const tell = () =>
    set({
      drawer: {
        title,
        display: `${display}\u00a0${unit}`.trim(),
        computed: { rule, restsOn },
        calculation,
        figure: {
          id: title,
          field: title,
          state: 'known',
          value,
          unit: '1',
          basis,
          asOf,
          source,
          sourceUrl: null,
          confidence: null,
          note: null,
          origin: 'derived',
          enteredBy: null,
          superseded: false,
        },
      },
    });
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
