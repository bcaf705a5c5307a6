import { useMemo, useState, type ReactElement } from 'react';
import { fanChart } from '../../../../shared/charts/monteCarloCharts.ts';
import type { PlanRef } from '../../../../shared/engine/analysis/planFlows.ts';
import type { MonteCarloResult } from '../../../../shared/engine/montecarlo/monteCarloResult.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { useText } from '../../../ui/useText.ts';
import { usePlanNames } from './usePlanNames.ts';

const keyOf = (plan: PlanRef): string => (plan.kind === 'strategy' ? plan.strategy : `own ${plan.id}`);

/** The fan of the cumulative flow of one plan. */
export function FanPanel({ result }: { readonly result: MonteCarloResult }): ReactElement | null {
  const { language } = useText();
  const t = monteCarloText[language];
  const nameOf = usePlanNames();
  const [chosen, setChosen] = useState<string | null>(null);
  const first = result.plans.find(
    ({ plan }) =>
      plan.kind === 'strategy' && plan.strategy === (result.gain?.conversion ?? result.ranking?.first),
  );
  const shown = result.plans.find(({ plan }) => keyOf(plan) === chosen) ?? first ?? result.plans[0];
  const spec = useMemo(
    () => (shown ? fanChart(shown, result, nameOf, language) : undefined),
    [shown, result, nameOf, language],
  );
  if (!shown || !spec) return null;
  return (
    <section className="risk-panel" aria-label={spec.title}>
      <div className="strip">
        <label className="inline">
          {t.strategy}{' '}
          <select value={keyOf(shown.plan)} onChange={({ target }) => setChosen(target.value)}>
            {result.plans.map(({ plan }) => (
              <option key={keyOf(plan)} value={keyOf(plan)}>
                {nameOf(plan)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ChartFrame spec={spec} />
    </section>
  );
}
