import { useState, type ReactElement } from 'react';
import type { ScenarioBody } from '../../../shared/domain/scenario.ts';
import { shockNames } from '../../../shared/text/scenario/shockNames.ts';
import {
  durationText,
  scopeText,
  sizesText,
  sourceWords,
  startText,
} from '../../../shared/text/scenario/shockText.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { useText } from '../../ui/useText.ts';
import { RowActs } from './RowActs.tsx';
import { useScopeNames } from './ScopeChoice.tsx';
import { ShockForm } from './ShockForm.tsx';

type Shocks = ScenarioBody['shocks'];

interface Props {
  readonly shocks: Shocks;
  readonly canEdit: boolean;
  readonly onSave: (shocks: Shocks) => void;
}

function ShockTable({
  shocks,
  canEdit,
  onSave,
  onEdit,
}: Props & { readonly onEdit: (place: number) => void }): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const names = useScopeNames();
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.change}</th>
          <th scope="col">{t.start}</th>
          <th scope="col">{t.forWhich}</th>
          <th scope="col">{t.sourceHead}</th>
          {canEdit ? <th scope="col">{t.acts}</th> : null}
        </tr>
      </thead>
      <tbody>
        {shocks.map((shock, place) => {
          const what = shockNames[language][shock.kind];
          return (
            <tr key={`${shock.kind}${place}`}>
              <th scope="row">{what}</th>
              <td>{sizesText(shock, language)}</td>
              <td>{`${startText(shock.start, language)}, ${durationText(shock.durationMonths, language)}`}</td>
              <td>{scopeText(shock.scope, names, language)}</td>
              <td>{sourceWords(shock.source, language)}</td>
              {canEdit ? (
                <RowActs
                  what={what}
                  onEdit={() => onEdit(place)}
                  onRemove={() => onSave(shocks.filter((_shock, index) => index !== place))}
                />
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** R7.3b What happens in a scenario. */
export function ShockList({ shocks, canEdit, onSave }: Props): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const [edited, setEdited] = useState<number | 'new' | null>(null);
  const store = (shock: Shocks[number]) => {
    onSave(
      edited === 'new' ? [...shocks, shock] : shocks.map((one, place) => (place === edited ? shock : one)),
    );
    setEdited(null);
  };
  return (
    <section aria-label={t.shocks}>
      <h3>{t.shocks}</h3>
      {shocks.length === 0 ? (
        <p className="note">{t.noShocks}</p>
      ) : (
        <ShockTable shocks={shocks} canEdit={canEdit} onSave={onSave} onEdit={setEdited} />
      )}
      {canEdit && edited === null ? (
        <button type="button" className="btn" onClick={() => setEdited('new')}>
          {t.addShock}
        </button>
      ) : null}
      {canEdit && edited !== null ? (
        <ShockForm
          key={edited}
          shock={edited === 'new' ? undefined : shocks[edited]}
          onStore={store}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </section>
  );
}
