import { useMemo, useState, type ReactElement } from 'react';
import type { Fault } from '../../../shared/domain/fault.ts';
import { sortedFaults } from '../../../shared/health/sortFaults.ts';
import { effectText, faultText, faultWords } from '../../../shared/text/faultText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { computeEffects, stopEffects } from '../../flows/checkHealth.ts';
import { showPlace } from '../../flows/visitFaults.ts';
import { useApp, type HealthRun } from '../../store/appStore.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { FilterField } from '../../ui/FilterField.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { usePreview } from '../../ui/usePreview.ts';
import { useText } from '../../ui/useText.ts';
import { FaultPanel } from './FaultPanel.tsx';

function Progress({ run }: { readonly run: HealthRun }): ReactElement | null {
  const { language, text } = useText();
  const words = faultText[language];
  const { state, checked, all, effects, faults } = run;
  if (state === 'done' || state === 'checked') return null;
  if (state === 'stopped')
    return (
      <div className="claims-progress">
        <p role="status">{words.stopped}</p>
        <button type="button" className="btn" onClick={() => void computeEffects()}>
          {words.resume}
        </button>
      </div>
    );
  const [done, of] = state === 'checking' ? [checked, all] : [effects.size, faults.length];
  return (
    <div className="claims-progress">
      <p role="status">{fill(words[state], { done, all: of })}</p>
      <progress value={done} max={of} aria-label={words[state].split(':')[0]} />
      {state === 'computing' ? (
        <button type="button" className="btn" onClick={stopEffects}>
          {text.cancel}
        </button>
      ) : null}
    </div>
  );
}

function useColumns(
  effects: HealthRun['effects'],
  onPreview: (fault: Fault) => void,
): readonly Column<Fault>[] {
  const { language, text } = useText();
  return useMemo(() => {
    const words = faultText[language];
    const where = ({ subject }: Fault) => (subject.kind === 'market' ? words.market : subject.name);
    return [
      {
        id: 'fault',
        head: words.fault,
        sortBy: (row) => faultWords(row, language).title,
        cell: (row) => {
          const { title, what } = faultWords(row, language);
          return (
            <span className="fault-line">
              <button type="button" className="link" onClick={() => onPreview(row)}>
                {title}
              </button>
              <span className="t fault-what" title={what}>
                {what}
              </span>
            </span>
          );
        },
      },
      {
        id: 'effect',
        head: words.effect,
        unit: words.effectUnit,
        numeric: true,
        sortBy: (row) => effects.get(row.id)?.usdPerGridMw ?? null,
        exported: { unit: 'USD/MW', of: (row) => effects.get(row.id)?.usdPerGridMw ?? null },
        cell: (row) => effectText(row, effects.get(row.id), language),
      },
      {
        id: 'where',
        head: words.subject,
        sortBy: where,
        cell: (row) => (
          <button
            type="button"
            className="link"
            aria-label={`${words.goTo}: ${where(row)}`}
            onClick={() => void showPlace(row)}
          >
            {where(row)}
          </button>
        ),
        exported: { unit: '', of: where },
      },
      {
        id: 'company',
        head: text.company,
        optional: true,
        sortBy: (row) => row.subject.companyName,
        cell: (row) => <span className="long">{row.subject.companyName}</span>,
      },
    ];
  }, [language, text, effects, onPreview]);
}

/** Whether a fault's words hold what is typed; without anything typed nothing has to be put in words. */
function isFound(fault: Fault, typed: string, language: 'de' | 'en'): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return true;
  const { title, what } = faultWords(fault, language);
  const { name, companyName } = fault.subject;
  return `${title} ${what} ${name} ${companyName}`.toLowerCase().includes(wanted);
}

/** P31 The faults of the portfolio's data by what they do to its results. */
export function HealthScreen(): ReactElement {
  const { language, text } = useText();
  const words = faultText[language];
  const run = useApp((state) => state.health);
  const [isAside, setIsAside] = useState(false);
  const [typed, setTyped] = useState('');
  const preview = usePreview<Fault>();
  const { onPreview } = preview;
  const show = useMemo(() => (fault: Fault) => onPreview(fault), [onPreview]);
  const columns = useColumns(run?.effects ?? noEffects, show);
  const shown = useMemo(() => (run ? sortedFaults(run.faults, run.effects) : []), [run]);
  const count = (aside: boolean) => shown.filter(({ isDismissed }) => isDismissed === aside).length;
  const rows = useMemo(
    () => shown.filter((fault) => fault.isDismissed === isAside && isFound(fault, typed, language)),
    [shown, isAside, typed, language],
  );
  const current = run?.faults.find(({ id }) => id === preview.shown?.id);
  return (
    <>
      <div className="head">
        <div>
          <h1>{text.health}</h1>
          <p className="sub">{words.sub}</p>
        </div>
      </div>
      {run ? <Progress run={run} /> : null}
      <div className="filter">
        <FilterField words={typed} onChange={setTyped} />
        <div role="group" aria-label={text.status} className="chips">
          {[false, true].map((aside) => (
            <button
              key={String(aside)}
              type="button"
              className={isAside === aside ? 'chip on' : 'chip'}
              aria-pressed={isAside === aside}
              onClick={() => setIsAside(aside)}
            >
              {aside ? words.dismissed : words.open} {count(aside)}
            </button>
          ))}
        </div>
      </div>
      {run && run.state !== 'checking' && count(isAside) === 0 ? (
        <p className="pad">{isAside ? words.noneAside : words.none}</p>
      ) : null}
      <div className="split">
        <DataTable
          label={words.list}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns}
          onOpen={(row) => void showPlace(row)}
          onPreview={preview.onPreview}
          onCurrent={preview.onCurrent}
          onLeave={preview.close}
        />
        {run && current ? (
          <FaultPanel fault={current} effect={run.effects.get(current.id)} onClose={preview.close} />
        ) : null}
      </div>
    </>
  );
}

const noEffects: HealthRun['effects'] = new Map();
