import type { ReactElement } from 'react';
import type { ResolvedInput } from '../../shared/engine/analysis/siteAnalysis.ts';
import { isStaleInput } from '../../shared/staleness/staleness.ts';
import { useApp } from '../store/appStore.ts';
import { ClockSign, OriginSign } from './FigureButton.tsx';
import { inputDrawer } from './inputFigure.ts';
import { useClock } from './useClock.ts';
import { useText } from './useText.ts';

/** An input's value with the sign of its origin; it tells where it comes from. */
export function InputButton({ input }: { readonly input: ResolvedInput }): ReactElement {
  const { language, text } = useText();
  const set = useApp((state) => state.set);
  const drawer = inputDrawer(input, language);
  const clock = useClock();
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
        {isStaleInput(input, clock) ? <ClockSign /> : null}
      </span>
    </>
  );
}
