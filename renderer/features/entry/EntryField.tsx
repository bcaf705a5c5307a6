import type { ReactElement } from 'react';
import type { RecordField } from '../../../shared/domain/records.ts';
import {
  readEntry,
  readingOfTyped,
  readingText,
  type EntryReading,
} from '../../../shared/exchange/readEntry.ts';
import type { Language } from '../../../shared/format/number.ts';
import { columnLabel, entryText, optionWord } from '../../../shared/text/entryText.ts';
import { unitName } from '../../../shared/text/inputLabels.ts';
import { fill, screenText } from '../../../shared/text/screenText.ts';
import { useText } from '../../ui/useText.ts';

/** Why a text cannot be stored, in words; undefined where it can. */
export function whyNot(field: RecordField, reading: EntryReading, language: Language): string | undefined {
  const t = entryText[language];
  switch (reading.kind) {
    case 'value':
      return undefined;
    case 'needsText':
      return t.needsText;
    case 'needsDate':
      return t.needsDate;
    case 'ambiguous':
      return fill(t.ambiguous, {
        readings: reading.readings.map((value) => readingText(field, value, language)).join(' · '),
      });
    case 'outOfBounds':
      return fill(t.needsNumber, {
        low: readingText(field, reading.min, language),
        high: readingText(field, reading.max, language),
      });
    case 'wrongUnit':
      return fill(screenText[language].wrongUnit, {
        unit: reading.unit,
        wanted: unitName(field.unit ?? '', language) || '–',
      });
    case 'notANumber': {
      const { min = 0, max = 0 } = field;
      return fill(t.needsNumber, {
        low: readingText(field, min, language),
        high: readingText(field, max, language),
      });
    }
  }
}

interface Props {
  readonly field: RecordField;
  readonly label?: string;
  readonly typed: string;
  /** Whether faults are shown: after the first try to store. */
  readonly isTried: boolean;
  /** What the analyst is asked about a number that can be stored but is unusual. */
  readonly question?: string | undefined;
  /** Takes the whole width, for a text that is often long. */
  readonly isWide?: boolean;
  /** What may be chosen; anything else may be typed. */
  readonly proposals?: readonly string[];
  readonly onType: (text: string) => void;
}

function Control({
  field,
  typed,
  isTried,
  proposals = [],
  onType,
  id,
}: Props & { readonly id: string }): ReactElement {
  const { language } = useText();
  const reading = readEntry(field, typed, language);
  const shared = {
    id,
    value: typed,
    'aria-invalid': isTried && reading.kind !== 'value',
    'aria-describedby': `${id}-hint`,
    'aria-required': field.isRequired === true,
  };
  if (field.type === 'choice')
    return (
      <select {...shared} onChange={(event) => onType(event.target.value)}>
        <option value="">{field.isRequired ? '' : entryText[language].missing}</option>
        {field.options?.map((option) => (
          <option key={option} value={option}>
            {optionWord(option, language)}
          </option>
        ))}
      </select>
    );
  if (field.type === 'long')
    return <textarea {...shared} rows={3} onChange={(event) => onType(event.target.value)} />;
  return (
    <>
      <input
        {...shared}
        inputMode={field.type === 'number' ? 'decimal' : 'text'}
        autoComplete="off"
        {...(proposals.length > 0 && { list: `${id}-proposals` })}
        onChange={(event) => onType(event.target.value)}
      />
      {proposals.length === 0 ? null : (
        <datalist id={`${id}-proposals`}>
          {proposals.map((proposal) => (
            <option key={proposal} value={proposal} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** One column of a form: what is typed, its unit, and how it is read. */
export function EntryField(props: Props): ReactElement {
  const { language } = useText();
  const { field, typed, isTried, label = columnLabel(field.key, language) } = props;
  const id = `entry-${field.key}`;
  const reading = readEntry(field, typed, language);
  const fault = (isTried ? whyNot(field, reading, language) : undefined) ?? props.question;
  const isRead = field.type === 'number' && reading.kind === 'value' && typeof reading.value === 'number';
  const hint = isRead
    ? fill(entryText[language].readAs, {
        value: readingOfTyped(field, typed, Number(reading.value), language),
      })
    : '';
  const unit = unitName(field.unit ?? '', language);
  return (
    <div className={field.type === 'long' || props.isWide ? 'entry-field entry-long' : 'entry-field'}>
      <label htmlFor={id}>
        {label}
        {field.isRequired ? ' *' : ''}
        {unit === '' ? '' : <small>{` ${unit}`}</small>}
      </label>
      <Control {...props} id={id} />
      <span id={`${id}-hint`} className={fault ? 'neg' : 'note'} role={fault ? 'alert' : undefined}>
        {fault ?? hint}
      </span>
    </div>
  );
}
