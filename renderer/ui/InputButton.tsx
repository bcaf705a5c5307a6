import type { ReactElement } from 'react';
import type { ResolvedInput } from '../../shared/engine/analysis/siteAnalysis.ts';
import { useApp } from '../store/appStore.ts';
import { ClockSign, isStale, OriginSign } from './FigureButton.tsx';
import { inputDrawer } from './inputFigure.ts';
import { useText } from './useText.ts';

/** An input's value with the sign of its origin; it tells where it comes from. */
export function InputButton({ input }: { readonly input: ResolvedInput }): ReactElement {
  const { language, text } = useText();
  const set = useApp((state) => state.set);
  const drawer = inputDrawer(input, language);
  const isFact = input.origin === 'fact' || input.origin === 'derived';
  return (
    <>
      {input.value === null ? (
        <span className="miss">{text.missing}</span>
      ) : (
        <button
          type="button"
          className="figure-button"
          aria-label={`${drawer.title}: ${drawer.display}. ${text.details}`}
          onClick={() => set({ drawer })}
        >
          {drawer.display}
        </button>
      )}
      <span className="sm">
        <OriginSign origin={input.origin} />
        {isFact && isStale(input.asOf) ? <ClockSign /> : null}
      </span>
    </>
  );
}
