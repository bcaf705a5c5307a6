import type { ReactElement } from 'react';
import type { Figure } from '../../shared/domain/figure.ts';
import { isStale, kindOfField } from '../../shared/staleness/staleness.ts';
import { figureNumber, figureUnit } from '../../shared/text/figureText.ts';
import { useApp } from '../store/appStore.ts';
import { useClock } from './useClock.ts';
import { useText } from './useText.ts';

/** A number that tells where it comes from; missing and not applicable are words, zero is 0. */
export function FigureButton({
  figure,
  title,
  display: given,
}: {
  readonly figure: Figure | null;
  readonly title: string;
  /** How the number is shown where its column counts in another unit than the figure. */
  readonly display?: string;
}): ReactElement {
  const { language, text } = useText();
  const clock = useClock();
  const set = useApp((state) => state.set);
  if (!figure || figure.state === 'missing') return <span className="miss">{text.missing}</span>;
  if (figure.state === 'notApplicable') return <span className="na">{text.notApplicable}</span>;
  const display = given ?? figureNumber(figure, language);
  return (
    <button
      type="button"
      className="figure-button"
      aria-label={`${title}: ${display} ${figureUnit(figure, language)}. ${text.details}`}
      onClick={() => set({ drawer: { title, figure, display } })}
    >
      {display}
      <span className="sm" aria-hidden="true">
        {isStale(figure.asOf, kindOfField(figure.field), clock) ? <ClockSign /> : null}
      </span>
    </button>
  );
}

export function ClockSign(): ReactElement {
  return (
    <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
      <path
        d="M5 .8a4.2 4.2 0 1 0 0 8.4A4.2 4.2 0 0 0 5 .8zM5 2.6V5l1.8 1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.1"
      />
    </svg>
  );
}

/** ◇ assumption, ◆ own value; nothing for what is sourced. */
export function OriginSign({ origin }: { readonly origin: string }): ReactElement | null {
  const { text } = useText();
  if (origin !== 'preset' && origin !== 'own') return null;
  return (
    <svg
      viewBox="0 0 10 10"
      width="9"
      height="9"
      role="img"
      aria-label={origin === 'own' ? text.own : text.preset}
    >
      <path
        d="M5 1L9 5 5 9 1 5z"
        fill={origin === 'own' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.1"
      />
    </svg>
  );
}
