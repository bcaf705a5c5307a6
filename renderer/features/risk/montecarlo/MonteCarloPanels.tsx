import { useEffect, type ReactElement } from 'react';
import type { SiteFigures } from '../../../../shared/engine/analysis/siteAnalysis.ts';
import type { MonteCarloResult } from '../../../../shared/engine/montecarlo/monteCarloResult.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { rankingSentence } from '../../../../shared/text/monteCarloWords.ts';
import { fill } from '../../../../shared/text/screenText.ts';
import { takeUpSite } from '../../../flows/runMonteCarlo.ts';
import { useApp } from '../../../store/appStore.ts';
import { useMonteCarlo } from '../../../store/monteCarloStore.ts';
import { useText } from '../../../ui/useText.ts';
import { AnswerPanel } from './AnswerPanel.tsx';
import { BacktestPanel } from './BacktestPanel.tsx';
import { CorrelationEditors } from './CorrelationEditors.tsx';
import { DrawDialog } from './DrawDialog.tsx';
import { DriversTable } from './DriversTable.tsx';
import { FanPanel } from './FanPanel.tsx';
import { ImportancePanel } from './ImportancePanel.tsx';
import { KeptRuns } from './KeptRuns.tsx';
import { OpenDraw } from './OpenDraw.tsx';
import { PlansTable } from './PlansTable.tsx';
import { RunBar } from './RunBar.tsx';
import { ScatterPanel } from './ScatterPanel.tsx';
import { usePlanNames } from './usePlanNames.ts';

/** P35 What has to be known to read the figures: their errors, the ranking, what was left out and why. */
function Reading({ result }: { readonly result: MonteCarloResult }): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const nameOf = usePlanNames();
  const byEngine = result.plans.filter(({ computedBy }) => computedBy === 'engine');
  return (
    <div className="mc-notes">
      {result.ranking ? (
        <p className={result.ranking.mayChange ? 'warn' : ''} role="status">
          {rankingSentence(result.ranking, language)}
        </p>
      ) : null}
      <p className="note">{t.error}</p>
      <p className="note">{t.foresight}</p>
      <p className="note">{t.emptyHall}</p>
      {byEngine.length > 0 ? (
        <p className="note">
          {fill(t.byEngine, { plans: byEngine.map(({ plan }) => nameOf(plan)).join(', ') })}
        </p>
      ) : null}
      {result.leftOut.length > 0 ? (
        <p className="note">
          {fill(t.leftOut, { plans: result.leftOut.map(({ plan }) => nameOf(plan)).join(', ') })}
        </p>
      ) : null}
    </div>
  );
}

function Results({ result }: { readonly result: MonteCarloResult }): ReactElement {
  return (
    <>
      <div className="risk-panels">
        <FanPanel result={result} />
        <AnswerPanel result={result} />
      </div>
      <PlansTable result={result} />
      <Reading result={result} />
      <div className="risk-panels">
        <ImportancePanel result={result} />
        <ScatterPanel />
      </div>
      <OpenDraw result={result} />
    </>
  );
}

/** P14 – P16, P35, P36 Ranges, distributions, correlations and what they come to, on one page. */
export function MonteCarloPanels({ analysis }: { readonly analysis: SiteFigures }): ReactElement | null {
  const { language } = useText();
  const t = monteCarloText[language];
  const evidence = useApp((state) => state.evidence);
  const siteId = useMonteCarlo((state) => state.siteId);
  const settings = useMonteCarlo((state) => state.settings);
  const run = useMonteCarlo((state) => state.run);
  const draw = useMonteCarlo((state) => state.draw);
  const { inputs } = analysis;
  useEffect(() => {
    if (evidence && evidence.siteId === analysis.siteId) void takeUpSite(evidence, inputs);
  }, [evidence, analysis.siteId, inputs]);
  if (!evidence || !settings || siteId !== evidence.siteId) return null;
  return (
    <section className="risk-panel mc" aria-label={t.title}>
      <h2 className="pad-head">{t.title}</h2>
      <p className="note pad-head">{t.lead}</p>
      <RunBar evidence={evidence} settings={settings} />
      {run?.result ? <Results result={run.result} /> : null}
      <DriversTable settings={settings} analysis={analysis} />
      <CorrelationEditors settings={settings} />
      <BacktestPanel analysis={analysis} />
      <KeptRuns />
      {draw ? <DrawDialog draw={draw} /> : null}
    </section>
  );
}
