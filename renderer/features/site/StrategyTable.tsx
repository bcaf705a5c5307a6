import type { ReactElement } from 'react';
import { resultFields, type ResultField } from '../../../shared/engine/analysis/resultFields.ts';
import type { PlanRef } from '../../../shared/engine/analysis/planFlows.ts';
import type {
  OwnPlanOutcome,
  SiteFigures,
  StrategyOutcome,
} from '../../../shared/engine/analysis/siteAnalysis.ts';
import {
  formatDate,
  formatMillions,
  formatNumber,
  formatPercent,
  type Language,
} from '../../../shared/format/number.ts';
import { allianceText } from '../../../shared/text/allianceText.ts';
import { bothDenominators } from '../../../shared/text/conversionText.ts';
import { inputLabel } from '../../../shared/text/inputLabels.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { planKey, planMark, planName } from '../../../shared/text/planNames.ts';
import { planText } from '../../../shared/text/planText.ts';
import { StrategyMark } from '../../briefing/Marks.tsx';
import { useApp } from '../../store/appStore.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { ResultButton } from '../../ui/ResultButton.tsx';
import type { Column } from '../../ui/tableColumns.ts';
import { useText } from '../../ui/useText.ts';
import { OpenAsScenario } from './OpenAsScenario.tsx';
import { strategyPlan } from './planRefs.ts';

export type Denominator = 'gridMwh' | 'criticalMwYear';

interface ResultColumn {
  readonly field: ResultField;
  readonly head: string;
  /** Where two columns share a head. */
  readonly title?: string;
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
      field: 'yieldOnCost',
      head: text.yieldOnCostShort,
      title: text.yieldFirst,
      unit: text.yieldFirstUnit,
      shown: (value) => formatPercent(value, language),
      optional: true,
    },
    {
      field: 'yieldOnCostTermAverage',
      head: text.yieldOnCostShort,
      title: text.yieldAverage,
      unit: text.yieldAverageUnit,
      shown: (value) => formatPercent(value, language),
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

/** A strategy of R5.1 or an own plan, as a row. */
interface PlanRow {
  readonly plan: PlanRef;
  readonly name: string;
  readonly outcome: Outcome;
}

type Outcome = StrategyOutcome | OwnPlanOutcome;

/** A figure of a plan in a cell; what cannot be computed or has no value is said in words. */
function ResultCell({
  row: { name, outcome, plan },
  column,
}: {
  readonly row: PlanRow;
  readonly column: ResultColumn;
}): ReactElement {
  const { language, text } = useText();
  const ratio = useApp(
    ({ analysis }) => analysis?.inputs.find(({ key }) => key === 'grossToItRatio')?.value ?? null,
  );
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
      title={`${name}, ${column.title ?? column.head}`}
      display={column.shown(value)}
      unit={column.unit}
      plan={plan}
      hint={
        column.field.startsWith('ebitda') ? bothDenominators(outcome.figures, ratio, language) : undefined
      }
    />
  );
}

function StrategyName({
  row: { plan, name, outcome },
  months,
  onShowAlliance,
}: {
  readonly row: PlanRow;
  readonly months: readonly string[];
  readonly onShowAlliance: () => void;
}): ReactElement {
  const { language, text } = useText();
  const end = outcome.computable ? outcome.figures.miningEndMonth : null;
  const lastMonth = end === null ? undefined : months[end - 1];
  return (
    <>
      <StrategyMark mark={planMark(plan)} />
      {name}
      {plan.kind === 'own' ? <span className="t">{planText[language].ownPlan}</span> : null}
      {plan.kind === 'strategy' && plan.strategy === 'alliance' ? (
        <button type="button" className="link beside-name" onClick={onShowAlliance}>
          {allianceText[language].reach}
        </button>
      ) : null}
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

function rowsOf(analysis: SiteFigures, language: Language): PlanRow[] {
  const strategies = analysis.strategies.map((outcome): PlanRow => {
    const plan = strategyPlan(outcome.kind);
    return { plan, name: planName(plan, undefined, language), outcome };
  });
  const own = (analysis.ownPlans ?? []).map((outcome): PlanRow => ({
    plan: { kind: 'own', id: outcome.id },
    name: outcome.name,
    outcome,
  }));
  return [...strategies, ...own];
}

/** The strategies side by side on one horizon and one denominator, the analyst's own plans behind them. */
export function StrategyTable({
  analysis,
  denominator,
  onOpen,
  onShowAlliance,
}: {
  readonly analysis: SiteFigures;
  readonly denominator: Denominator;
  readonly onOpen: (plan: PlanRef) => void;
  readonly onShowAlliance: () => void;
}): ReactElement {
  const { language, text } = useText();
  const results = useResultColumns(denominator).map((column): Column<PlanRow> => ({
    id: column.field,
    head: column.head,
    unit: column.unit,
    numeric: true,
    optional: column.optional ?? false,
    sortBy: ({ outcome }) => (outcome.computable ? outcome.figures[column.field] : null),
    cell: (row) => <ResultCell row={row} column={column} />,
    exported: {
      unit: resultFields[column.field].unit,
      of: ({ outcome }) =>
        outcome.computable ? (outcome.figures[column.field] ?? text.notApplicable) : null,
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
      rows={rowsOf(analysis, language)}
      rowKey={({ plan }) => planKey(plan)}
      isBest={({ plan }) => plan.kind === 'strategy' && plan.strategy === analysis.verdict.best}
      onOpen={({ plan, outcome }) => {
        if (outcome.computable) onOpen(plan);
      }}
      columns={[
        {
          id: 'name',
          head: text.strategy,
          cell: (row) => (
            <>
              <StrategyName row={row} months={analysis.months} onShowAlliance={onShowAlliance} />
              <OpenAsScenario analysis={analysis} name={row.name} />
            </>
          ),
          exported: { unit: '', of: ({ name }) => name },
        },
        ...results,
        {
          id: 'scope',
          head: text.scope,
          wide: true,
          cell: ({ plan }) => (plan.kind === 'strategy' ? scopes[plan.strategy] : ''),
        },
      ]}
    />
  );
}
