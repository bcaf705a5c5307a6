import { useEffect, useRef, useState, type ReactElement } from 'react';
import { cumulative, lineBy, periodsOf, sumsBy, type Periods } from '../../../shared/charts/planPeriods.ts';
import { lineRules } from '../../../shared/engine/strategy/lineRules.ts';
import {
  isSamePlan,
  type PlanFlows,
  type LineGroup,
  type PlanRef,
} from '../../../shared/engine/analysis/planFlows.ts';
import type { Language } from '../../../shared/format/number.ts';
import { flowsExport } from '../../../shared/exchange/analysisTables.ts';
import type { ExportTable } from '../../../shared/exchange/exportTable.ts';
import { calculationText } from '../../../shared/text/calculationText.ts';
import { blockLabel, lineLabel } from '../../../shared/text/lineLabels.ts';
import { planName } from '../../../shared/text/planNames.ts';
import { screenText } from '../../../shared/text/screenText.ts';
import { loadPlanFlows } from '../../flows/loadPlanFlows.ts';
import { useApp } from '../../store/appStore.ts';
import { TableMenu } from '../../ui/TableMenu.tsx';
import { useGridFocus } from '../../ui/useGridFocus.ts';
import { useText } from '../../ui/useText.ts';
import { LineRow, SumRow, type SumName } from './CashFlowRows.tsx';
import { CurtailmentNote } from './CurtailmentNote.tsx';
import { PlanChoice } from './PlanChoice.tsx';

const groups = ['operating', 'capital', 'memo'] as const;

/** A sum that stands below a group of lines. */
interface Sum {
  readonly sum: SumName;
  readonly head: string;
  readonly rule: string;
  readonly values: readonly number[];
  /** R1.2a Of the valuation date. */
  readonly onDate: number;
}

/** R1.2a Whether a plan pays anything on the valuation date; only then it has a column of its own. */
function paysOnDate({ lines }: PlanFlows): boolean {
  return lines.some(({ valuationUsd }) => valuationUsd !== 0);
}

function ebitdaOnDate({ lines }: PlanFlows): number {
  return lines
    .filter(({ group }) => group === 'operating')
    .reduce((sum, { valuationUsd }) => sum + valuationUsd, 0);
}

function useSums(flows: PlanFlows, periods: Periods): Readonly<Record<LineGroup, readonly Sum[]>> {
  const { text } = useText();
  return {
    operating: [
      {
        sum: 'ebitda',
        head: text.ebitda,
        rule: 'R5.2a',
        values: sumsBy(periods, flows.ebitdaUsd),
        onDate: ebitdaOnDate(flows),
      },
    ],
    capital: [
      {
        sum: 'netFlow',
        head: text.netFlow,
        rule: 'R5.2a',
        values: sumsBy(periods, flows.netUsd),
        onDate: flows.valuationUsd,
      },
      {
        sum: 'cumulativeFlow',
        head: text.cumulative,
        rule: 'R5.12',
        values: cumulative(flows, periods),
        onDate: flows.valuationUsd,
      },
    ],
    memo: [],
  };
}

