import { lineRules, summedMemoLines } from '../strategy/lineRules.ts';
import { memoLines, type Line } from '../strategy/lineSheet.ts';
import { blocksOf, ebitdaOfMonth, lineCalculation, lineValue } from './blockLines.ts';
import type { BlockScope } from './blockScope.ts';
import { known, summed, type Calculation } from './calculation.ts';
import { monthName, type ExplainedCase } from './explainedCase.ts';
import { netFlow, sumByYear, tellQuantity, totalOf, type Series } from './flows.ts';
import { monthsSince } from './power.ts';

/*
 * R5.2a What the table of a cash flow shows: a line, a sum or a running sum of a month or of several.
 */

/** Months of a period, the first inside and the last outside; −1 is the valuation date. */
export interface Period {
  readonly fromMonth: number;
  readonly endMonth: number;
}

function monthsOf({ fromMonth, endMonth }: Period): number[] {
  return Array.from({ length: Math.max(0, endMonth - fromMonth) }, (_, index) => fromMonth + index);
}

/** Prices and loads are averaged over a period, money and amounts are summed. */
function isAveraged(line: Line): boolean {
  return (memoLines as readonly Line[]).includes(line) && !summedMemoLines.includes(line);
}

function lineOfPeriod(scope: BlockScope, line: Line, period: Period): Calculation {
  const months = monthsOf(period);
  const [only] = months;
  if (months.length === 1 && only !== undefined) return lineCalculation(scope, line, only);
  const { unit, rule } = lineRules[line];
  const about = {
    name: { kind: 'line', key: line, blockId: scope.evaluated.block.id },
    unit,
    rule,
  } as const;
  const value = months.reduce((sum, month) => sum + lineValue(scope, line, month), 0);
  const parts = (): Calculation[] =>
    months.flatMap((month) =>
      lineValue(scope, line, month) === 0 ? [] : [lineCalculation(scope, line, month)],
    );
  if (!isAveraged(line)) return summed(about, value, parts);
  return known(about, value / months.length, 'X/n', () => ({
    X: summed(about, value, parts),
    n: monthsSince(months.length, 'monthCount'),
  }));
}

/** A line of a block in a period; undefined where the case has no such block. */
export function lineInPeriod(
  of: ExplainedCase,
  { line, blockId, period }: { readonly line: Line; readonly blockId: string; readonly period: Period },
): Calculation | undefined {
  const scope = blocksOf(of).find(({ evaluated }) => evaluated.block.id === blockId);
  return scope && lineOfPeriod(scope, line, period);
}

/** R5.2a EBITDA of all blocks by month. */
function ebitdaOfSite(of: ExplainedCase): Series {
  const scopes = blocksOf(of);
  const value = (month: number): number =>
    scopes.reduce((sum, { evaluated }) => sum + (evaluated.ebitdaUsd[month] ?? 0), 0);
  return {
    fromMonth: 0,
    endMonth: of.calendar.horizonMonths,
    value,
    calculation: (month) =>
      summed({ ...tellQuantity('ebitda', 'R5.2a'), month: monthName(of, month) }, value(month), () =>
        scopes.flatMap((scope) =>
          (scope.evaluated.ebitdaUsd[month] ?? 0) === 0 ? [] : [ebitdaOfMonth(scope, month)],
        ),
      ),
  };
}

/** R5.2a, R5.12 EBITDA or net flow of a period, or the net flow summed up to its end. */
export function sumInPeriod(
  of: ExplainedCase,
  sum: 'ebitda' | 'netFlow' | 'cumulativeFlow',
  period: Period,
): Calculation {
  const series = sum === 'ebitda' ? ebitdaOfSite(of) : netFlow(of);
  const months = sum === 'cumulativeFlow' ? { ...period, fromMonth: -1 } : period;
  const part = { ...series, ...months };
  const [only] = monthsOf(months);
  if (months.endMonth - months.fromMonth === 1 && only !== undefined && sum !== 'cumulativeFlow')
    return series.calculation(only);
  return sumByYear(of, tellQuantity(sum, sum === 'cumulativeFlow' ? 'R5.12' : 'R5.2a'), totalOf(part), part);
}
