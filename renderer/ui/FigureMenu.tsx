import type { ReactElement } from 'react';
import type { Figure } from '../../shared/domain/figure.ts';
import { entryText } from '../../shared/text/entryText.ts';
import { fieldLabel } from '../../shared/text/fieldLabels.ts';
import { chooseFigure, openEntry, removeFigure, setFigureAside } from '../flows/editRecord.ts';
import { MenuButton } from './MenuButton.tsx';
import { useText } from './useText.ts';

/** Whose figures a table shows. */
export interface FigureOwner {
  readonly kind: 'company' | 'site';
  readonly id: string;
}

/** What is done with one figure where it is listed. Deleting does not ask: it can be undone. */
export function FigureMenu({
  figure,
  owner,
}: {
  readonly figure: Figure;
  readonly owner: FigureOwner;
}): ReactElement {
  const { language } = useText();
  const t = entryText[language];
  const open = (edited: Figure | null) =>
    openEntry({ what: 'figure', subjectKind: owner.kind, subjectId: owner.id, figure: edited });
  return (
    <MenuButton
      className="btn"
      label={`${t.figureMore}: ${fieldLabel(figure.field, language)}`}
      items={[
        { label: t.edit, act: () => open(figure) },
        { label: t.rivalNew, act: () => open({ ...figure, id: '', enteredBy: null }) },
        figure.superseded
          ? { label: t.choose, act: () => void chooseFigure(figure.id) }
          : { label: t.setAside, act: () => void setFigureAside(figure.id) },
        { label: t.remove, act: () => void removeFigure(figure.id) },
      ]}
    >
      …
    </MenuButton>
  );
}
