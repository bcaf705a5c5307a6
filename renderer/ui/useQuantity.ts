import { useState } from 'react';
import { readQuantity, typedInAnotherUnit } from '../../shared/exchange/readQuantity.ts';
import { formatExact } from '../../shared/format/number.ts';
import { inputText } from '../../shared/text/inputText.ts';
import { isPercent, unitText } from '../../shared/text/inputLabels.ts';
import { fill } from '../../shared/text/screenText.ts';
import { useText } from './useText.ts';

/** What may be typed into a field: its unit, hard bounds, and the usual range where there is one. */
export interface QuantityBounds {
  readonly key: string;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly min: number;
  readonly max: number;
}

export interface Question {
  readonly sentence: string;
  /** Values that a click stores; none where the text cannot be stored at all. */
  readonly offers: readonly { readonly value: number; readonly label: string }[];
}

export interface Quantity {
  readonly typed: string;
  readonly question: Question | null;
  /** How the text is read, or the usual range while nothing is typed. */
  readonly hint: string;
  readonly usual: string;
  readonly type: (text: string) => void;
  readonly submit: () => void;
  readonly take: (value: number) => void;
}

/** Reads in the notation of the screen's language; what cannot be stays in the field, marked and explained, unsaved. */
export function useQuantity(bounds: QuantityBounds, store: (value: number) => void): Quantity {
  const { language, text } = useText();
  const [typed, setTyped] = useState('');
  const [question, setQuestion] = useState<Question | null>(null);
  const { key, unit, low, high, min, max } = bounds;
  const readUnit = isPercent(key, unit) ? 'percent' : unit;
  const scale = isPercent(key, unit) ? 0.01 : 1;
  const shown = (value: number): string => inputText(key, value, unit, language);
  const usual = low !== null && high !== null ? `${text.usual}: ${shown(low)} – ${shown(high)}` : '';
  const reading = readQuantity(typed, readUnit, language);
  /** P1 In the field's unit, beside the one it was typed in. */
  const readAs = (value: number): string => {
    const other = typedInAnotherUnit(typed, readUnit, language);
    return other
      ? `${formatExact(other.value, language)}\u00a0${other.unit} = ${shown(value)}`
      : shown(value);
  };
  /** Bounds first, then the usual range; only the latter can be overruled. */
  const consider = (value: number): void => {
    if (value < min || value > max)
      setQuestion({ sentence: fill(text.impossible, { low: shown(min), high: shown(max) }), offers: [] });
    else if (unit === 'months' && !Number.isInteger(value))
      setQuestion({ sentence: text.wholeOnly, offers: [] });
    else if (low !== null && high !== null && (value < low || value > high))
      setQuestion({
        sentence: fill(text.unusual, { low: shown(low), high: shown(high) }),
        offers: [{ value, label: `${text.keep}: ${shown(value)}` }],
      });
    else store(value);
  };
  const submit = (): void => {
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
  return {
    typed,
    question,
    hint: reading.kind === 'read' ? fill(text.readAs, { value: readAs(reading.value * scale) }) : usual,
    usual,
    type: (next) => {
      setTyped(next);
      setQuestion(null);
    },
    submit,
    // An unusual value is stored as offered; a reading chosen from two still has to pass the bounds.
    take: (value) => (question?.offers.length === 1 ? store(value) : consider(value)),
  };
}
