import { useEffect, useMemo, useState, type ReactElement } from 'react';
import type { HistoryStep } from '../../../shared/domain/portfolio.ts';
import {
  canBeTaken,
  isTakenByItself,
  outcomes,
  type ImportPlan,
  type ImportPreview,
  type Outcome,
  type PreviewRow,
} from '../../../shared/domain/tableImport.ts';
import { profileOf, targetOf } from '../../../shared/exchange/import/profiles.ts';
import { formatNumber } from '../../../shared/format/number.ts';
import { importNoteText } from '../../../shared/text/importNoteText.ts';
import {
  countedText,
  basisWord,
  importText,
  outcomeWords,
  targetLabel,
  unitWord,
} from '../../../shared/text/importText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { previewImport, runImport, saveRejects, shownRows } from '../../flows/importTable.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';
import { ImportProgress } from './ImportProgress.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';
import { CurrentRow, withCell } from './CurrentRow.tsx';
import { ReadCell } from './ReadCell.tsx';

interface Props {
  readonly plan: ImportPlan;
  readonly onPlan: (plan: ImportPlan) => void;
  readonly onBack: () => void;
  readonly onDone: (step: HistoryStep) => void;
}

/** Rows that the analyst decided otherwise, with what each was. */
type Choices = ReadonlyMap<number, boolean>;

function isTaken(row: PreviewRow, choices: Choices): boolean {
  return canBeTaken(row.outcome) && (choices.get(row.row) ?? isTakenByItself(row.outcome));
}

function useColumns(
  plan: ImportPlan,
  preview: ImportPreview | undefined,
  choices: Choices,
  toggle: (row: PreviewRow) => void,
): readonly Column<PreviewRow>[] {
  const { language } = useText();
  return useMemo(() => {
    const t = importText[language];
    const profile = profileOf(plan.profile);
    const mapped = plan.columns.flatMap((column, index) => {
      const target = targetOf(profile, column.target);
      return target ? [{ target, unit: column.unit, index }] : [];
    });
    return [
      {
        id: 'outcome',
        head: t.result,
        unit: t.take,
        sortBy: (row) => outcomes.indexOf(row.outcome),
        cell: (row) => (
          <span className="import-outcome">
            <input
              type="checkbox"
              aria-label={fill(t.takeRow, { row: row.row })}
              disabled={!canBeTaken(row.outcome)}
              checked={isTaken(row, choices)}
              onChange={() => toggle(row)}
            />
            <OutcomeMark outcome={row.outcome} />
          </span>
        ),
      },
      { id: 'row', head: t.row, numeric: true, sortBy: (row) => row.row, cell: (row) => row.row },
      ...mapped.map(({ target, unit, index }, place): Column<PreviewRow> => {
        const example = preview?.columns[index]?.example;
        const kept = target.field.unit === undefined ? '' : unitWord(target.field.unit, language);
        const given = unit === null ? kept : unitWord(unit, language);
        const words = [given === kept ? kept : `${given} → ${kept}`, basisWord(target.basis, language)];
        const reading = example && example.raw !== example.read ? `${example.raw} → ${example.read}` : '';
        return {
          id: target.key,
          head: targetLabel(target.key, language),
          unit: [words.filter((word) => word !== '').join(', '), reading]
            .filter((part) => part !== '')
            .join(' · '),
          numeric: target.field.type === 'number' || target.field.type === 'date',
          cell: (row) => <ReadCell cell={row.cells[place]} />,
          exported: { unit: '', of: (row) => row.cells[place]?.read ?? null },
        };
      }),
      {
        id: 'notes',
        head: t.hints,
        exported: {
          unit: '',
          of: (row) => row.notes.map((note) => importNoteText(note, language)).join(' '),
        },
        cell: (row) => (
          <span className="import-notes">
            {row.notes.map((note) => importNoteText(note, language)).join(' ')}
          </span>
        ),
      },
    ];
  }, [language, plan, preview, choices, toggle]);
}

