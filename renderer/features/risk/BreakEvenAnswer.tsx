import { useMemo, type ReactElement } from 'react';
import { curveChart } from '../../../shared/charts/curveChart.ts';
import type { BreakEven } from '../../../shared/engine/risk/breakEven.ts';
import { npvPerMw } from '../../../shared/engine/risk/riskResult.ts';
import type { SiteSwings } from '../../../shared/engine/risk/tornado.ts';
import { breakEvenSentences, hashpriceSentences, rivalName } from '../../../shared/text/breakEvenWords.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { riskText } from '../../../shared/text/riskText.ts';
import { foundWords, inputWords } from '../../../shared/text/riskWords.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { setInput } from '../../flows/editInput.ts';
import { useApp } from '../../store/appStore.ts';
import { useRisk } from '../../store/riskStore.ts';
import { useText } from '../../ui/useText.ts';
import type { MovableInput } from './movableInputs.ts';

/** Which of the two is ahead in force: 1, −1, or 0 where it is not known. */
function leadInForce({ question }: BreakEven, swings: SiteSwings): number {
  const { strategy, rival } = question;
  const own = npvPerMw(swings.base, strategy);
  const other = rival.kind === 'strategy' ? npvPerMw(swings.base, rival.strategy) : rival.usdPerGridMw;
  return own === null || other === null ? 0 : Math.sign(own - other);
}

/** R7.1e The curve along a second input, or that it has no point. */
function Curve({ inputs }: { readonly inputs: readonly MovableInput[] }): ReactElement | null {
  const { language } = useText();
  const t = riskText[language];
  const curve = useRisk((state) => state.curve);
  const spec = useMemo(() => {
    if (!curve) return undefined;
    const { strategy, rival, key } = curve.question;
    const unit = inputs.find((input) => input.key === key)?.unit ?? '';
    return curveChart(
      curve,
      { a: strategyNames[language][strategy], b: rivalName(rival, language), unit },
      language,
    );
  }, [curve, inputs, language]);
  if (!curve) return null;
  return spec ? (
    <ChartFrame spec={spec} />
  ) : (
    <p className="answer">{fill(t.curveNone, { all: curve.points.length })}</p>
  );
}

/** R7.1d What was found, in words; a solution can be set as the analyst's own value. */
export function BreakEvenAnswer({
  siteId,
  swings,
  inputs,
}: {
  readonly siteId: string;
  readonly swings: SiteSwings;
  readonly inputs: readonly MovableInput[];
}): ReactElement | null {
  const { language } = useText();
  const t = riskText[language];
  const breakEven = useRisk((state) => state.breakEven);
  const hashpriceUsdPerPhDay = useApp((state) => state.analysis?.hashpriceUsdPerPhDay[0]);
  const input = inputs.find(({ key }) => key === breakEven?.question.key);
  if (!breakEven || !input) return null;
  const { key, unit, base } = input;
  const words = (value: number): string => inputWords(key, value, unit, language);
  const hashprices = hashpriceSentences(breakEven, { btcPriceUsd: base, hashpriceUsdPerPhDay }, language);
  const found = (value: number): string => foundWords(key, value, unit, language);
  const sentences = breakEvenSentences(breakEven, { unit, lead: leadInForce(breakEven, swings) }, language);
  return (
    <>
      <div role="status">
        {sentences.map((sentence) => (
          <p key={sentence} className="answer">
            {sentence}
          </p>
        ))}
        {hashprices.map((sentence) => (
          <p key={sentence} className="note pad-head">
            {sentence}
          </p>
        ))}
        <p className="note pad-note">{fill(t.inForce, { value: words(base) })}</p>
      </div>
      {input.isInScenario ? (
        <p className="note pad-note">{t.inScenario}</p>
      ) : (
        <div className="risk-form">
          {breakEven.solutions.map(({ value }) => (
            <button
              key={value}
              type="button"
              className="btn"
              onClick={() => void setInput(siteId, key, value)}
            >
              {fill(t.adopt, { input: inputLabel(key, language), value: found(value) })}
            </button>
          ))}
        </div>
      )}
      <Curve inputs={inputs} />
    </>
  );
}
