import type { ReactElement } from 'react';
import type { AsicModel } from '../../../shared/domain/fleet.ts';
import type { RecordField } from '../../../shared/domain/records.ts';
import { ask } from '../../flows/ask.ts';
import { useAnswer } from '../../ui/useAnswer.ts';
import { EntryField } from './EntryField.tsx';

/** The model of a fleet: a shipped one, which knows its hash rate and efficiency, or any other. */
export function ModelField({
  field,
  typed,
  isTried,
  question,
  onType,
  onModel,
}: {
  readonly field: RecordField;
  readonly typed: string;
  readonly isTried: boolean;
  readonly question?: string | undefined;
  readonly onType: (text: string) => void;
  readonly onModel: (model: AsicModel) => void;
}): ReactElement {
  const models = useAnswer('models', () => ask('fleet.models', {})) ?? [];
  return (
    <EntryField
      field={field}
      typed={typed}
      isTried={isTried}
      question={question}
      proposals={models.map(({ name }) => name)}
      onType={(text) => {
        const model = models.find(({ name }) => name === text);
        if (model) onModel(model);
        else onType(text);
      }}
    />
  );
}
