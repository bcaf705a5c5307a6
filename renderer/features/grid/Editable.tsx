import { useState, type ReactElement, type ReactNode } from 'react';
import type { GridSubject } from '../../../shared/domain/gridEdit.ts';
import { gridKindWord, gridText } from '../../../shared/text/gridText.ts';
import { useText } from '../../ui/useText.ts';
import { EditGrid } from './EditGrid.tsx';

/** A list for reading that turns into one whose cells are edited, and back. */
export function Editable({
  subject,
  children,
}: {
  readonly subject: GridSubject;
  readonly children: ReactNode;
}): ReactElement {
  const { language } = useText();
  const text = gridText[language];
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <div className="grid-bar">
        {isEditing ? <span className="sub">{text.hint}</span> : <span />}
        <button
          type="button"
          className="btn"
          aria-pressed={isEditing}
          aria-label={`${isEditing ? text.stop : text.edit}: ${gridKindWord(subject.kind, language)}`}
          onClick={() => setEditing(!isEditing)}
        >
          {isEditing ? text.stop : text.edit}
        </button>
      </div>
      {isEditing ? <EditGrid subject={subject} /> : children}
    </>
  );
}
