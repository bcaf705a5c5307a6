import type { ReactElement } from 'react';
import { plannedStrategies } from '../../../shared/engine/analysis/sitePlans.ts';
import type { RiskResult } from '../../../shared/engine/risk/riskResult.ts';
import type { SiteSwings } from '../../../shared/engine/risk/tornado.ts';
import { isStrategyKind } from '../../../shared/engine/strategy/verdict.ts';
import { riskText } from '../../../shared/text/riskText.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { useRisk } from '../../store/riskStore.ts';
import { useText } from '../../ui/useText.ts';
import { useResult } from './useResult.ts';

/** Which result is looked at while inputs move: the gain over mining or the NPV, of one strategy or the best conversion. */
export function ResultChoice({ swings }: { readonly swings: SiteSwings }): ReactElement {
  const result = useResult(swings);
  const { language } = useText();
  const t = riskText[language];
  const set = useRisk((state) => state.set);
  const choose = (change: Partial<RiskResult>): void => {
    const next = { ...result, ...change };
    // Mining has no gain over itself.
    set({
      result:
        next.measure === 'gain' && next.strategy === 'keepMining'
          ? { ...next, strategy: 'bestConversion' }
          : next,
    });
  };
  const strategies = plannedStrategies.filter((kind) => result.measure === 'npv' || kind !== 'keepMining');
  return (
    <div className="strip">
      <div className="seg" role="group" aria-label={t.result}>
        {(['gain', 'npv'] as const).map((measure) => (
          <button
            key={measure}
            type="button"
            aria-pressed={result.measure === measure}
            onClick={() => choose({ measure })}
          >
            {measure === 'gain' ? t.gain : t.npvOf}
          </button>
        ))}
      </div>
      <label className="inline">
        {t.strategy}{' '}
        <select
          value={result.strategy}
          onChange={(event) => {
            const { value } = event.target;
            choose({ strategy: isStrategyKind(value) ? value : 'bestConversion' });
          }}
        >
          <option value="bestConversion">{t.bestConversion}</option>
          {strategies.map((kind) => (
            <option key={kind} value={kind}>
              {strategyNames[language][kind]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
