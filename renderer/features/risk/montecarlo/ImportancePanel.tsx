import { useMemo, type ReactElement } from 'react';
import { importanceChart } from '../../../../shared/charts/monteCarloCharts.ts';
import type { MonteCarloResult } from '../../../../shared/engine/montecarlo/monteCarloResult.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { useText } from '../../../ui/useText.ts';

/** R7.2m Which drivers decide the result. */
export function ImportancePanel({ result }: { readonly result: MonteCarloResult }): ReactElement | null {
  const { language } = useText();
  const spec = useMemo(() => importanceChart(result, language), [result, language]);
  return spec ? (
    <section className="risk-panel" aria-label={monteCarloText[language].importanceTitle}>
      <ChartFrame spec={spec} />
    </section>
  ) : null;
}
