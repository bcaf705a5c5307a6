import { useEffect, useState, type ReactElement } from 'react';
import { fiveNumbers } from '../../../shared/briefing/composeSiteBriefing.ts';
import { flipSentences, millionsPerMw, verdictWord } from '../../../shared/briefing/parts/verdictWords.ts';
import { cashFlowChart } from '../../../shared/charts/cashFlowChart.ts';
import type {
  SiteFigures,
  StrategyFigures,
  StrategyOutcome,
} from '../../../shared/engine/analysis/siteAnalysis.ts';
import { formatMillions, formatNumber, formatPercent } from '../../../shared/format/number.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { StrategyMark } from '../../briefing/Marks.tsx';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

type Denominator = 'gridMwh' | 'criticalMwYear';

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

/** A figure of a strategy in a cell; what cannot be computed or has no value is said in words. */
function useStrategyCells(): (
  outcome: StrategyOutcome,
  of: (figures: StrategyFigures) => number | null,
  shown: (value: number) => string,
) => ReactElement {
  const { text } = useText();
  return (outcome, of, shown) => {
    if (!outcome.computable) return <span className="na">{text.notComputable}</span>;
    const value = of(outcome.figures);
    if (value === null) return <span className="na">{text.notApplicable}</span>;
    return <span className={value < 0 ? 'neg' : ''}>{shown(value)}</span>;
  };
}

function StrategyTable({
  analysis,
  denominator,
}: {
  readonly analysis: SiteFigures;
  readonly denominator: Denominator;
}): ReactElement {
  const { language, text } = useText();
  const cell = useStrategyCells();
  const ebitda = (figures: StrategyFigures) =>
    denominator === 'gridMwh' ? figures.ebitdaUsdPerContractedGridMwh : figures.ebitdaUsdPerCriticalMwYear;
  const column = (
    id: string,
    head: string,
    unit: string,
    of: (figures: StrategyFigures) => number | null,
    shown: (value: number) => string,
    optional = false,
  ) => ({
    id,
    head,
    unit,
    optional,
    numeric: true,
    sortBy: (row: StrategyOutcome) => (row.computable ? of(row.figures) : null),
    cell: (row: StrategyOutcome) => cell(row, of, shown),
  });
  const scope = (row: StrategyOutcome) =>
    row.kind === 'keepMining' ? text.scopeNone : row.kind === 'gpuCloud' ? text.scopeGpu : text.scopeHall;
  return (
    <DataTable
      label={text.strategies}
      rows={analysis.strategies}
      rowKey={(row) => row.kind}
      isBest={(row) => row.kind === analysis.verdict.best}
      columns={[
        {
          id: 'name',
          head: text.strategy,
          cell: (row) => (
            <>
              <StrategyMark mark={row.kind} />
              {strategyNames[language][row.kind]}
              {row.computable ? null : (
                <span className="t">
                  {fill(text.missingInputs, {
                    names: row.missing.map((key) => inputLabel(key, language)).join(', '),
                  })}
                </span>
              )}
            </>
          ),
        },
        column(
          'npv',
          text.npv,
          text.millionUsd,
          (figures) => figures.npvUsd,
          (value) => formatMillions(value, language),
        ),
        column(
          'perMw',
          text.perMw,
          text.millionPerMw,
          (figures) => figures.npvUsdPerGridMw,
          (value) => formatNumber(value / 1e6, language, 2),
        ),
        column(
          'ebitda',
          text.ebitda,
          denominator === 'gridMwh' ? `$ / ${text.perGridMwh}` : `${text.millionUsd} / ${text.perMwYear}`,
          ebitda,
          (value) =>
            denominator === 'gridMwh'
              ? formatNumber(value, language, 1)
              : formatNumber(value / 1e6, language, 3),
        ),
        column(
          'irr',
          text.irr,
          text.percent,
          (figures) => figures.irrPerYear,
          (value) => formatPercent(value, language),
        ),
        column(
          'payback',
          text.payback,
          text.years,
          (figures) => figures.paybackMonths,
          (value) => formatNumber(value / 12, language, 1),
        ),
        column(
          'peak',
          text.peak,
          text.millionUsd,
          (figures) => figures.peakFundingUsd,
          (value) => formatMillions(value, language),
        ),
        column(
          'moic',
          text.moic,
          '×',
          (figures) => figures.moic,
          (value) => formatNumber(value, language, 2),
          true,
        ),
        column(
          'terminal',
          text.terminal,
          text.shareOfNpv,
          (figures) => figures.terminalShareOfNpv,
          (value) => formatPercent(value, language, 0),
          true,
        ),
        { id: 'scope', head: text.scope, optional: true, cell: scope },
      ]}
    />
  );
}

interface Props {
  readonly analysis: SiteFigures;
  readonly onShowInputs: () => void;
}

export function StrategiesPanel({ analysis, onShowInputs }: Props): ReactElement {
  const { language, text } = useText();
  const [denominator, setDenominator] = useState<Denominator>('gridMwh');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key.toLowerCase() === 'n' && !isTyping && !event.metaKey && !event.ctrlKey)
        setDenominator((before) => (before === 'gridMwh' ? 'criticalMwYear' : 'gridMwh'));
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const { counts } = analysis;
  const isComputable = analysis.strategies.some((outcome) => outcome.computable);
  return (
    <div className="scroll" role="region" aria-label={text.overview} tabIndex={0}>
      <Verdict analysis={analysis} />
      <div className="strip">
        <button type="button" className="link" onClick={onShowInputs}>
          {fill(text.counts, {
            sourced: counts.fact + counts.derived,
            preset: counts.preset,
            own: counts.own,
            missing: counts.missing,
          })}
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
      <StrategyTable analysis={analysis} denominator={denominator} />
      {isComputable ? <ChartFrame spec={cashFlowChart(analysis, language)} /> : null}
    </div>
  );
}
