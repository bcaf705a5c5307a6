import type { ReactElement } from 'react';
import type { InputKey } from '../../../shared/engine/analysis/inputTable.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { useText } from '../../ui/useText.ts';
import type { MovableInput } from './movableInputs.ts';

/** One of the inputs that can be moved; `none` is a choice where it has a name. */
export function InputChoice({
  label,
  inputs,
  value,
  none,
  onChoose,
}: {
  readonly label: string;
  readonly inputs: readonly MovableInput[];
  readonly value: InputKey | null;
  readonly none?: string;
  readonly onChoose: (input: MovableInput | null) => void;
}): ReactElement {
  const { language } = useText();
  return (
    <label className="inline">
      {label}{' '}
      <select
        value={value ?? ''}
        onChange={(event) => onChoose(inputs.find(({ key }) => key === event.target.value) ?? null)}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {inputs.map(({ key }) => (
          <option key={key} value={key}>
            {inputLabel(key, language)}
          </option>
        ))}
      </select>
    </label>
  );
}
