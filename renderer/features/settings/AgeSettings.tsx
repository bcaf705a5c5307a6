import { useState, type ReactElement } from 'react';
import { readDay } from '../../../shared/exchange/readDay.ts';
import { formatDate } from '../../../shared/format/number.ts';
import type { PortfolioInfo } from '../../../shared/domain/portfolio.ts';
import { defaultStaleAfterDays, figureKinds, type FigureKind } from '../../../shared/staleness/staleness.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { kindLabels, stalenessText } from '../../../shared/text/stalenessText.ts';
import { finishStep } from '../../flows/editInput.ts';
import { ask } from '../../flows/navigation.ts';
import { useText } from '../../ui/useText.ts';

const longestDays = 3650;
/** Shows how a day is written. */
const exampleDay = '2026-12-31';

function LimitField({ kind, days }: { readonly kind: FigureKind; readonly days: number }): ReactElement {
  const { language } = useText();
  const words = stalenessText[language];
  const [typed, setTyped] = useState(String(days));
  const store = async () => {
    const wanted = Number(typed);
    const fits = /^\d+$/.test(typed.trim()) && wanted >= 1 && wanted <= longestDays;
    if (!fits || wanted === days) return setTyped(String(days));
    const isDefault = wanted === defaultStaleAfterDays[kind];
    const setting = { key: 'staleAfterDays', kind, days: isDefault ? null : wanted } as const;
    return finishStep(await ask('portfolio.set', setting), '');
  };
  const standard = fill(words.standard, { days: defaultStaleAfterDays[kind] });
  return (
    <label>
      {kindLabels[language][kind]}
      <span className="with-unit">
        <input
          inputMode="numeric"
          value={typed}
          aria-describedby={`standard-${kind}`}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void store()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void store();
            if (event.key === 'Escape') setTyped(String(days));
          }}
        />
        {words.days}
        <small id={`standard-${kind}`}>{standard}</small>
      </span>
    </label>
  );
}

function TodayField({ today }: { readonly today: string | null }): ReactElement {
  const { language } = useText();
  const words = stalenessText[language];
  const [typed, setTyped] = useState(today === null ? '' : formatDate(today, language));
  const day = readDay(typed);
  const store = async (chosen: string | null) =>
    finishStep(await ask('portfolio.set', { key: 'today', day: chosen }), '');
  return (
    <div className="row">
      <label>
        {words.today}
        <input
          value={typed}
          placeholder={formatDate(exampleDay, language)}
          aria-invalid={typed !== '' && day === undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button
        type="button"
        className="btn"
        disabled={day === undefined || day === today}
        onClick={() => void store(day ?? null)}
      >
        {words.setToday}
      </button>
      <button type="button" className="btn" disabled={today === null} onClick={() => void store(null)}>
        {words.machineDay}
      </button>
    </div>
  );
}

/** P3 How old figures of this portfolio may be, and which day counts as today. */
export function AgeSettings({ portfolio }: { readonly portfolio: PortfolioInfo }): ReactElement {
  const { language } = useText();
  const words = stalenessText[language];
  const { today, staleAfterDays } = portfolio.staleness;
  return (
    <section className="form ages" aria-labelledby="ages">
      <h2 id="ages">{words.heading}</h2>
      <p className="note">{words.note}</p>
      <TodayField key={today} today={today} />
      {figureKinds.map((kind) => (
        <LimitField key={`${kind}${staleAfterDays[kind]}`} kind={kind} days={staleAfterDays[kind]} />
      ))}
    </section>
  );
}
