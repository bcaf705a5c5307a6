import { lazy, Suspense, useEffect, useRef, type ReactElement } from 'react';
import type { Provenance } from '../../shared/domain/attachment.ts';
import { ageInDays, formatDate, type Language } from '../../shared/format/number.ts';
import { attachmentText } from '../../shared/text/attachmentText.ts';
import { calculationText } from '../../shared/text/calculationText.ts';
import { dataWord } from '../../shared/text/fieldLabels.ts';
import { figureUnit } from '../../shared/text/figureText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { ageText } from '../../shared/text/stalenessText.ts';
import { scenarioOrigin } from '../../shared/text/scenario/changedInputText.ts';
import { useApp } from '../store/appStore.ts';
import { FigureActions } from './FigureActions.tsx';
import { useClock } from './useClock.ts';
import { useProvenance } from './useProvenance.ts';
import { useText } from './useText.ts';

// It carries the words of every step, which the first screen does not need.
const ProvenanceDetails = lazy(async () => ({
  default: (await import('./ProvenanceDetails.tsx')).ProvenanceDetails,
}));

/** The import that brought a number, where one did. */
function importText(provenance: Provenance | null, language: Language): string | null {
  const batch = provenance?.batch ?? null;
  if (batch === null) return null;
  const words = fill(attachmentText[language].imported, { name: batch.name });
  return `${words}, ${formatDate(batch.createdAt.slice(0, 10), language)}`;
}

/** Where a number comes from. Not modal; Esc closes it and gives focus back to the number. */
export function Drawer(): ReactElement | null {
  const { language, text } = useText();
  const drawer = useApp((state) => state.drawer);
  const set = useApp((state) => state.set);
  const { today } = useClock();
  const panel = useRef<HTMLElement>(null);
  const before = useRef<Element | null>(null);
  const provenance = useProvenance(drawer?.computed ? undefined : drawer?.figure);
  useEffect(() => {
    if (!drawer) return undefined;
    before.current = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before.current instanceof HTMLElement) before.current.focus();
    };
  }, [drawer]);
  if (!drawer) return null;
  const { figure, title, display, computed, calculation } = drawer;
  const files = attachmentText[language];
  const published = provenance?.source?.publishedOn ?? null;
  const asOf =
    figure.asOf === null
      ? text.missing
      : computed || ageInDays(figure.asOf, today) < 0
        ? formatDate(figure.asOf, language)
        : `${formatDate(figure.asOf, language)} · ${ageText(figure.asOf, today, language)}`;
  const rows: readonly (readonly [string, string | null])[] = [
    [
      text.kind,
      computed
        ? text.computed
        : {
            fact: text.fact,
            own: text.own,
            preset: text.preset,
            derived: text.derived,
            convention: text.fact,
            scenario: scenarioOrigin[language],
          }[figure.origin],
    ],
    [text.rule, computed?.rule ?? null],
    [text.restsOn, computed?.restsOn ?? null],
    [text.asOf, asOf],
    [text.basis, dataWord(figure.basis, language)],
    [text.confidence, dataWord(figure.confidence, language)],
    [files.document, figure.source],
    [files.page, provenance?.page ?? null],
    [files.published, published === null ? null : formatDate(published, language)],
    [files.address, figure.sourceUrl],
    [text.enteredBy, figure.enteredBy ?? provenance?.enteredBy ?? importText(provenance, language)],
    [text.note, figure.note],
  ];
  return (
    <aside
      className="drawer"
      ref={panel}
      tabIndex={-1}
      aria-label={`${text.details}: ${title}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') set({ drawer: null });
      }}
    >
      <div className="drawer-head">
        <h2>{title}</h2>
        <button type="button" className="btn quiet" onClick={() => set({ drawer: null })}>
          {text.close} <kbd>Esc</kbd>
        </button>
      </div>
      <p className="drawer-value">
        {display} <small>{figureUnit(figure, language)}</small>
      </p>
      {calculation ? (
        <button type="button" className="btn primary" onClick={() => set({ drawer: null, calculation })}>
          {calculationText[language].show}
        </button>
      ) : null}
      <dl className="kv-wide">
        {rows.map(([label, value]) =>
          value === null || value === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {computed ? null : <FigureActions figure={figure} />}
      {provenance ? (
        <Suspense fallback={null}>
          <ProvenanceDetails figure={figure} provenance={provenance} />
        </Suspense>
      ) : null}
    </aside>
  );
}
