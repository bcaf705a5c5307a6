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
import { useSensitivity } from './useSensitivity.ts';

/** What decides the result of a site; each panel stands for itself. */
export function RiskTab({ analysis }: { readonly analysis: SiteFigures }): ReactElement {
  const { language } = useText();
  const sensitivity = useSensitivity();
  return (
    <div className="scroll risk" role="region" aria-label={riskText[language].tab} tabIndex={0}>
      <RiskProgressBar />
      {sensitivity ? <ResultChoice sensitivity={sensitivity} /> : null}
      <div className="risk-panels">
        <TornadoPanel analysis={analysis} sensitivity={sensitivity} />
        <HeatMapPanel analysis={analysis} sensitivity={sensitivity} />
      </div>
      <FlipsPanel sensitivity={sensitivity} />
      <BreakEvenPanel analysis={analysis} sensitivity={sensitivity} />
      <MonteCarloPanels analysis={analysis} />
    </div>
  );
}
