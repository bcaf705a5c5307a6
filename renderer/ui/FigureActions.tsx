import type { ReactElement } from 'react';
import type { Figure } from '../../shared/domain/figure.ts';
import { formatDate, formatPlain } from '../../shared/format/number.ts';
import { entryText } from '../../shared/text/entryText.ts';
import { figureWithUnit } from '../../shared/text/figureText.ts';
import { fill } from '../../shared/text/screenText.ts';
import { chooseFigure, openEntry, removeFigure } from '../flows/editRecord.ts';
import { useApp } from '../store/appStore.ts';
import { useText } from './useText.ts';

interface Subject {
  readonly kind: 'company' | 'site';
  readonly id: string;
  readonly figures: readonly Figure[];
}

/** The subject on screen to which a figure of the portfolio belongs; none for what was computed or assumed. */
function useSubject(figure: Figure): Subject | undefined {
  const screen = useApp((state) => state.screen);
  const company = useApp((state) => state.company);
  const site = useApp((state) => state.site);
  const subjects: readonly (Subject | null)[] = [
    site && screen.name === 'site' ? { kind: 'site', id: site.row.id, figures: site.figures } : null,
    company && screen.name === 'company'
      ? { kind: 'company', id: company.row.id, figures: company.figures }
      : null,
  ];
  return subjects.find((subject) => subject?.figures.some(({ id }) => id === figure.id)) ?? undefined;
}

function Rivals({ figures }: { readonly figures: readonly Figure[] }): ReactElement | null {
  const { language } = useText();
  const t = entryText[language];
  if (figures.length < 2) return null;
  const known = figures.flatMap(({ value }) => value ?? []);
  const span = fill(t.spanOf, {
    low: formatPlain(Math.min(...known), language),
    high: formatPlain(Math.max(...known), language),
  });
  return (
    <section aria-label={t.rivalSpan}>
      <h3>{`${t.rivalSpan}${known.length > 1 ? `: ${span}` : ''}`}</h3>
      <ul className="rivals">
        {figures.map((figure) => (
          <li key={figure.id}>
            <b>{figureWithUnit(figure, language)}</b>
            <span className="muted">
              {[figure.asOf === null ? null : formatDate(figure.asOf, language), figure.source]
                .filter((part) => part !== null)
                .join(' · ')}
            </span>
            {figure.superseded ? (
              <button type="button" className="link" onClick={() => void chooseFigure(figure.id)}>
                {t.choose}
              </button>
            ) : (
              <span className="t">{t.inUse}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What can be done with a figure of the portfolio where it is shown: edit, delete, or use another value. */
export function FigureActions({ figure }: { readonly figure: Figure }): ReactElement | null {
  const { language } = useText();
  const t = entryText[language];
  const subject = useSubject(figure);
  if (!subject) return null;
  return (
    <>
      <p className="plan-buttons">
        <button
          type="button"
          className="btn"
          onClick={() =>
            openEntry({ what: 'figure', subjectKind: subject.kind, subjectId: subject.id, figure })
          }
        >
          {t.edit}
        </button>
        <button type="button" className="btn" onClick={() => void removeFigure(figure.id)}>
          {t.remove}
        </button>
      </p>
      <Rivals figures={subject.figures.filter(({ field }) => field === figure.field)} />
    </>
  );
}
