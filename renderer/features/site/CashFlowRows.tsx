import type { ReactElement } from 'react';
import { lineBy, type Periods } from '../../../shared/charts/planPeriods.ts';
import type { PlanLine, PlanRef } from '../../../shared/engine/analysis/planFlows.ts';
import { lineRules } from '../../../shared/engine/strategy/lineRules.ts';
import type { Line } from '../../../shared/engine/strategy/lineSheet.ts';
import { formatAlike, formatDate, formatNumber } from '../../../shared/format/number.ts';
import { calculationText } from '../../../shared/text/calculationText.ts';
import { equationUnit } from '../../../shared/text/formulaText.ts';
import { blockLabel, lineLabel } from '../../../shared/text/lineLabels.ts';
import { useApp } from '../../store/appStore.ts';
import { useText } from '../../ui/useText.ts';

/*
 * The rows of a cash flow; every number in them opens its calculation.
 */

/** The sums of a cash flow. */
export type SumName = 'ebitda' | 'netFlow' | 'cumulativeFlow';

/** What a row of the table is, to be asked for its calculation in a period. */
type RowSubject =
  | { readonly kind: 'line'; readonly line: Line; readonly blockId: string }
  | { readonly kind: 'sum'; readonly sum: SumName };

interface Cells {
  readonly plan: PlanRef;
  readonly periods: Periods;
  readonly subject: RowSubject;
  readonly title: string;
  /** R1.2a Of the valuation date; undefined where the table has no such column, null where the row has none there. */
  readonly onDate: number | null | undefined;
  readonly values: readonly number[];
  readonly isMoney: boolean;
}

/** The months of a period: the first inside, the last outside. */
function monthsOf({ of }: Periods, period: number): { fromMonth: number; endMonth: number } {
  return { fromMonth: of.indexOf(period), endMonth: of.lastIndexOf(period) + 1 };
}

function Numbers({ plan, periods, subject, title, onDate, values, isMoney }: Cells): ReactElement {
  const { language } = useText();
  const set = useApp((state) => state.set);
  const plain = formatAlike(values, language);
  const shown = (value: number) => (isMoney ? formatNumber(value / 1e6, language, 1) : plain(value));
  const columns = [
    ...(onDate === undefined
      ? []
      : [
          {
            label: calculationText[language].valuationDate,
            value: onDate,
            months: { fromMonth: -1, endMonth: 0 },
          },
        ]),
    ...values.map((value, index) => ({
      label: formatDate(periods.labels[index] ?? '', language),
      value,
      months: monthsOf(periods, index),
    })),
  ];
  return (
    <>
      {columns.map(({ label: period, value, months }) => {
        if (value === null) return <td key={period} tabIndex={-1} />;
        const number = value === 0 ? '–' : shown(value);
        const name = `${title}, ${period}`;
        return (
          <td key={period} className={value < 0 ? 'n neg' : 'n'} tabIndex={-1}>
            <button
              type="button"
              className="figure-button"
              aria-label={`${name}: ${value === 0 ? 0 : number}. ${calculationText[language].show}`}
              onClick={() =>
                set({
                  calculation: {
                    of: 'plan',
                    plan,
                    subject: { ...subject, period: months },
                    title: name,
                  },
                })
              }
            >
              {number}
            </button>
          </td>
        );
      })}
    </>
  );
}

type RowCells = Pick<Cells, 'plan' | 'periods' | 'onDate'>;

export function SumRow({
  index,
  sum,
  head,
  rule,
  values,
  ...cells
}: RowCells & {
  readonly index: number;
  readonly sum: SumName;
  readonly head: string;
  readonly rule: string;
  readonly values: readonly number[];
}): ReactElement {
  const { text } = useText();
  return (
    <tr className="best" data-index={index}>
      <th scope="row" tabIndex={-1}>
        {head}
      </th>
      <td tabIndex={-1}>{rule}</td>
      <td tabIndex={-1}>{text.millionUsd}</td>
      <Numbers {...cells} subject={{ kind: 'sum', sum }} title={head} values={values} isMoney />
    </tr>
  );
}

export function LineRow({
  index,
  line,
  namesBlock,
  ...cells
}: RowCells & {
  readonly index: number;
  readonly line: PlanLine;
  readonly namesBlock: boolean;
}): ReactElement {
  const { language, text } = useText();
  const { unit, rule } = lineRules[line.line];
  const isMoney = line.group !== 'memo';
  const name = lineLabel(line.line, language);
  const block = blockLabel(line.blockId, language);
  return (
    <tr data-index={index}>
      <th scope="row" tabIndex={-1}>
        {name}
        {namesBlock ? <span className="t">{block}</span> : null}
      </th>
      <td tabIndex={-1}>{rule}</td>
      <td tabIndex={-1}>{isMoney ? text.millionUsd : unit === '1' ? '' : equationUnit(unit, language)}</td>
      <Numbers
        {...cells}
        subject={{ kind: 'line', line: line.line, blockId: line.blockId }}
        title={namesBlock ? `${name} (${block})` : name}
        values={lineBy(cells.periods, line)}
        isMoney={isMoney}
      />
    </tr>
  );
}