/** The rows of one outcome; the last answer stays on screen until the next is in. */
function usePreviewOf(
  plan: ImportPlan,
  only: Outcome | null,
): { readonly preview: ImportPreview | undefined; readonly isReading: boolean } {
  const [answer, setAnswer] = useState<{ plan: ImportPlan; only: Outcome | null; preview?: ImportPreview }>();
  useEffect(() => {
    let isCurrent = true;
    void previewImport(plan, only).then((preview) => {
      if (isCurrent)
        setAnswer((old) => ({ plan, only, ...(preview ? { preview } : old && { preview: old.preview }) }));
    });
    return () => {
      isCurrent = false;
    };
  }, [plan, only]);
  return { preview: answer?.preview, isReading: answer?.plan !== plan || answer.only !== only };
}

/** Every row as it is read, with what it would do; what is taken is the analyst's to decide. */
export function PreviewStep({ plan, onPlan, onBack, onDone }: Props): ReactElement {
  const { language } = useText();
  const t = importText[language];
  const [only, setOnly] = useState<Outcome | null>(null);
  const { preview, isReading } = usePreviewOf(plan, only);
  const [choices, setChoices] = useState<Choices>(new Map());
  const [isWriting, setWriting] = useState(false);
  const isBusy = isReading || isWriting;
  const [message, setMessage] = useState('');
  const [current, setCurrent] = useState<PreviewRow>();
  const toggle = useMemo(
    () => (row: PreviewRow) => {
      if (canBeTaken(row.outcome)) setChoices((old) => new Map(old).set(row.row, !isTaken(row, old)));
    },
    [],
  );
  const columns = useColumns(plan, preview, choices, toggle);
  if (!preview) return <ImportProgress isBusy={isBusy} />;
  const { counts, rows } = preview;
  // A proposal that was taken changes the row that is looked at.
  const shown = rows.find(({ row }) => row === current?.row);
  const all = outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
  const listed = only === null ? all : (counts[only] ?? 0);
  const decided = [...choices.values()];
  const moved = decided.reduce((sum, taken) => sum + (taken ? 1 : -1), 0);
  const byThemselves = (counts.new ?? 0) + (counts.changed ?? 0);
  const refused = (counts.rejected ?? 0) + (counts.repeated ?? 0);
  const taken = byThemselves + moved;
  const run = async (): Promise<void> => {
    setWriting(true);
    setMessage('');
    const step = await runImport(
      plan,
      [...choices].map(([row, chosen]) => ({ row, isTaken: chosen })),
    );
    setWriting(false);
    if (step) onDone(step);
    else setMessage(t.cancelled);
  };
  return (
    <>
      <div className="filter" role="group" aria-label={t.result}>
        {([null, ...outcomes] as const).map((outcome) => {
          const count = outcome === null ? all : (counts[outcome] ?? 0);
          return outcome !== null && count === 0 ? null : (
            <button
              key={outcome ?? 'all'}
              type="button"
              className={only === outcome ? 'chip on' : 'chip'}
              aria-pressed={only === outcome}
              onClick={() => setOnly(outcome)}
            >
              <b>{formatNumber(count, language)}</b>{' '}
              {outcome === null ? t.allRows : outcomeWords[language][outcome]}
            </button>
          );
        })}
      </div>
      <DataTable
        label={t.stepPreview}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.row)}
        onPreview={toggle}
        onCurrent={setCurrent}
        onCellKey={(event, row) => {
          const [first] = row.proposals;
          if (!event.altKey || event.key !== 'Enter' || !first) return false;
          event.preventDefault();
          onPlan(withCell(plan, row.row, first));
          return true;
        }}
      />
      {shown && shown.notes.length > 0 ? <CurrentRow row={shown} plan={plan} onPlan={onPlan} /> : null}
      <div className="import-foot">
        <span className="sub" role="status">
          {message !== ''
            ? message
            : listed > rows.length
              ? fill(t.showing, {
                  count: formatNumber(Math.min(shownRows, rows.length), language),
                  all: formatNumber(listed, language),
                })
              : t.onlyPreview}
        </span>
        <ImportProgress isBusy={isBusy} />
        <button type="button" className="btn quiet" onClick={onBack}>
          {t.back}
        </button>
        {refused > 0 ? (
          <button type="button" className="btn" onClick={() => void saveRejects(plan)}>
            {countedText('saveRejects', refused, language)}
          </button>
        ) : null}
        <span className="import-go">
          <button
            type="button"
            className="btn primary"
            disabled={taken === 0 || isBusy}
            onClick={() => void run()}
          >
            {countedText('importRows', taken, language)}
          </button>
          <small>{t.undoNote}</small>
        </span>
      </div>
    </>
  );
}
