import type { ReactElement } from 'react';
import { useText } from './useText.ts';

/** The field that narrows the table below; the slash key finds it by its id. */
export function FilterField({
  words,
  onChange,
}: {
  readonly words: string;
  readonly onChange: (words: string) => void;
}): ReactElement {
  const { text } = useText();
  return (
    <input
      className="field"
      type="search"
      id="filter"
      value={words}
      placeholder={`${text.filter}  /`}
      aria-label={text.filter}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
