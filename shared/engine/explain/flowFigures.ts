import type { FlowMetrics } from '../strategy/siteCaseResult.ts';
import { byRule, given, known, type Calculation, type Operands } from './calculation.ts';
import type { FigureKey } from './figureKeys.ts';
import { discounted, sumByYear, tellQuantity, totalOf, type Series } from './flows.ts';
import { monthName, type Dated } from './explainedCase.ts';
import { explainedFields } from '../analysis/resultFields.ts';

/*
 * R5.10 – R5.12 Figures of one flow: of the site, of the miner in an alliance, of equity.
 */

export function tellFigure(key: FigureKey): {
  readonly name: { readonly kind: 'figure'; readonly key: FigureKey };
  readonly unit: string;
  readonly rule: string;
} {
  const { unit, rule } = explainedFields[key];
  return { name: { kind: 'figure', key }, unit, rule };
}

export function figure(
  key: FigureKey,
  value: number,
  formula: string,
  operands: () => Operands,
): Calculation {
  return known(tellFigure(key), value, formula, operands);
}

/** R5.10 NPV of a flow at one rate. */
export function npvFigure(
  of: Dated,
  key: FigureKey,
  value: number,
  series: Series,
  rate: Calculation,
): Calculation {
  return sumByYear(of, tellFigure(key), value, discounted(of, series, rate));
}

/** R5.11 IRR: no equation gives it, but at that rate the NPV of the flow is 0. */
export function irrFigure(of: Dated, key: FigureKey, value: number, series: Series): Calculation {
  const rate = given('irrRate', value, byRule, { rule: 'R5.11' });
  const atRate = discounted(of, series, rate);
  const check = sumByYear(of, tellQuantity('npvAtIrr', 'R5.10'), totalOf(atRate), atRate);
  return {
    ...tellFigure(key),
    value,
    formula: null,
    operands: () => [{ symbol: 'NPV', of: check }],
    note: 'irrCheck',
  };
}

/** R5.12 The flow summed up from the valuation date to a month. */
function cumulativeTo(of: Dated, series: Series, month: number): Calculation {
  const until = { ...series, endMonth: month + 1 };
  const about = { ...tellQuantity('cumulativeFlow', 'R5.12'), month: monthName(of, month) };
  return sumByYear(of, about, totalOf(until), until);
}

/** R5.12 Whole months with a negative sum, and the part of the next that its flow needs to make up for it. */
export function paybackFigure(of: Dated, key: FigureKey, value: number, series: Series): Calculation {
  if (value === 0) return { ...figure(key, 0, '0', () => ({})), note: 'neverNegative' };
  // The flow of month m falls at its end, m+1 months after the valuation date.
  const turning = Math.ceil(value - 1e-12) - 1;
  return figure(key, value, 'm + (−C0)/X', () => ({
    m: given('monthsBefore', turning, { kind: 'calendar' }, { rule: 'R5.12' }),
    C0: cumulativeTo(of, series, turning - 1),
    X: series.calculation(turning),
  }));
}

/** R5.12 Peak funding: the lowest the summed flow ever is, as an amount to bring along. */
export function peakFundingFigure(of: Dated, key: FigureKey, value: number, series: Series): Calculation {
  let [sum, lowest, at] = [0, 0, series.fromMonth];
  for (let month = series.fromMonth; month < series.endMonth; month += 1) {
    sum += series.value(month);
    if (sum < lowest) [lowest, at] = [sum, month];
  }
  if (lowest === 0) return { ...figure(key, value, '0', () => ({})), note: 'neverNegative' };
  return figure(key, value, '−C', () => ({ C: cumulativeTo(of, series, at) }));
}

function signed(series: Series, isInflow: boolean): Series {
  return {
    ...series,
    value: (month) => {
      const value = series.value(month);
      return value > 0 === isInflow ? value : 0;
    },
  };
}

/** R5.12 MOIC: months that bring money over months that cost it. */
export function moicFigure(of: Dated, value: number, series: Series): Calculation {
  const part = (key: 'inflows' | 'outflows'): Calculation => {
    const months = signed(series, key === 'inflows');
    return sumByYear(of, tellQuantity(key, 'R5.12'), totalOf(months), months);
  };
  return figure('moic', value, 'Z/(−A)', () => ({ Z: part('inflows'), A: part('outflows') }));
}

/** R5.11, R5.12 The figures of a flow that need nothing but the flow; undefined for others, and where there is none. */
export function flowFigure(
  of: Dated,
  key: FigureKey,
  metrics: FlowMetrics,
  series: Series,
  rate: Calculation,
): Calculation | undefined {
  switch (key) {
    case 'irrPerYear':
      return metrics.irrPerYear === null ? undefined : irrFigure(of, key, metrics.irrPerYear, series);
    case 'paybackMonths':
      return metrics.paybackMonths === null
        ? undefined
        : paybackFigure(of, key, metrics.paybackMonths, series);
    case 'discountedPaybackMonths':
      return metrics.discountedPaybackMonths === null
        ? undefined
        : paybackFigure(of, key, metrics.discountedPaybackMonths, discounted(of, series, rate));
    case 'moic':
      // Where nothing has to be put in first, a multiple of it says nothing.
      return metrics.moic === null || metrics.peakFundingUsd <= 0
        ? undefined
        : moicFigure(of, metrics.moic, series);
    case 'peakFundingUsd':
      return peakFundingFigure(of, key, metrics.peakFundingUsd, series);
    default:
      return undefined;
  }
}
