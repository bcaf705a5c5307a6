import type { ReactElement } from 'react';
import { millionsPerMw } from '../../../shared/briefing/parts/verdictWords.ts';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { formatPercent } from '../../../shared/format/number.ts';
import { commonRateText, verdictWords } from '../../../shared/text/commonRateText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { useText } from '../../ui/useText.ts';

/** R5.16a The verdict once more at one rate for all blocks: whether it rests on the rates or on the flows. */
export function CommonRate({ analysis }: { readonly analysis: SiteFigures }): ReactElement | null {
  const { language } = useText();
  const { commonRateVerdict: common, verdict } = analysis;
  if (!common?.best || common.bestUsdPerMw === null) return null;
  const t = commonRateText[language];
  const isSame = common.verdict === verdict.verdict && common.best === verdict.best;
  return (
    <p className="answer common-rate">
      {fill(isSame ? t.same : t.other, {
        rate: `${formatPercent(common.discountRatePerYear, language)}\u00a0%`,
        verdict: verdictWords[language][common.verdict],
        name: strategyNames[language][common.best],
        amount: millionsPerMw(common.bestUsdPerMw, language),
      })}
    </p>
  );
}
