import type { ReactElement } from 'react';
import type { ResolvedInput } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { clearInput, setInput } from '../../flows/editInput.ts';
import { QuantityForm } from '../../ui/QuantityForm.tsx';
import { useText } from '../../ui/useText.ts';

interface Props {
  readonly input: ResolvedInput;
  readonly siteId: string;
  readonly onClose: () => void;
}

/** The analyst's own value for an input of the site, or back to the portfolio's. */
export function InputEditor({ input, siteId, onClose }: Props): ReactElement {
  const { language, text } = useText();
  const { key } = input;
  return (
    <QuantityForm
      id={`edit-${key}`}
      label={inputLabel(key, language)}
      bounds={input}
      onStore={(value) => void setInput(siteId, key, value).then(onClose)}
      onClose={onClose}
    >
      {input.origin === 'own' ? (
        <button type="button" className="btn" onClick={() => void clearInput(siteId, key).then(onClose)}>
          {text.back}
        </button>
      ) : null}
    </QuantityForm>
  );
}
