import { useId, useState, type ReactElement } from 'react';
import { choiceText, type ChoiceAct } from '../../shared/text/choiceText.ts';
import { useText } from './useText.ts';

interface Props {
  readonly label: string;
  readonly act: ChoiceAct;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onAct: (value: string) => void;
  readonly selectClass?: string;
}

/** A choice that acts by its button: a closed list changes with every arrow key, before anybody has chosen. */
export function ChoiceWithButton({ label, act, options, onAct, selectClass }: Props): ReactElement {
  const { language } = useText();
  const t = choiceText[language];
  const id = useId();
  const [value, setValue] = useState('');
  // What was chosen may be gone from the list.
  const chosen = options.some((option) => option.value === value) ? value : '';
  return (
    <span className="inline">
      <label className="inline">
        <span id={id}>{label}</span>{' '}
        <select
          className={selectClass}
          value={chosen}
          disabled={options.length === 0}
          onChange={(event) => setValue(event.target.value)}
        >
          <option value="">{t.choose}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>{' '}
      <button
        type="button"
        className="btn"
        aria-describedby={id}
        // It keeps the focus after it has acted, so that the next key is still heard.
        aria-disabled={chosen === ''}
        onClick={() => {
          if (chosen === '') return;
          setValue('');
          onAct(chosen);
        }}
      >
        {t[act]}
      </button>
    </span>
  );
}
