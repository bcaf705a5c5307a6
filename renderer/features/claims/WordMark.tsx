import type { ReactElement } from 'react';
import type { ClaimWord } from '../../../shared/engine/claims/claimWord.ts';

const shapes: Readonly<Record<ClaimWord, ReactElement>> = {
  supported: <path d="M4.500 8.300l2.300 2.300 4.700-5" />,
  partly: <path className="half" d="M8 1.500a6.500 6.500 0 0 1 0 13z" />,
  contradicted: <path d="M5.300 5.300l5.400 5.400M10.700 5.300l-5.400 5.400" />,
  open: <path d="M6.300 6.300a1.800 1.800 0 1 1 2.500 1.700c-.6.3-.8.600-.8 1.200M8 11.300v.6" />,
};

/** The mark of a finding; the word beside it says the same, so it is hidden from readers. */
export function WordMark({ word }: { readonly word: ClaimWord }): ReactElement {
  return (
    <svg className={`word-mark ${word}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <circle cx="8" cy="8" r="6.500" />
      {shapes[word]}
    </svg>
  );
}