function FlowTable({
  plan,
  flows,
  isYearly,
}: {
  readonly plan: PlanRef;
  readonly flows: PlanFlows;
  readonly isYearly: boolean;
}): ReactElement {
  const { language, text } = useText();
  const hasDate = paysOnDate(flows);
  const table = useRef<HTMLTableElement>(null);
  const periods = periodsOf(flows.months, isYearly);
  const sums = useSums(flows, periods);
  const sumCount = groups.reduce((count, group) => count + sums[group].length, 0);
  const focus = useGridFocus(table, { rowCount: flows.lines.length + sumCount, reveal: () => undefined });
  const namesBlock = new Set(flows.lines.map(({ blockId }) => blockId)).size > 1;
  const heads: Readonly<Record<LineGroup, string>> = {
    operating: text.operatingLines,
    capital: text.capitalLines,
    memo: text.memoLines,
  };
  const linesOf = (group: LineGroup) => flows.lines.filter((line) => line.group === group);
  const rowsOf = (group: LineGroup) => linesOf(group).length + sums[group].length;
  const firstRow: Readonly<Record<LineGroup, number>> = {
    operating: 0,
    capital: rowsOf('operating'),
    memo: rowsOf('operating') + rowsOf('capital'),
  };
  return (
    <table
      role="grid"
      aria-label={text.cashFlow}
      className="flows"
      ref={table}
      onKeyDown={focus.onKeyDown}
      onFocus={focus.onFocus}
    >
      <thead>
        <tr>
          <th scope="col">{text.line}</th>
          <th scope="col">{text.rule}</th>
          <th scope="col">{text.unit}</th>
          {hasDate ? (
            <th scope="col" className="n">
              {calculationText[language].valuationDate}
            </th>
          ) : null}
          {periods.labels.map((label) => (
            <th key={label} scope="col" className="n">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group}>
          <tr className="group">
            <th scope="rowgroup" colSpan={(hasDate ? 4 : 3) + periods.labels.length}>
              <span>{heads[group]}</span>
            </th>
          </tr>
          {linesOf(group).map((line, index) => (
            <LineRow
              key={`${line.blockId}.${line.line}`}
              index={firstRow[group] + index}
              plan={plan}
              line={line}
              periods={periods}
              namesBlock={namesBlock}
              onDate={hasDate ? (line.group === 'memo' ? null : line.valuationUsd) : undefined}
            />
          ))}
          {sums[group].map((sum, index) => (
            <SumRow
              key={sum.sum}
              index={firstRow[group] + linesOf(group).length + index}
              plan={plan}
              periods={periods}
              {...sum}
              onDate={hasDate ? sum.onDate : undefined}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** The table on screen with its sums, in whole units. */
function tableOf(flows: PlanFlows, isYearly: boolean, language: Language): ExportTable {
  const text = screenText[language];
  const periods = periodsOf(flows.months, isYearly);
  const dated = (values: readonly number[], onDate: number | null): readonly (number | null)[] =>
    paysOnDate(flows) ? [onDate, ...values] : values;
  const lines = (isMoney: boolean) =>
    flows.lines
      .filter(({ group }) => (group !== 'memo') === isMoney)
      .map((line) => {
        const { unit, rule } = lineRules[line.line];
        return {
          names: [lineLabel(line.line, language), blockLabel(line.blockId, language), rule, unit],
          values: dated(lineBy(periods, line), isMoney ? line.valuationUsd : null),
        };
      });
  const sum = (head: string, rule: string, values: readonly number[], onDate: number) => ({
    names: [head, text.total, rule, 'USD'],
    values: dated(values, onDate),
  });
  const { valuationUsd } = flows;
  const rows = [
    ...lines(true),
    sum(text.ebitda, 'R5.2a', sumsBy(periods, flows.ebitdaUsd), ebitdaOnDate(flows)),
    sum(text.netFlow, 'R5.2a', sumsBy(periods, flows.netUsd), valuationUsd),
    sum(text.cumulative, 'R5.12', cumulative(flows, periods), valuationUsd),
    ...lines(false),
  ];
  const date = paysOnDate(flows) ? [calculationText[language].valuationDate] : [];
  return flowsExport(rows, [...date, ...periods.labels], language);
}

function FlowMenu({
  plan,
  flows,
  isYearly,
}: {
  readonly plan: PlanRef;
  readonly flows: PlanFlows;
  readonly isYearly: boolean;
}): ReactElement {
  const { language, text } = useText();
  const ownPlans = useApp((state) => state.analysis?.ownPlans);
  return (
    <TableMenu
      name={`${text.cashFlow} ${planName(plan, ownPlans, language)}`}
      table={() => tableOf(flows, isYearly, language)}
    />
  );
}

/** A plan taken apart: every line by year or month with its rule, so that any figure can be checked by hand. */
export function CashFlowPanel({
  plan,
  onChoose,
}: {
  readonly plan: PlanRef;
  readonly onChoose: (plan: PlanRef) => void;
}): ReactElement {
  const { text } = useText();
  const evidence = useApp((state) => state.evidence);
  const known = useApp((state) => state.planFlows);
  const [isYearly, setIsYearly] = useState(true);
  useEffect(() => {
    if (evidence) void loadPlanFlows(evidence, plan);
  }, [plan, evidence]);
  const answer = known && isSamePlan(known.plan, plan) ? known : null;
  return (
    <>
      <div className="strip">
        <PlanChoice label={text.strategy} current={plan} onChoose={onChoose} />
        <span className="grow" />
        <div className="seg" role="group" aria-label={text.period}>
          <button type="button" aria-pressed={isYearly} onClick={() => setIsYearly(true)}>
            {text.byYear}
          </button>
          <button type="button" aria-pressed={!isYearly} onClick={() => setIsYearly(false)}>
            {text.byMonth}
          </button>
        </div>
        {answer?.flows ? <FlowMenu plan={plan} flows={answer.flows} isYearly={isYearly} /> : null}
      </div>
      {answer?.flows ? (
        <div className="table-scroll" role="region" aria-label={text.cashFlow} tabIndex={0}>
          <CurtailmentNote plan={plan} />
          <FlowTable plan={plan} flows={answer.flows} isYearly={isYearly} />
        </div>
      ) : (
        <p className="pad" role="status">
          {answer ? text.notComputable : text.computing}
        </p>
      )}
    </>
  );
}
