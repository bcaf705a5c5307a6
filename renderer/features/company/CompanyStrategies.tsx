import { useMemo, type ReactElement } from 'react';
import { companyCashFlowChart } from '../../../shared/charts/companyCashFlowChart.ts';
import { resultFields } from '../../../shared/engine/analysis/resultFields.ts';
import type { CompanyFigures, CompanyStrategy } from '../../../shared/engine/analysis/companyFigures.ts';
import { formatMillions, formatNumber, formatPercent } from '../../../shared/format/number.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { StrategyMark } from '../../briefing/Marks.tsx';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { show } from '../../flows/navigation.ts';
import { useApp } from '../../store/appStore.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';

function useColumns(siteCount: number): readonly Column<CompanyStrategy>[] {
  const { language, text } = useText();
  const column = (
    id: string,
    head: string,
    unit: string,
    exportedUnit: string,
    of: (row: CompanyStrategy) => number | null,
    shown: (value: number) => string,
    optional = false,
  ): Column<CompanyStrategy> => ({
    id,
    head,
    unit,
    numeric: true,
    optional,
    sortBy: of,
    exported: { unit: exportedUnit, of: (row) => of(row) ?? text.notApplicable },
    cell: (row) => {
      const value = of(row);
      if (value === null) return <span className="na">{text.notApplicable}</span>;
      return <span className={value < 0 ? 'neg' : ''}>{shown(value)}</span>;
    },
  });
  return [
    {
      id: 'name',
      head: text.strategy,
      exported: {
        unit: '',
        of: ({ kind }) => (kind === 'best' ? text.bestPerSite : strategyNames[language][kind]),
      },
      cell: ({ kind }) =>
        kind === 'best' ? (
          text.bestPerSite
        ) : (
          <>
            <StrategyMark mark={kind} />
            {strategyNames[language][kind]}
          </>
        ),
    },
    {
      id: 'coverage',
      head: text.sitesCovered,
      numeric: true,
      sortBy: (row) => row.siteCount,
      cell: (row) => fill(text.coverage, { count: row.siteCount, all: siteCount }),
    },
    column(
      'mw',
      'MW',
      text.gridMw,
      text.gridMw,
      (row) => row.gridMw,
      (value) => formatNumber(value, language),
    ),
    column(
      'npv',
      text.npv,
      text.millionUsd,
      resultFields.npvUsd.unit,
      (row) => row.npvUsd,
      (value) => formatMillions(value, language),
    ),
    column(
      'perMw',
      text.perMw,
      text.millionPerMw,
      resultFields.npvUsdPerGridMw.unit,
      (row) => row.npvUsdPerGridMw,
      (value) => formatNumber(value / 1e6, language, 2),
    ),
    column(
      'irr',
      text.irr,
      text.percent,
      resultFields.irrPerYear.unit,
      (row) => row.irrPerYear,
      (value) => formatPercent(value, language),
    ),
    column(
      'payback',
      text.payback,
      text.years,
      resultFields.paybackMonths.unit,
      (row) => row.paybackMonths,
      (value) => formatNumber(value / 12, language, 1),
    ),
    column(
      'peak',
      text.peak,
      text.millionUsd,
      resultFields.peakFundingUsd.unit,
      (row) => row.peakFundingUsd,
      (value) => formatMillions(value, language),
    ),
    column(
      'moic',
      text.moic,
      '×',
      resultFields.moic.unit,
      (row) => row.moic,
      (value) => formatNumber(value, language, 2),
      true,
    ),
  ];
}

/** Sites that no sum holds, each with the reason. */
function Excluded({ figures }: { readonly figures: CompanyFigures }): ReactElement | null {
  const { language, text } = useText();
  const sites = useApp((state) => state.sites);
  const reasons = [
    ...figures.notComputable.map(({ siteId, missing }) => ({
      siteId,
      reason: fill(text.missingInputs, { names: missing.map((key) => inputLabel(key, language)).join(', ') }),
    })),
    ...figures.otherHorizon.map((siteId) => ({ siteId, reason: text.otherHorizon })),
  ];
  if (reasons.length === 0) return null;
  return (
    <section className="pad" aria-label={text.notInSum}>
      <h2 className="small-head">{text.notInSum}</h2>
      <ul>
        {reasons.map(({ siteId, reason }) => (
          <li key={siteId}>
            <button type="button" className="link" onClick={() => void show({ name: 'site', id: siteId })}>
              {sites.find(({ id }) => id === siteId)?.name ?? siteId}
            </button>{' '}
            <span className="muted">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The strategies of a company as sums over its sites, with coverage. */
export function CompanyStrategies({ figures }: { readonly figures: CompanyFigures }): ReactElement {
  const { language, text } = useText();
  const columns = useColumns(figures.siteCount);
  const spec = useMemo(() => companyCashFlowChart(figures, language), [figures, language]);
  return (
    <div className="scroll" role="region" aria-label={text.overview} tabIndex={0}>
      <DataTable
        label={text.strategies}
        rows={figures.strategies}
        rowKey={(row) => row.kind}
        isBest={(row) => row.kind === 'best'}
        columns={columns}
      />
      <p className="note pad">{text.companyNote}</p>
      {figures.strategies.length === 0 ? null : <ChartFrame spec={spec} />}
      <Excluded figures={figures} />
    </div>
  );
}
