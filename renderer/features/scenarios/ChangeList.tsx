import { useState, type ReactElement } from 'react';
import type { ScenarioBody } from '../../../shared/domain/scenario.ts';
import { inputTable } from '../../../shared/engine/analysis/inputTable.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { changeText } from '../../../shared/text/scenario/changedInputText.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { scopeText, sourceWords } from '../../../shared/text/scenario/shockText.ts';
import { useText } from '../../ui/useText.ts';
import { RowActs } from './RowActs.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import { useScopeNames } from './ScopeChoice.tsx';

type Changes = ScenarioBody['changes'];

interface Props {
  readonly changes: Changes;
  readonly canEdit: boolean;
  readonly onSave: (changes: Changes) => void;
}

function ChangeTable({
  changes,
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
          <th scope="col">{t.input}</th>
          <th scope="col">{t.change}</th>
          <th scope="col">{t.forWhich}</th>
          <th scope="col">{t.sourceHead}</th>
          {canEdit ? <th scope="col">{t.acts}</th> : null}
        </tr>
      </thead>
      <tbody>
        {changes.map((change, place) => {
          const what = inputLabel(change.key, language);
          return (
            <tr key={`${change.key}${place}`}>
              <th scope="row">{what}</th>
              <td>{changeText(change, inputTable[change.key].unit, language)}</td>
              <td>{scopeText(change.scope, names, language)}</td>
              <td>{sourceWords(change.source, language)}</td>
              {canEdit ? (
                <RowActs
                  what={what}
                  onEdit={() => onEdit(place)}
                  onRemove={() => onSave(changes.filter((_change, index) => index !== place))}
                />
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** R7.3a The inputs that a scenario changes. */
export function ChangeList({ changes, canEdit, onSave }: Props): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const [edited, setEdited] = useState<number | 'new' | null>(null);
  const store = (change: Changes[number]) => {
    onSave(
      edited === 'new'
        ? [...changes, change]
        : changes.map((one, place) => (place === edited ? change : one)),
    );
    setEdited(null);
  };
  return (
    <section aria-label={t.changes}>
      <h3>{t.changes}</h3>
      {changes.length === 0 ? (
        <p className="note">{t.noChanges}</p>
      ) : (
        <ChangeTable changes={changes} canEdit={canEdit} onSave={onSave} onEdit={setEdited} />
      )}
      {canEdit && edited === null ? (
        <button type="button" className="btn" onClick={() => setEdited('new')}>
          {t.addChange}
        </button>
      ) : null}
      {canEdit && edited !== null ? (
        <ChangeForm
          key={edited}
          change={edited === 'new' ? undefined : changes[edited]}
          onStore={store}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </section>
  );
}
