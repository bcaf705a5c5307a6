import type { ReactElement } from 'react';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { riskText } from '../../../shared/text/riskText.ts';
import { useText } from '../../ui/useText.ts';
import { BreakEvenPanel } from './BreakEvenPanel.tsx';
import { FlipsPanel } from './FlipsPanel.tsx';
import { HeatMapPanel } from './HeatMapPanel.tsx';
import { MonteCarloPanels } from './montecarlo/MonteCarloPanels.tsx';
import { ResultChoice } from './ResultChoice.tsx';
import { RiskProgressBar } from './RiskProgressBar.tsx';
import { TornadoPanel } from './TornadoPanel.tsx';
import { useSwings } from './useSwings.ts';

/** What decides the result of a site; each panel stands for itself. */
export function RiskTab({ analysis }: { readonly analysis: SiteFigures }): ReactElement {
  const { language } = useText();
  const swings = useSwings();
  return (
    <div className="scroll risk" role="region" aria-label={riskText[language].tab} tabIndex={0}>
      <RiskProgressBar />
      {swings ? <ResultChoice swings={swings} /> : null}
      <div className="risk-panels">
        <TornadoPanel analysis={analysis} swings={swings} />
        <HeatMapPanel analysis={analysis} swings={swings} />
      </div>
      <FlipsPanel swings={swings} />
      <BreakEvenPanel analysis={analysis} swings={swings} />
      <MonteCarloPanels analysis={analysis} />
    </div>
  );
}
