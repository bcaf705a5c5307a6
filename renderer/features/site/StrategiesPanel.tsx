import { useCallback, useState, type ReactElement } from 'react';
import { fiveNumbers } from '../../../shared/briefing/composeSiteBriefing.ts';
import { flipSentences, millionsPerMw, verdictWord } from '../../../shared/briefing/parts/verdictWords.ts';
import { cashFlowChart } from '../../../shared/charts/cashFlowChart.ts';
import type { SiteFigures } from '../../../shared/engine/analysis/siteAnalysis.ts';
import type { PlanRef } from '../../../shared/engine/analysis/planFlows.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { difficultyWarning } from '../../../shared/text/marketText.ts';
import { scenarioScreenText } from '../../../shared/text/scenario/scenarioScreenText.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { withStaleNote } from '../../../shared/text/stalenessText.ts';
import { StrategyMark } from '../../briefing/Marks.tsx';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useApp } from '../../store/appStore.ts';
import { useLetterKey } from '../../ui/useLetterKey.ts';
import { useClock } from '../../ui/useClock.ts';
import { useText } from '../../ui/useText.ts';
import { CommonRate } from './CommonRate.tsx';
import { DriversPanel } from './DriversPanel.tsx';
import { Findings } from './Findings.tsx';
import { StrategyTable, type Denominator } from './StrategyTable.tsx';

/** "Not yet found" is said as such: it must not read like "none". */
function useFlipText(analysis: SiteFigures): string {
  const { language, text } = useText();
  const flips = useApp((state) => state.flips);
  if (flips === null) return text.flipsFollow;
  const found = flips.filter(({ nearest }) => nearest !== null);
  return found.length === 0
    ? text.noFlip
    : `${text.flips} ${flipSentences(found, analysis, language).join('; ')}`;
}

function Verdict({ analysis }: { readonly analysis: SiteFigures }): ReactElement {
  const { language, text } = useText();
  const flipText = useFlipText(analysis);
  const { best, runnerUp, marginUsdPerMw } = analysis.verdict;
  const missing = [
    ...new Set(analysis.strategies.flatMap((outcome) => (outcome.computable ? [] : outcome.missing))),
  ];
  return (
    <section className="verdict" aria-label={text.verdictRule}>
      <div>
        <div className="l">{text.verdictRule}</div>
        <div className="w">
          {best === null ? null : <StrategyMark mark={best} />}
          {verdictWord(analysis, language)}
        </div>
        <div className="r">
          {runnerUp !== null && marginUsdPerMw !== null
            ? fill(text.runnerUp, {
                name: strategyNames[language][runnerUp],
                amount: millionsPerMw(marginUsdPerMw, language),
              })
            : null}{' '}
          {best === null
            ? fill(text.missingInputs, { names: missing.map((key) => inputLabel(key, language)).join(', ') })
            : flipText}
        </div>
      </div>
      {fiveNumbers(analysis, language).map(({ label, value, unit, basis }) => (
        <div key={label}>
          <div className="l">{label}</div>
          <div className="v">
            {value} <small>{unit}</small>
          </div>
          <div className="r">{basis}</div>
        </div>
      ))}
    </section>
  );
}

interface Props {
  readonly analysis: SiteFigures;
  readonly onShowInputs: () => void;
  /** R4.25 The alliance opens as a view of both sides, too. */
  readonly onShowAlliance: () => void;
  /** A plan opens as its cash flow. */
  readonly onOpen: (plan: PlanRef) => void;
}

export function StrategiesPanel({ analysis, onShowInputs, onShowAlliance, onOpen }: Props): ReactElement {
  const { language, text } = useText();
  const clock = useClock();
  const [denominator, setDenominator] = useState<Denominator>('gridMwh');
  const flip = useCallback(
    () => setDenominator((before) => (before === 'gridMwh' ? 'criticalMwYear' : 'gridMwh')),
    [],
  );
  useLetterKey('n', flip);
  const { counts } = analysis;
  const warning = difficultyWarning(analysis.market, language);
  const isComputable = analysis.strategies.some((outcome) => outcome.computable);
  return (
    <div className="scroll" role="region" aria-label={text.overview} tabIndex={0}>
      <Verdict analysis={analysis} />
      {warning === null ? null : (
        <p className="market-warning" role="note">
          {warning}
        </p>
      )}
      <div className="strip">
        <button type="button" className="link" onClick={onShowInputs}>
          {fill(text.counts, {
            sourced: counts.fact + counts.derived,
            preset: counts.preset,
            own: counts.own,
            missing: counts.missing,
          })}
          {counts.scenario === undefined || counts.scenario === 0
            ? ''
            : `, ${fill(scenarioScreenText[language].byScenario, { count: counts.scenario })}`}
        </button>
        <span className="grow" />
        <span>{text.denominator}</span>
        <div className="seg" role="group" aria-label={text.denominator}>
          <button
            type="button"
            aria-pressed={denominator === 'gridMwh'}
            onClick={() => setDenominator('gridMwh')}
          >
            {text.perGridMwh}
          </button>
          <button
            type="button"
            aria-pressed={denominator === 'criticalMwYear'}
            onClick={() => setDenominator('criticalMwYear')}
          >
            {text.perMwYear}
          </button>
        </div>
        <kbd>N</kbd>
      </div>
      <StrategyTable
        analysis={analysis}
        denominator={denominator}
        onOpen={onOpen}
        onShowAlliance={onShowAlliance}
      />
      <CommonRate analysis={analysis} />
      <Findings analysis={analysis} />
      <div className="beside">
        {isComputable ? (
          <ChartFrame
            spec={withStaleNote(cashFlowChart(analysis, language), analysis.inputs, clock, language)}
          />
        ) : null}
        <DriversPanel analysis={analysis} onShowInputs={onShowInputs} />
      </div>
    </div>
  );
}
