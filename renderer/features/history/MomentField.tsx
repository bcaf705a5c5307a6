import type { ReactElement } from 'react';
import { portfolioChangesText } from '../../../shared/text/portfolioChangesText.ts';
import { chooseMomentFile } from '../../flows/compareMoments.ts';
import { useText } from '../../ui/useText.ts';
import { choiceOf, optionOf, type Choice, type MomentGroup } from './momentOptions.ts';

/** One end of a span: a moment from a list, a day, or a file that is asked for. */
export function MomentField({
  label,
  groups,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly groups: readonly MomentGroup[];
  readonly chosen: Choice;
  readonly onChange: (choice: Choice) => void;
}): ReactElement {
  const { language } = useText();
  const t = portfolioChangesText[language];
  const choose = async (value: string) => {
    const choice = choiceOf(value);
    if (choice.kind !== 'chooseFile') onChange(choice);
    else {
      const file = await chooseMomentFile();
      if (file) onChange(file);
    }
  };
  return (
    <span className="moment">
      <label>
        {label}
        <select value={optionOf(chosen)} onChange={(event) => void choose(event.target.value)}>
          {groups.map((group) => {
            const options = group.options.map(({ value, label: name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ));
            return group.label === '' ? (
              options
            ) : (
              <optgroup key={group.label} label={group.label}>
                {options}
              </optgroup>
            );
          })}
        </select>
      </label>
      {chosen.kind === 'day' ? (
        <input
          type="date"
          aria-label={`${label}: ${t.day}`}
          value={chosen.day}
          onChange={(event) => onChange({ kind: 'day', day: event.target.value })}
        />
      ) : null}
    </span>
  );
}
