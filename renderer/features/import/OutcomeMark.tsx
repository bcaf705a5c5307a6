import type { ReactElement } from 'react';
import type { Outcome } from '../../../shared/domain/tableImport.ts';
import { outcomeWords } from '../../../shared/text/importText.ts';
import { useText } from '../../ui/useText.ts';

const signs: Readonly<Partial<Record<Outcome, string>>> = { check: '?', rejected: '×', repeated: '×' };

/** What a row would do: a word, and a sign where somebody has to look. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }): ReactElement {
  const { language } = useText();
  const sign = signs[outcome];
  return (
    <span className={`import-mark ${outcome}`}>
      {sign === undefined ? null : <i aria-hidden="true">{sign}</i>}
      {outcomeWords[language][outcome]}
    </span>
  );
}
