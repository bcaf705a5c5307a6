import { useState, type ReactElement } from 'react';
import { readQuantity } from '../../../../shared/exchange/readQuantity.ts';
import { formatExact } from '../../../../shared/format/number.ts';
import { useText } from '../../../ui/useText.ts';

interface Props {
  /** What the number is; shown before the field, or only told to a screen reader. */
  readonly label: string;
  readonly isShown?: boolean;
  readonly value: number;
  /** Written and read in per cent. */
  readonly isPercent?: boolean;
  readonly unit?: string;
  readonly isWrong?: boolean;
  /** Null while what is typed cannot be read. */
  readonly onRead: (value: number | null) => void;
}

/** A number that is read as it is typed; what cannot be read stays, marked. */
export function NumberField({
  label,
  isShown = false,
  value,
  isPercent = false,
  unit = '',
  isWrong = false,
  onRead,
}: Props): ReactElement {
  const { language } = useText();
  const scale = isPercent ? 0.01 : 1;
  const rounded = (x: number): number => Number((x / scale).toPrecision(12));
  const [typed, setTyped] = useState(() => formatExact(rounded(value), language));
  const read = (text: string): number | null => {
    const reading = readQuantity(text, isPercent ? 'percent' : '1', language);
    return reading.kind === 'read' ? reading.value * scale : null;
  };
  const shownUnit = isPercent ? '%' : unit;
  return (
    <label className="inline mc-field">
      {isShown ? `${label} ` : null}
      <span className="field">
        <input
          value={typed}
          aria-label={isShown ? undefined : label}
          inputMode="decimal"
          autoComplete="off"
          size={Math.max(5, Math.min(16, typed.length))}
          aria-invalid={isWrong || read(typed) === null}
          onChange={({ target }) => {
            setTyped(target.value);
            onRead(read(target.value));
          }}
        />
        {shownUnit === '' ? null : <span className="u">{shownUnit}</span>}
      </span>
    </label>
  );
}
