import { useId, useState, type ReactElement } from 'react';
import { readQuantity } from '../../../shared/exchange/readQuantity.ts';
import { formatExact } from '../../../shared/format/number.ts';
import { isPercent, unitText } from '../../../shared/text/inputLabels.ts';
import { inputText } from '../../../shared/text/inputText.ts';
import { useText } from '../../ui/useText.ts';

interface Props {
  readonly label: string;
  /** The input whose unit and notation the field has. */
  readonly input: { readonly key: string; readonly unit: string };
  readonly value: number;
  /** Null while what is typed cannot be read. */
  readonly onRead: (value: number | null) => void;
}

/** One number of a question; it is read as it is typed, and what cannot be read stays, marked. */
export function QuantityInput({ label, input, value, onRead }: Props): ReactElement {
  const { language, text } = useText();
  const { key, unit } = input;
  const hint = useId();
  const scale = isPercent(key, unit) ? 0.01 : 1;
  const written = (x: number): string => formatExact(x / scale, language);
  const [typed, setTyped] = useState(() => written(value));
  const reading = readQuantity(typed, isPercent(key, unit) ? 'percent' : unit, language);
  const isRead = reading.kind === 'read';
  const type = (next: string): void => {
    setTyped(next);
    const read = readQuantity(next, isPercent(key, unit) ? 'percent' : unit, language);
    onRead(read.kind === 'read' ? read.value * scale : null);
  };
  return (
    <span className="risk-field">
      <label className="inline">
        {label}{' '}
        <span className="field">
          <input
            value={typed}
            inputMode="decimal"
            autoComplete="off"
            size={8}
            aria-invalid={!isRead}
            aria-describedby={hint}
            onChange={(event) => type(event.target.value)}
          />
          <span className="u">{unitText(key, unit, language)}</span>
        </span>
      </label>
      <span id={hint} className="neg" role="status">
        {isRead ? '' : reading.kind === 'ambiguous' ? text.ambiguous : text.notANumber}
        {reading.kind === 'ambiguous'
          ? reading.readings.map((one) => (
              <button key={one} type="button" className="btn" onClick={() => type(written(one * scale))}>
                {inputText(key, one * scale, unit, language)}
              </button>
            ))
          : null}
      </span>
    </span>
  );
}
