import type { ReactElement, ReactNode } from 'react';
import { useText } from './useText.ts';

interface Props {
  readonly title: string;
  readonly note: string | null;
  readonly onOpen: () => void;
  /** What opening the row does, where it is another word. */
  readonly openLabel?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A look at one row beside its table. The focus stays in the table; Enter there opens the row. */
export function SidePanel({ title, note, onOpen, openLabel, onClose, children }: Props): ReactElement {
  const { text } = useText();
  return (
    <aside className="side" aria-label={`${text.preview}: ${title}`}>
      <div className="side-head">
        <h2>
          {title} {note === null ? null : <span className="t">{note}</span>}
        </h2>
        <button type="button" className="btn quiet" onClick={onClose}>
          {text.close} <kbd>Esc</kbd>
        </button>
      </div>
      {children}
      <div className="actions">
        <button type="button" className="btn primary" onClick={onOpen}>
          {openLabel ?? text.open}
        </button>
      </div>
    </aside>
  );
}
