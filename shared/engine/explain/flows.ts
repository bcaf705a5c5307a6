import { flowLines, type FlowLine, type Line } from '../strategy/lineSheet.ts';
import { discountFactors } from '../time/discount.ts';
import { yearOfMonth } from '../time/months.ts';
import { known, summed, type Calculation, type CalculationName } from './calculation.ts';
import { blocksOf, lineCalculation, lineValue } from './blockLines.ts';
import { monthName, type Dated, type ExplainedCase } from './explainedCase.ts';
import type { BlockScope } from './blockScope.ts';
import { rateOf } from './leaves.ts';
import { monthsSince } from './power.ts';
import { quantityUnits, type QuantityKey } from './quantities.ts';

/*
 * R5.2a, R5.10 Sums over months: a flow by year and month, as it is or discounted.
 */

export interface Told {
  readonly name: CalculationName;
  readonly unit: string;
  readonly rule: string;
}

export function tellQuantity(key: QuantityKey, rule: string, detail?: string): Told {
  const name = { kind: 'quantity', key, ...(detail !== undefined && { detail }) } as const;
  return { name, unit: quantityUnits[key], rule };
}

/** A number by month, with the calculation of each. */
export interface Series {
  /** The first month of the series; −1 is the valuation date. */
  readonly fromMonth: number;
  /** First month after the series. */
  readonly endMonth: number;
  readonly value: (month: number) => number;
  readonly calculation: (month: number) => Calculation;
}

function yearName(of: Dated, month: number): string {
  return month < 0 ? monthName(of, month) : String(yearOfMonth(of.calendar.firstMonth + month));
}

/** A sum over months: by calendar year, then by month; months without anything are left out. */
export function sumByYear(of: Dated, about: Told, value: number, series: Series): Calculation {
  const years = new Map<string, number[]>();
  for (let month = series.fromMonth; month < series.endMonth; month += 1) {
    if (series.value(month) === 0) continue;
    const year = yearName(of, month);
    years.set(year, [...(years.get(year) ?? []), month]);
  }
  return summed(about, value, () =>
    [...years].map(([year, months]) =>
      summed(
        { name: { kind: 'year', key: year }, unit: about.unit, rule: about.rule },
        months.reduce((sum, month) => sum + series.value(month), 0),
        () => months.map((month) => series.calculation(month)),
      ),
    ),
  );
}

/** Σ of a series without a value of the engine's own. */
export function totalOf({ fromMonth, endMonth, value }: Series): number {
  let sum = 0;
  for (let month = fromMonth; month < endMonth; month += 1) sum += value(month);
  return sum;
}

/** R5.10 A series discounted to the valuation date. */
export function discounted(of: Dated, series: Series, rate: Calculation, unit = 'USD'): Series {
  const factors = discountFactors(rate.value, of.calendar.horizonMonths + 1);
  const value = (month: number): number => series.value(month) * (factors[month + 1] ?? 0);
  return {
    ...series,
    value,
    calculation: (month) =>
      known(
        { name: { kind: 'month', key: monthName(of, month) }, unit, rule: 'R5.10' },
        value(month),
        'X/(1 + r)^((m + 1)/12)',
        () => ({ X: series.calculation(month), r: rate, m: monthsSince(month, 'completedMonths') }),
      ),
  };
}

/** A line of a block over the horizon, its flow on the valuation date first. */
export function lineSeries(scope: BlockScope, line: Line): Series {
  return {
    fromMonth: -1,
    endMonth: scope.of.calendar.horizonMonths,
    value: (month) => lineValue(scope, line, month),
    calculation: (month) => lineCalculation(scope, line, month),
  };
}

export function hasFlow(scope: BlockScope, line: Line): boolean {
  const { sheet } = scope.evaluated;
  const months = sheet.lines.get(line)?.subarray(0, scope.of.calendar.horizonMonths);
  return Boolean(months?.some((value) => value !== 0)) || sheet.atValuation.has(line as FlowLine);
}

/** R5.10 Present value of a line at its block's rate. */
export function presentValueOfLine(scope: BlockScope, line: FlowLine): Calculation {
  const { of } = scope;
  const series = discounted(of, lineSeries(scope, line), rateOf(scope));
  const name = { kind: 'presentValue', key: line, blockId: scope.evaluated.block.id } as const;
  return sumByYear(of, { name, unit: 'USD', rule: 'R5.10' }, totalOf(series), series);
}

/** R5.10 NPV of a block: the present values of its lines. */
export function npvOfBlock(scope: BlockScope): Calculation {
  const { metrics, block } = scope.evaluated;
  return summed(
    { name: { kind: 'block', key: block.id }, unit: 'USD', rule: 'R5.10' },
    metrics.npvUsd ?? 0,
    () => flowLines.flatMap((line) => (hasFlow(scope, line) ? [presentValueOfLine(scope, line)] : [])),
  );
}

/** R5.2a The net flow of the site in a month: every line of every block. */
export function netFlow(of: ExplainedCase): Series {
  const scopes = blocksOf(of);
  const value = (month: number): number =>
    scopes.reduce((sum, { evaluated }) => sum + (evaluated.flowsUsd[month + 1] ?? 0), 0);
  return {
    fromMonth: -1,
    endMonth: of.calendar.horizonMonths,
    value,
    calculation: (month) =>
      summed({ ...tellQuantity('netFlow', 'R5.2a'), month: monthName(of, month) }, value(month), () =>
        scopes.flatMap((scope) =>
          flowLines.flatMap((line) =>
            lineValue(scope, line, month) === 0 ? [] : [lineCalculation(scope, line, month)],
          ),
        ),
      ),
  };
}
