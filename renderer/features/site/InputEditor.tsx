import type { ReactElement } from 'react';
import type { ResolvedInput } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { scenarioName } from '../../../shared/scenarios/scenarioNames.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { fill } from '../../../shared/text/screenText.ts';
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
  const { key, scenario } = input;
  return (
    <QuantityForm
      id={`edit-${key}`}
      label={inputLabel(key, language)}
      bounds={input}
      onStore={(value) => void setInput(siteId, key, value).then(onClose)}
      onClose={onClose}
    >
      {scenario ? (
        <span className="note">
          {fill(scenarioScreenText[language].editsBase, { name: scenarioName(scenario, language) })}
        </span>
      ) : null}
      {input.origin === 'own' || scenario?.baseOrigin === 'own' ? (
        <button type="button" className="btn" onClick={() => void clearInput(siteId, key).then(onClose)}>
          {text.back}
        </button>
      ) : null}
    </QuantityForm>
  );
}
