import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { unitText } from '../../shared/text/inputLabels.ts';
import { useQuantity, type QuantityBounds } from './useQuantity.ts';
import { useText } from './useText.ts';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly bounds: QuantityBounds;
  readonly onStore: (value: number) => void;
  readonly onClose: () => void;
  /** Further ways to leave the field, as going back to the portfolio's value. */
  readonly children?: ReactNode;
}

/** One number being entered, with its unit, its usual range and how it is read. */
export function QuantityForm({ id, label, bounds, onStore, onClose, children }: Props): ReactElement {
  const { language, text } = useText();
  const quantity = useQuantity(bounds, onStore);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const { typed, question, hint, usual } = quantity;
  return (
    <form
      className="editor"
      onSubmit={(event) => {
        event.preventDefault();
        quantity.submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <span className="field">
        <input
          ref={field}
          id={id}
          value={typed}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={question !== null}
          aria-describedby={`${id}-hint`}
          placeholder={usual}
          onChange={(event) => quantity.type(event.target.value)}
        />
        <span className="u">{unitText(bounds.key, bounds.unit, language)}</span>
      </span>
      <button type="submit" className="btn primary">
        {text.store}
      </button>
      <button type="button" className="btn" onClick={onClose}>
        {text.cancel}
      </button>
      {children}
      <p id={`${id}-hint`} className={question ? 'neg' : 'note'} role="status">
        {question ? question.sentence : hint}
        {question?.offers.map(({ value, label: offer }) => (
          <button key={offer} type="button" className="btn" onClick={() => quantity.take(value)}>
            {offer}
          </button>
        ))}
      </p>
    </form>
  );
}
