import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { backtestChart } from '../../../../shared/charts/backtestChart.ts';
import { valuesOf } from '../../../../shared/engine/analysis/resolveInputs.ts';
import type { SiteFigures } from '../../../../shared/engine/analysis/siteAnalysis.ts';
import {
  marketBacktest,
  type BacktestScore,
  type BacktestSeries,
  type BacktestTerms,
} from '../../../../shared/engine/montecarlo/backtest/marketBacktest.ts';
import { formatMonthName, formatNumber } from '../../../../shared/format/number.ts';
import { monteCarloText } from '../../../../shared/text/monteCarloText.ts';
import { driverName, percentWords } from '../../../../shared/text/monteCarloWords.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { loadMarketMonths } from '../../../flows/runMonteCarlo.ts';
import { useMonteCarlo } from '../../../store/monteCarloStore.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import type { Column } from '../../../ui/tableColumns.ts';
import { useText } from '../../../ui/useText.ts';

/** R2.5 What the hash rate's median rests on; undefined where an input is missing. */
function termsOf({ inputs }: SiteFigures): BacktestTerms | undefined {
  const {
    hashrateAdjustmentPerMonth: adjustmentPerMonth,
    marginalFleetJPerTh,
    marginalFleetChangePerYear,
    marginalFleetPowerUsdPerMwh,
    feeShareOfRevenue,
  } = valuesOf(inputs);
  if (
    adjustmentPerMonth === undefined ||
    marginalFleetJPerTh === undefined ||
    marginalFleetChangePerYear === undefined ||
    marginalFleetPowerUsdPerMwh === undefined ||
    feeShareOfRevenue === undefined
  )
    return undefined;
  return {
    adjustmentPerMonth,
    marginalFleetJPerTh,
    marginalFleetChangePerYear,
    marginalFleetPowerUsdPerMwh,
    feeShareOfRevenue,
  };
}

function Scores({ rows }: { readonly rows: readonly BacktestScore[] }): ReactElement {
  const { language } = useText();
  const t = monteCarloText[language];
  const numeric = (
    id: string,
    head: string,
    of: (row: BacktestScore) => string,
    unit?: string,
  ): Column<BacktestScore> => ({ id, head, numeric: true, ...(unit !== undefined && { unit }), cell: of });
  return (
    <DataTable
      label={t.backtestScores}
      rows={rows}
      rowKey={({ series, horizonMonths }) => `${series} ${horizonMonths}`}
      columns={[
        { id: 'series', head: t.driver, cell: ({ series }) => driverName(series, language) },
        numeric('ahead', t.ahead, ({ horizonMonths }) => String(horizonMonths), t.monthsUnit),
        numeric('origins', t.origins, ({ origins }) => String(origins)),
        numeric('spans', t.separateSpans, ({ separateSpans }) => String(separateSpans)),
        numeric('in80', t.in80, ({ coverage80 }) => percentWords(coverage80, language)),
        numeric('in50', t.in50, ({ coverage50 }) => percentWords(coverage50, language)),
        numeric('crps', t.crps, ({ crps }) => formatNumber(crps, language, 3), 'ln'),
        numeric(
          'median',
          t.crpsOfMedian,
          ({ crpsOfMedian }) => formatNumber(crpsOfMedian, language, 3),
          'ln',
        ),
      ]}
    />
  );
}

const firstOrigin = 12;
const usualMonthsAgo = 12;

/** P52 The ranges of price and hash rate as they would have been drawn at a past month, beside what followed. */
export function BacktestPanel({ analysis }: { readonly analysis: SiteFigures }): ReactElement | null {
  const { language } = useText();
  const t = monteCarloText[language];
  const months = useMonteCarlo((state) => state.marketMonths);
  const [series, setSeries] = useState<BacktestSeries>('btcPrice');
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => void loadMarketMonths(), []);
  const terms = useMemo(() => termsOf(analysis), [analysis]);
  const rows = useMemo(() => (months && terms ? marketBacktest(months, terms) : []), [months, terms]);
  if (!months || !terms) return null;
  if (rows.length === 0) return <p className="note pad-note">{t.backtestNone}</p>;
  const usual = Math.max(firstOrigin, months.length - 1 - usualMonthsAgo);
  const at = months.findIndex(({ month }) => month === chosen);
  const origin = at >= firstOrigin ? at : usual;
  const spec = backtestChart(months, series, origin, terms, language);
  return (
    <section className="risk-panel" aria-label={t.backtest}>
      <h3 className="pad-head">{t.backtest}</h3>
      <p className="note pad-head">{t.backtestLead}</p>
      <div className="strip">
        <label className="inline">
          {t.driver}{' '}
          <select
            value={series}
            onChange={({ target }) =>
              setSeries(target.value === 'networkHashrate' ? 'networkHashrate' : 'btcPrice')
            }
          >
            {(['btcPrice', 'networkHashrate'] as const).map((one) => (
              <option key={one} value={one}>
                {driverName(one, language)}
              </option>
            ))}
          </select>
        </label>
        <label className="inline">
          {t.knownTo}{' '}
          <select value={months[origin]?.month ?? ''} onChange={({ target }) => setChosen(target.value)}>
            {months.slice(firstOrigin, -1).map(({ month }) => (
              <option key={month} value={month}>
                {formatMonthName(month, language)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {spec ? <ChartFrame spec={spec} /> : null}
      <Scores rows={rows} />
      <p className="note pad-note">{t.backtestNote}</p>
    </section>
  );
}
