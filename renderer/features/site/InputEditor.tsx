import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import type { ResolvedInput } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { readQuantity } from '../../../shared/exchange/readQuantity.ts';
import { inputText } from '../../../shared/text/inputText.ts';
import { inputLabel, isPercent, unitText } from '../../../shared/text/inputLabels.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { clearInput, setInput } from '../../flows/editInput.ts';
import { useText } from '../../ui/useText.ts';

interface Question {
  readonly sentence: string;
  /** Values that a click stores; none where the text cannot be stored at all. */
  readonly offers: readonly { readonly value: number; readonly label: string }[];
}

interface Props {
  readonly input: ResolvedInput;
  readonly siteId: string;
  readonly onClose: () => void;
}

/** Reads in the notation of the screen's language; what cannot be stays in the field, marked and explained, unsaved. */
export function InputEditor({ input, siteId, onClose }: Props): ReactElement {
  const { language, text } = useText();
  const [typed, setTyped] = useState('');
  const [question, setQuestion] = useState<Question | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { key, unit, low, high, min, max } = input;
  const scale = isPercent(key, unit) ? 0.01 : 1;
  const shown = (value: number): string => inputText(key, value, unit, language);
  const usual = low !== null && high !== null ? `${text.usual}: ${shown(low)} – ${shown(high)}` : '';
  const store = async (value: number) => {
    await setInput(siteId, key, value);
    onClose();
  };
  /** Bounds first, then the usual range; only the latter can be overruled. */
  const consider = (value: number): void => {
    if (value < min || value > max)
      return setQuestion({
        sentence: fill(text.impossible, { low: shown(min), high: shown(max) }),
        offers: [],
      });
    if (unit === 'months' && !Number.isInteger(value))
      return setQuestion({ sentence: text.wholeOnly, offers: [] });
    if (low !== null && high !== null && (value < low || value > high))
      return setQuestion({
        sentence: fill(text.unusual, { low: shown(low), high: shown(high) }),
        offers: [{ value, label: `${text.keep}: ${shown(value)}` }],
      });
    void store(value);
    return undefined;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reading = readQuantity(typed, isPercent(key, unit) ? 'percent' : unit, language);
    if (reading.kind === 'notANumber') setQuestion({ sentence: text.notANumber, offers: [] });
    else if (reading.kind === 'wrongUnit')
      setQuestion({
        sentence: fill(text.wrongUnit, { unit: reading.unit, wanted: unitText(key, unit, language) }),
        offers: [],
      });
    else if (reading.kind === 'ambiguous')
      setQuestion({
        sentence: text.ambiguous,
        offers: reading.readings.map((value) => ({ value: value * scale, label: shown(value * scale) })),
      });
    else consider(reading.value * scale);
  };
  const reading = readQuantity(typed, isPercent(key, unit) ? 'percent' : unit, language);
  return (
    <form
      className="editor"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <label htmlFor={`edit-${key}`}>{inputLabel(key, language)}</label>
      <span className="field">
        <input
          ref={field}
          id={`edit-${key}`}
          value={typed}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={question !== null}
          aria-describedby={`hint-${key}`}
          placeholder={usual}
          onChange={(event) => {
            setTyped(event.target.value);
            setQuestion(null);
          }}
        />
        <span className="u">{unitText(key, unit, language)}</span>
      </span>
      <button type="submit" className="btn primary">
        {text.store}
      </button>
      <button type="button" className="btn" onClick={onClose}>
        {text.cancel}
      </button>
      {input.origin === 'own' ? (
        <button type="button" className="btn" onClick={() => void clearInput(siteId, key).then(onClose)}>
          {text.back}
        </button>
      ) : null}
      <p id={`hint-${key}`} className={question ? 'neg' : 'note'} role="status">
        {question
          ? question.sentence
          : reading.kind === 'read'
            ? fill(text.readAs, { value: shown(reading.value * scale) })
            : usual}
        {question?.offers.map(({ value, label }) => (
          <button
            key={label}
            type="button"
            className="btn"
            onClick={() => takeOffer(value, question, store, consider)}
          >
            {label}
          </button>
        ))}
      </p>
    </form>
  );
}

/** An unusual value is stored as offered; a reading chosen from two still has to pass the bounds. */
function takeOffer(
  value: number,
  question: Question,
  store: (value: number) => Promise<void>,
  consider: (value: number) => void,
): void {
  if (question.offers.length === 1) void store(value);
  else consider(value);
}
