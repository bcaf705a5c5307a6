import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { isUnusual } from '../../../shared/domain/gridEdit.ts';
import type { RecordField } from '../../../shared/domain/records.ts';
import { readGridCell } from '../../../shared/exchange/grid/readGridCell.ts';
import { readingText } from '../../../shared/exchange/readEntry.ts';
import { entryText, optionWord } from '../../../shared/text/entryText.ts';
import { fieldLabel } from '../../../shared/text/fieldLabels.ts';
import { gridFault, usualText } from '../../../shared/text/gridText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { useText } from '../../ui/useText.ts';

/** Where the focus goes after a cell is stored. */
export type Way = 'stay' | 'down' | 'up' | 'right' | 'left';

interface Props {
  readonly field: RecordField;
  /** Outside of it the number is asked about. */
  readonly usual: { readonly low: number; readonly high: number } | undefined;
  readonly label: string;
  readonly typed: string;
  readonly onStore: (value: string | number | null, way: Way) => void;
  readonly onCancel: () => void;
}

/** The way a key stores its cell and goes on; undefined for keys of the text itself. */
function wayOf({ key, shiftKey }: KeyboardEvent): Way | undefined {
  if (key === 'Enter') return shiftKey ? 'up' : 'down';
  if (key === 'Tab') return shiftKey ? 'left' : 'right';
  return undefined;
}

/** A cell being typed in: how it is read stands below it, and why it cannot be stored. */
export function CellEditor({ field, usual, label, typed, onStore, onCancel }: Props): ReactElement {
  const { language } = useText();
  const [text, setText] = useState(typed);
  const [isTried, setTried] = useState(false);
  const reading = readGridCell(field, text, language);
  // The unusual number that was asked about; typed another one, the question is open again.
  const [asked, setAsked] = useState<string | null>(null);
  const read = reading.kind === 'value' ? reading.value : null;
  const question =
    usual && asked === text && isUnusual(usual, read)
      ? usualText('again', field, usual, language)
      : undefined;
  const fault = question ?? (isTried ? gridFault(field, reading, language) : undefined);
  const store = (way: Way): void => {
    setTried(true);
    if (reading.kind !== 'value') return;
    if (isUnusual(usual, read) && asked !== text) setAsked(text);
    else onStore(read, way);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // The arrows belong to the text, and so does everything else that the table would take.
    event.stopPropagation();
    const way = wayOf(event);
    if (event.key === 'Escape') onCancel();
    if (way === undefined) return;
    event.preventDefault();
    store(way);
  };
  const shared = {
    'aria-label': label,
    'aria-invalid': fault !== undefined,
    'aria-describedby': 'grid-reading',
    // Who pressed the key wants to type now.
    ref: (element: HTMLElement | null) => element?.focus(),
    onKeyDown,
  };
  const isRead = field.type === 'number' && reading.kind === 'value' && typeof reading.value === 'number';
  const hint = isRead
    ? fill(entryText[language].readAs, { value: readingText(field, Number(reading.value), language) })
    : '';
  return (
    <span className="grid-editor">
      {field.type === 'choice' ? (
        <select {...shared} value={text} onChange={(event) => setText(event.target.value)}>
          <option value="">{entryText[language].missing}</option>
          {field.options?.map((option) => (
            <option key={option} value={option}>
              {field.key === 'field' ? fieldLabel(option, language) : optionWord(option, language)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          value={text}
          autoComplete="off"
          inputMode={field.type === 'number' ? 'decimal' : 'text'}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <small id="grid-reading" className={fault ? 'neg' : 'note'} role={fault ? 'alert' : undefined}>
        {fault ?? hint}
      </small>
    </span>
  );
}
