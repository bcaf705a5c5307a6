import type { ReactElement } from 'react';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { useText } from '../../ui/useText.ts';

/** What can be done with a row of a scenario that may be changed. */
export function RowActs({
  what,
  onEdit,
  onRemove,
}: {
  readonly what: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  return (
    <td className="row-acts">
      <button type="button" className="btn" aria-label={fill(t.editRow, { what })} onClick={onEdit}>
        {t.edit}
      </button>
      <button type="button" className="btn" aria-label={fill(t.removeRow, { what })} onClick={onRemove}>
        {t.remove}
      </button>
    </td>
  );
}
