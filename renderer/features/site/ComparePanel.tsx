import { useEffect, type ReactElement } from 'react';
import { comparisonChart } from '../../../shared/charts/comparisonChart.ts';
import { lineRules } from '../../../shared/engine/strategy/lineRules.ts';
import type { ComparedLine, PlanComparison } from '../../../shared/engine/analysis/comparePlans.ts';
import { isSamePlan, type PlanRef } from '../../../shared/engine/analysis/planFlows.ts';
import { formatMillions, formatNumber } from '../../../shared/format/number.ts';
import { lineLabel } from '../../../shared/text/lineLabels.ts';
import { planName } from '../../../shared/text/planNames.ts';
import { planText } from '../../../shared/text/planText.ts';
import { fill } from '../../../shared/text/screenText.ts';
import { withStaleNote } from '../../../shared/text/stalenessText.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { loadComparison } from '../../flows/loadPlanFlows.ts';
import { useApp } from '../../store/appStore.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { useClock } from '../../ui/useClock.ts';
import { useText } from '../../ui/useText.ts';
import { PlanChoice } from './PlanChoice.tsx';

function useNames({ a, b }: PlanComparison): { readonly a: string; readonly b: string } {
  const { language } = useText();
  const ownPlans = useApp((state) => state.analysis?.ownPlans);
  return { a: planName(a, ownPlans, language), b: planName(b, ownPlans, language) };
}

function Sentence({ comparison }: { readonly comparison: PlanComparison }): ReactElement {
  const { language, text } = useText();
  const t = planText[language];
  const names = useNames(comparison);
  const difference = comparison.npvAUsd - comparison.npvBUsd;
  if (difference === 0) return <p className="answer">{fill(t.sameValue, names)}</p>;
  const amount = `${formatMillions(Math.abs(difference), language, 1)} ${text.millionUsd}`;
  return (
    <p className="answer">
      {fill(t.differenceOfNpv, {
        ...names,
        amount: language === 'en' ? `$${formatMillions(Math.abs(difference), language, 1)}m` : amount,
        more: difference > 0 ? t.more : t.less,
      })}
    </p>
  );
}

function Amount({ usd }: { readonly usd: number }): ReactElement {
  const { language } = useText();
  return <span className={usd < 0 ? 'neg' : ''}>{formatNumber(usd / 1e6, language, 1)}</span>;
}

/** The difference by line, the largest first; what two plans share leaves nothing to explain. */
function DifferenceTable({ comparison }: { readonly comparison: PlanComparison }): ReactElement {
  const { language, text } = useText();
  const t = planText[language];
  const names = useNames(comparison);
  const lines = comparison.lines.toSorted(
    (one, other) => Math.abs(other.aUsd - other.bUsd) - Math.abs(one.aUsd - one.bUsd),
  );
  const { npvAUsd, npvBUsd } = comparison;
  const amounts = [
    { id: 'a', head: names.a, of: (line: ComparedLine) => line.aUsd },
    { id: 'b', head: names.b, of: (line: ComparedLine) => line.bUsd },
    { id: 'difference', head: t.difference, of: (line: ComparedLine) => line.aUsd - line.bUsd },
  ];
  return (
    <DataTable
      label={t.whyDifferent}
      rows={lines}
      rowKey={({ line }) => line}
      footer={
        <tr>
          <th scope="row">{text.npv}</th>
          <td className="optional" />
          {[npvAUsd, npvBUsd, npvAUsd - npvBUsd].map((usd, place) => (
            <td key={amounts[place]?.id} className="n">
              <Amount usd={usd} />
            </td>
          ))}
        </tr>
      }
      columns={[
        {
          id: 'line',
          head: text.line,
          cell: ({ line }) => (line === 'partnerShare' ? t.partnerShare : lineLabel(line, language)),
        },
        {
          id: 'rule',
          head: text.rule,
          cell: ({ line }) => (line === 'partnerShare' ? 'R4.25' : lineRules[line].rule),
          optional: true,
        },
        ...amounts.map(({ id, head, of }) => ({
          id,
          head,
          unit: `${text.millionUsd} ${t.presentValueUnit}`,
          numeric: true,
          sortBy: of,
          cell: (line: ComparedLine) => <Amount usd={of(line)} />,
        })),
      ]}
    />
  );
}

/** Two plans of the site as a difference: in words, over time, and line by line. */
export function ComparePanel({
  a,
  b,
  onChoose,
}: {
  readonly a: PlanRef;
  readonly b: PlanRef;
  readonly onChoose: (a: PlanRef, b: PlanRef) => void;
}): ReactElement {
  const { language, text } = useText();
  const clock = useClock();
  const t = planText[language];
  const evidence = useApp((state) => state.evidence);
  const analysis = useApp((state) => state.analysis);
  const known = useApp((state) => state.comparison);
  useEffect(() => {
    if (evidence) void loadComparison(evidence, a, b);
  }, [a, b, evidence]);
  const comparison = known && isSamePlan(known.a, a) && isSamePlan(known.b, b) ? known : null;
  return (
    <div className="scroll" role="region" aria-label={t.compare} tabIndex={0}>
      <div className="strip">
        <PlanChoice label={t.planA} current={a} onChoose={(plan) => onChoose(plan, b)} />
        <PlanChoice label={t.planB} current={b} onChoose={(plan) => onChoose(a, plan)} />
      </div>
      {comparison && analysis ? (
        <>
          <Sentence comparison={comparison} />
          <ChartFrame
            spec={withStaleNote(
              comparisonChart(comparison, { analysis, ownPlans: analysis.ownPlans }, language),
              analysis.inputs,
              clock,
              language,
            )}
          />
          <DifferenceTable comparison={comparison} />
        </>
      ) : (
        <p className="pad" role="status">
          {known === null ? t.chooseTwo : text.computing}
        </p>
      )}
    </div>
  );
}
