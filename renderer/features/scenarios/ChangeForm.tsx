import { useState, type ReactElement } from 'react';
import type { ScenarioBody } from '../../../shared/domain/scenario.ts';
import { inputKeys, inputTable, isInputKey } from '../../../shared/engine/analysis/inputTable.ts';
import { changeOperations } from '../../../shared/engine/scenario/scenario.ts';
import { changeBounds } from '../../../shared/scenarios/changeBounds.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { QuantityForm } from '../../ui/QuantityForm.tsx';
import { useText } from '../../ui/useText.ts';
import { ScopeChoice } from './ScopeChoice.tsx';

type Change = ScenarioBody['changes'][number];

const firstChange: Omit<Change, 'value'> = {
  key: 'btcPriceUsd',
  operation: 'multiply',
  scope: { of: 'all' },
  source: null,
};

/** What the number of a change is: in the unit of its input, or a bare factor. */
function boundsOf({ key, operation }: Pick<Change, 'key' | 'operation'>) {
  const bounds = { low: null, high: null, ...changeBounds({ key, operation }) };
  return operation === 'multiply'
    ? { key: 'factor', unit: '×', ...bounds }
    : { key, unit: inputTable[key].unit, ...bounds };
}

/** R7.3a A change of an input being entered; its number is read in the notation of the language. */
export function ChangeForm({
  change,
  onStore,
  onClose,
}: {
  readonly change: Change | undefined;
  readonly onStore: (change: Change) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { language } = useText();
  const t = scenarioScreenText[language];
  const [draft, setDraft] = useState<Omit<Change, 'value'>>(change ?? firstChange);
  const keys = inputKeys
    .map((key) => ({ key, label: inputLabel(key, language) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, language));
  return (
    <div className="scenario-form" role="group" aria-label={t.addChange}>
      <label className="field-row">
        <span>{t.input}</span>
        <select
          value={draft.key}
          onChange={({ target }) => {
            if (isInputKey(target.value)) setDraft({ ...draft, key: target.value });
          }}
        >
          {keys.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="field-row">
        <span>{t.operation}</span>
        <select
          value={draft.operation}
          onChange={({ target }) => {
            const operation = changeOperations.find((one) => one === target.value);
            if (operation) setDraft({ ...draft, operation });
          }}
        >
          {changeOperations.map((operation) => (
            <option key={operation} value={operation}>
              {t[operation]}
            </option>
          ))}
        </select>
      </label>
      <ScopeChoice scope={draft.scope} onChange={(scope) => setDraft({ ...draft, scope })} />
      <label className="field-row">
        <span>{t.changeSource}</span>
        <input
          value={draft.source ?? ''}
          maxLength={500}
          onChange={({ target }) => setDraft({ ...draft, source: target.value === '' ? null : target.value })}
        />
      </label>
      <QuantityForm
        key={`${draft.key}${draft.operation}`}
        id="scenario-change"
        label={draft.operation === 'multiply' ? t.factor : t.value}
        bounds={boundsOf(draft)}
        onStore={(value) => onStore({ ...draft, value })}
        onClose={onClose}
      />
    </div>
  );
}
