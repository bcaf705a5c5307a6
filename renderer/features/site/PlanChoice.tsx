import type { ReactElement } from 'react';
import type { PlanRef } from '../../../shared/engine/analysis/planFlows.ts';
import { planKey, planName, planOfKey } from '../../../shared/text/planNames.ts';
import { planText } from '../../../shared/text/planText.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

/** The plans of the site on screen that can be computed: strategies, then own plans. */
export function PlanChoice({
  label,
  current,
  onChoose,
}: {
  readonly label: string;
  readonly current: PlanRef;
  readonly onChoose: (plan: PlanRef) => void;
}): ReactElement {
  const { language, text } = useText();
  const analysis = useApp((state) => state.analysis);
  const ownPlans = analysis?.ownPlans ?? [];
  const strategies = analysis?.strategies.filter(({ computable }) => computable) ?? [];
  return (
    <label className="inline">
      {label}{' '}
      <select value={planKey(current)} onChange={(event) => onChoose(planOfKey(event.target.value))}>
        <optgroup label={text.strategies}>
          {strategies.map(({ kind }) => (
            <option key={kind} value={kind}>
              {planName({ kind: 'strategy', strategy: kind }, ownPlans, language)}
            </option>
          ))}
        </optgroup>
        {ownPlans.length === 0 ? null : (
          <optgroup label={planText[language].plans}>
            {ownPlans.map(({ id, name }) => (
              <option key={id} value={planKey({ kind: 'own', id })}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}
