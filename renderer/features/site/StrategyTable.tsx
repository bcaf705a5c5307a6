import type { ReactElement } from 'react';
import { resultFields, type ResultField } from '../../../shared/domain/resultFields.ts';
import type { SiteFigures, StrategyOutcome } from '../../../shared/engine/analysis/siteAnalysis.ts';
import { formatDate, formatMillions, formatNumber, formatPercent } from '../../../shared/format/number.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { strategyNames } from '../../../shared/text/strategyNames.ts';
import { StrategyMark } from '../../briefing/Marks.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { ResultButton } from '../../ui/ResultButton.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';

export type Denominator = 'gridMwh' | 'criticalMwYear';

interface ResultColumn {
  readonly field: ResultField;
  readonly head: string;
  readonly unit: string;
  readonly shown: (value: number) => string;
  readonly optional?: boolean;
}

function useResultColumns(denominator: Denominator): readonly ResultColumn[] {
  const { language, text } = useText();
  const millions = (value: number) => formatMillions(value, language);
  return [
    { field: 'npvUsd', head: text.npv, unit: text.millionUsd, shown: millions },
    {
      field: 'npvUsdPerGridMw',
      head: text.perMw,
      unit: text.millionPerMw,
      shown: (value) => formatNumber(value / 1e6, language, 2),
    },
    denominator === 'gridMwh'
      ? {
          field: 'ebitdaUsdPerContractedGridMwh',
          head: text.ebitda,
          unit: `$ / ${text.perGridMwh}`,
          shown: (value) => formatNumber(value, language, 1),
        }
      : {
          field: 'ebitdaUsdPerCriticalMwYear',
          head: text.ebitda,
          unit: `${text.millionUsd} / ${text.perMwYear}`,
          shown: (value) => formatNumber(value / 1e6, language, 3),
        },
    {
      field: 'irrPerYear',
      head: text.irr,
      unit: text.percent,
      shown: (value) => formatPercent(value, language),
    },
    {
      field: 'paybackMonths',
      head: text.payback,
      unit: text.years,
      shown: (value) => formatNumber(value / 12, language, 1),
    },
    { field: 'peakFundingUsd', head: text.peak, unit: text.millionUsd, shown: millions },
    {
      field: 'moic',
      head: text.moic,
      unit: '×',
      shown: (value) => formatNumber(value, language, 2),
      optional: true,
    },
    {
      field: 'terminalShareOfNpv',
      head: text.terminal,
      unit: text.shareOfNpv,
      shown: (value) => formatPercent(value, language, 0),
      optional: true,
    },
  ];
}

/** A figure of a strategy in a cell; what cannot be computed or has no value is said in words. */
function ResultCell({
  outcome,
  column,
}: {
  readonly outcome: StrategyOutcome;
  readonly column: ResultColumn;
}): ReactElement {
  const { language, text } = useText();
  if (!outcome.computable)
    return (
      <span className="na" title={text.notComputable}>
        {column.field === 'npvUsd' ? text.notComputable : '–'}
      </span>
    );
  const value = outcome.figures[column.field];
  if (value === null) return <span className="na">{text.notApplicable}</span>;
  return (
    <ResultButton
      field={column.field}
      value={value}
      title={`${strategyNames[language][outcome.kind]}, ${column.head}`}
      display={column.shown(value)}
      unit={column.unit}
    />
  );
}

function StrategyName({
  outcome,
  months,
}: {
  readonly outcome: StrategyOutcome;
  readonly months: readonly string[];
}): ReactElement {
  const { language, text } = useText();
  const end = outcome.computable ? outcome.figures.miningEndMonth : null;
  const lastMonth = end === null ? undefined : months[end - 1];
  return (
    <>
      <StrategyMark mark={outcome.kind} />
      {strategyNames[language][outcome.kind]}
      {lastMonth === undefined ? null : (
        <span className="t">{fill(text.miningEnds, { month: formatDate(lastMonth, language) })}</span>
      )}
      {outcome.computable ? null : (
        <span className="t">
          {fill(text.missingInputs, {
            names: outcome.missing.map((key) => inputLabel(key, language)).join(', '),
          })}
        </span>
      )}
    </>
  );
}

/** The strategies side by side on one horizon and one denominator. */
export function StrategyTable({
  analysis,
  denominator,
  onOpen,
}: {
  readonly analysis: SiteFigures;
  readonly denominator: Denominator;
  readonly onOpen: (kind: StrategyOutcome['kind']) => void;
}): ReactElement {
  const { language, text } = useText();
  const results = useResultColumns(denominator).map((column): Column<StrategyOutcome> => ({
    id: column.field,
    head: column.head,
    unit: column.unit,
    numeric: true,
    optional: column.optional ?? false,
    sortBy: (row) => (row.computable ? row.figures[column.field] : null),
    cell: (row) => <ResultCell outcome={row} column={column} />,
    exported: {
      unit: resultFields[column.field].unit,
      of: (row) => (row.computable ? (row.figures[column.field] ?? text.notApplicable) : null),
    },
  }));
  const scopes: Readonly<Record<StrategyOutcome['kind'], string>> = {
    keepMining: text.scopeNone,
    refresh: text.scopeMachines,
    redeploy: text.scopeMove,
    colocation: text.scopeHall,
    gpuCloud: text.scopeGpu,
    alliance: text.scopeAlliance,
    hybrid: text.scopeHall,
    sellShell: text.scopeHall,
    sellSite: text.scopeNone,
  };
  return (
    <DataTable
      label={text.strategies}
      rows={analysis.strategies}
      rowKey={(row) => row.kind}
      isBest={(row) => row.kind === analysis.verdict.best}
      onOpen={(row) => {
        if (row.computable) onOpen(row.kind);
      }}
      columns={[
        {
          id: 'name',
          head: text.strategy,
          cell: (row) => <StrategyName outcome={row} months={analysis.months} />,
          exported: { unit: '', of: (row) => strategyNames[language][row.kind] },
        },
        ...results,
        { id: 'scope', head: text.scope, optional: true, cell: (row) => scopes[row.kind] },
      ]}
    />
  );
}
