import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { GridRow, GridSubject } from '../../../shared/domain/gridEdit.ts';
import type { RecordField, SourceEntry } from '../../../shared/domain/records.ts';
import {
  planPaste,
  rowsToWrite,
  writtenCells,
  type PastePlan,
} from '../../../shared/exchange/grid/planPaste.ts';
import type { Decimal } from '../../../shared/exchange/grid/readGridCell.ts';
import { countedCells, gridText } from '../../../shared/text/gridText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { writeGrid } from '../../flows/editGrid.ts';
import { useText } from '../../ui/useText.ts';
import { PastedCells } from './PastedCells.tsx';

export interface PastedBlock {
  readonly block: readonly (readonly string[])[];
  readonly start: { readonly row: number; readonly column: number };
}

interface Props {
  readonly subject: GridSubject;
  readonly fields: readonly RecordField[];
  readonly rows: readonly GridRow[];
  readonly pasted: PastedBlock;
  readonly onClose: () => void;
}

interface Answers {
  readonly decimal: Decimal | null;
  readonly takesNewRows: boolean;
  readonly takesUnusual: boolean;
  readonly source: string;
}

/** What is left to the analyst: the decimal sign where it is open, new rows, the source. */
function Questions({
  plan,
  wasOpen,
  answers,
  onAnswer,
}: {
  readonly plan: PastePlan;
  readonly wasOpen: boolean;
  readonly answers: Answers;
  readonly onAnswer: (answers: Answers) => void;
}): ReactElement {
  const { language } = useText();
  const text = gridText[language];
  return (
    <div className="grid-questions">
      {wasOpen ? (
        <label>
          {text.decimal}
          <select
            aria-invalid={plan.isOpen}
            value={answers.decimal ?? ''}
            onChange={({ target: { value } }) =>
              onAnswer({ ...answers, decimal: value === 'comma' || value === 'point' ? value : null })
            }
          >
            <option value="">{text.byLanguage}</option>
            <option value="comma">{text.comma}</option>
            <option value="point">{text.point}</option>
          </select>
        </label>
      ) : null}
      <label className="grid-source">
        {text.sourceAll}
        <input
          value={answers.source}
          maxLength={300}
          onChange={(event) => onAnswer({ ...answers, source: event.target.value })}
        />
      </label>
      {plan.newRows > 0 ? (
        <label className="grid-check">
          <input
            type="checkbox"
            checked={answers.takesNewRows}
            onChange={(event) => onAnswer({ ...answers, takesNewRows: event.target.checked })}
          />
          {countedCells('addRows', plan.newRows, language)}
        </label>
      ) : null}
      {plan.unusual > 0 ? (
        <label className="grid-check">
          <input
            type="checkbox"
            checked={answers.takesUnusual}
            onChange={(event) => onAnswer({ ...answers, takesUnusual: event.target.checked })}
          />
          {countedCells('takeUnusual', plan.unusual, language)}
        </label>
      ) : null}
      {plan.newRows > 0 && !answers.takesNewRows ? (
        <p className="note">{countedCells('noNewRows', plan.newRows, language)}</p>
      ) : null}
      {plan.columnsBeyond > 0 ? (
        <p className="note">{countedCells('beyond', plan.columnsBeyond, language)}</p>
      ) : null}
    </div>
  );
}

/** A pasted block before it is stored: how every cell is read, what it replaces, what is refused and why. */
export function PasteDialog({ subject, fields, rows, pasted, onClose }: Props): ReactElement {
  const { language, text: screen } = useText();
  const text = gridText[language];
  const dialog = useRef<HTMLDialogElement>(null);
  const [answers, setAnswers] = useState<Answers>({
    decimal: null,
    takesNewRows: true,
    takesUnusual: false,
    source: '',
  });
  const [isBusy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const { decimal, takesNewRows, takesUnusual } = answers;
  const { block, start } = pasted;
  const plan = useMemo(
    () => planPaste({ subject, fields, rows, block, start, language, decimal, takesNewRows, takesUnusual }),
    [subject, fields, rows, block, start, language, decimal, takesNewRows, takesUnusual],
  );
  const written = writtenCells(plan).length;
  const store = async (): Promise<void> => {
    setBusy(true);
    const title = answers.source.trim();
    const source: SourceEntry = { title: title === '' ? null : title, url: null };
    const isStored = await writeGrid({ subject, rows: rowsToWrite(plan, rows), source });
    setBusy(false);
    if (isStored) dialog.current?.close();
  };
  const width = Math.max(...block.map((cells) => cells.length));
  return (
    <dialog ref={dialog} className="entry grid-paste" aria-labelledby="paste-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void store();
        }}
      >
        <h2 id="paste-title">{fill(text.paste, { rows: block.length, columns: width })}</h2>
        <Questions
          plan={plan}
          wasOpen={plan.isOpen || decimal !== null}
          answers={answers}
          onAnswer={setAnswers}
        />
        <PastedCells subject={subject} rows={rows} plan={plan} />
        <div className="actions">
          <button type="button" className="btn quiet" onClick={() => dialog.current?.close()}>
            {screen.cancel}
          </button>
          <button type="submit" className="btn primary" disabled={written === 0 || plan.isOpen || isBusy}>
            {countedCells('write', written, language)}
          </button>
        </div>
      </form>
    </dialog>
  );
}
