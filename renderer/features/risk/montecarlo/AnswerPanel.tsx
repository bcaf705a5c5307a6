import { useMemo, type ReactElement } from 'react';
import { endOfYear, gainHistogram } from '../../../../shared/charts/monteCarloCharts.ts';
import type { MonteCarloResult } from '../../../../shared/engine/montecarlo/monteCarloResult.ts';
import { conversions } from '../../../../shared/engine/montecarlo/summarise.ts';
import { isStrategyKind } from '../../../../shared/engine/strategy/verdict.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { answerSentences } from '../../../../shared/text/monteCarloWords.ts';
import { strategyNames } from '../../../../shared/text/strategyNames.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { chooseConversion } from '../../../flows/runMonteCarlo.ts';
import { useMonteCarlo } from '../../../store/monteCarloStore.ts';
import { useText } from '../../../ui/useText.ts';

/** P16 How likely converting beats mining, in words and as a histogram. */
export function AnswerPanel({ result }: { readonly result: MonteCarloResult }): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const conversion = useMonteCarlo((state) => state.conversion);
  const run = useMonteCarlo((state) => state.run);
  const { gain, plans, valuationMonth, horizonMonths } = result;
  const spec = useMemo(() => (gain ? gainHistogram(gain, language) : undefined), [gain, language]);
  if (!gain || !spec)
    return (
      <section className="risk-panel" aria-label={t.answerTitle}>
        <p className="pad">{t.answerNone}</p>
      </section>
    );
  const computed = conversions.filter((kind) =>
    plans.some(({ plan }) => plan.kind === 'strategy' && plan.strategy === kind),
  );
  const lastYear = endOfYear(valuationMonth, horizonMonths, Math.ceil(horizonMonths / 12) - 1);
  return (
    <section className="risk-panel" aria-label={t.answerTitle}>
      <div className="strip">
        <label className="inline">
          {t.conversion}{' '}
          <select
            value={conversion ?? ''}
            disabled={run?.started === null}
            onChange={({ target }) => chooseConversion(isStrategyKind(target.value) ? target.value : null)}
          >
            <option value="">{t.bestOfBase}</option>
            {computed.map((kind) => (
              <option key={kind} value={kind}>
                {strategyNames[language][kind]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {answerSentences(gain, lastYear, language).map((sentence) => (
        <p key={sentence} className="answer">
          {sentence}
        </p>
      ))}
      <ChartFrame spec={spec} />
    </section>
  );
}
