import { endsAfter, happensWithin, lastMonthOwned } from '../ai/exit.ts';
import { ebitdaOf, lineAt, operatingLines, type FlowLine, type Line } from '../strategy/lineSheet.ts';
import { evaluateBlocks } from '../strategy/siteCase.ts';
import type { Block } from '../strategy/blockInput.ts';
import {
  byRule,
  given,
  known,
  quantity,
  summed,
  summedQuantity,
  type Calculation,
  type Operands,
} from './calculation.ts';
import { cloudEquation } from './cloudLines.ts';
import { monthName, type ExplainedCase } from './explainedCase.ts';
import { criticalIt, hallEquation, isAfterEnd, type HallScope } from './hallLines.ts';
import { blockScope, type BlockScope } from './blockScope.ts';
import { leaf, rateOf } from './leaves.ts';
import { leaseEquation } from './leaseLines.ts';
import { idle, type LineEquation } from './lineEquation.ts';
import { hashpriceOfMonth } from './market.ts';
import { miningEquation } from './miningLines.ts';
import { deliveredPrice, monthsSince } from './power.ts';
import { quantityUnits } from './quantities.ts';
import { forwardMonths } from '../time/months.ts';
import { lineRules } from '../strategy/lineRules.ts';

/** The engine's value of a line; month −1 is the valuation date. */
export function lineValue({ evaluated: { sheet } }: BlockScope, line: Line, month: number): number {
  return month < 0 ? (sheet.atValuation.get(line as FlowLine) ?? 0) : lineAt(sheet, line, month);
}

/** The case in which a hall is neither sold nor given up before T+12, whose forward NOI sets its value (R4.10b, R5.6). */
function kept(scope: BlockScope): BlockScope {
  const { of, index } = scope;
  const { horizonMonths, computedMonths } = of.calendar;
  const blocks = (of.input.blocks ?? []).map((block, at) => {
    if (at !== index || (block?.kind !== 'colocation' && block?.kind !== 'gpuCloud')) return block;
    const isLate = endsAfter(block.toMonth, horizonMonths);
    return { ...block, shellSale: null, ...(isLate && { toMonth: computedMonths }) };
  });
  const input = { ...of.input, blocks };
  const evaluated = evaluateBlocks(input);
  return evaluated ? blockScope({ ...of, input, ...evaluated }, index) : scope;
}

/** R5.2a EBITDA of a block in a month: the sum of its operating lines. */
export function ebitdaOfMonth(scope: BlockScope, month: number): Calculation {
  return summed(
    {
      name: { kind: 'quantity', key: 'ebitda' },
      unit: quantityUnits.ebitda,
      rule: 'R5.2a',
      month: monthName(scope.of, month),
    },
    scope.evaluated.ebitdaUsd[month] ?? 0,
    () =>
      operatingLines.flatMap((line) =>
        lineValue(scope, line, month) === 0 ? [] : [lineCalculation(scope, line, month)],
      ),
  );
}

/** R5.6, R5.7 NOI of the twelve months from one on. */
function forwardNoi(scope: BlockScope, fromMonth: number): Calculation {
  const whole = kept(scope);
  const ebitda = ebitdaOf(whole.evaluated.sheet);
  const months = Array.from({ length: 12 }, (_, index) => fromMonth + index);
  return summed(
    { name: { kind: 'quantity', key: 'forwardNoi' }, unit: quantityUnits.forwardNoi, rule: 'R5.6, R5.7' },
    months.reduce((sum, month) => sum + (ebitda[month] ?? 0), 0),
    () => months.map((month) => ebitdaOfMonth(whole, month)),
  );
}

interface Equation {
  readonly formula: string;
  readonly operands: () => Operands;
}

/** R5.7 What a hall that is kept is worth at the horizon. */
function keptEquation(scope: HallScope, method: 'usdPerMwIt' | 'forwardNoiCapRate'): Equation {
  if (method === 'usdPerMwIt')
    return {
      formula: 'u·IT·(1 − c)',
      operands: () => ({
        u: leaf(scope, 'terminal.usdPerMwIt'),
        IT: criticalIt(scope),
        c: leaf(scope, 'terminal.costShare'),
      }),
    };
  return {
    formula: 'max(0, Y)/k·(1 − c)',
    operands: () => ({
      Y: forwardNoi(scope, scope.of.calendar.horizonMonths),
      k: leaf(scope, 'terminal.capRate'),
      c: leaf(scope, 'terminal.costShare'),
    }),
  };
}

/** R4.10b NOI from the horizon to the end of a hall, month by month, worth at the horizon. */
function noiUntilEnd(scope: HallScope, toMonth: number): Calculation {
  const { of } = scope;
  const { horizonMonths } = of.calendar;
  const whole = kept(scope);
  const r = rateOf(scope);
  const about = (month: number) => ({ rule: 'R4.10b', month: monthName(of, month) });
  const year = Array.from({ length: forwardMonths }, (_, index) =>
    quantity('noiNotNegative', about(horizonMonths + index), 'max(0, Y)', {
      Y: ebitdaOfMonth(whole, horizonMonths + index),
    }),
  );
  const mean = quantity('meanNoi', { rule: 'R4.10b' }, 'S/n', {
    S: summedQuantity('noiNotNegative', { rule: 'R4.10b' }, year),
    n: given('monthCount', forwardMonths, byRule, { rule: 'R4.10b' }),
  });
  const months = Array.from({ length: toMonth - horizonMonths }, (_, index) =>
    quantity('discountedNoi', about(horizonMonths + index), 'N/(1 + r)^(j/12)', {
      N: year[index] ?? mean,
      r,
      j: monthsSince(index + 1, 'monthCount'),
    }),
  );
  return summedQuantity('noiUntilEnd', { rule: 'R4.10b' }, months);
}

/** R5.6 The price of a hall that is sold as a contracted shell. */
function saleOfShellEquation(scope: HallScope, month: number): LineEquation {
  const { block, of } = scope;
  if (!happensWithin(block.shellSale, of.calendar.horizonMonths) || month !== block.shellSale.month)
    return idle('noPayment');
  return block.shellSale.method === 'usdPerMwIt'
    ? {
        formula: 'u·IT·(1 − c)',
        operands: () => ({
          u: leaf(scope, 'shellSale.usdPerMwIt'),
          IT: criticalIt(scope),
          c: leaf(scope, 'shellSale.costShare'),
        }),
      }
    : {
        formula: 'Y/k·(1 − c)',
        operands: () => ({
          Y: forwardNoi(scope, month + 1),
          k: leaf(scope, 'shellSale.capRate'),
          c: leaf(scope, 'shellSale.costShare'),
        }),
      };
}

/** R4.10b, R5.7 What a hall is worth at the horizon: kept for good, or until its end. */
function terminalEquation(scope: HallScope, month: number): LineEquation {
  const { block, of } = scope;
  const { horizonMonths } = of.calendar;
  const { terminal, toMonth } = block;
  const isGone = lastMonthOwned(block, horizonMonths) !== undefined;
  if (isGone || month !== horizonMonths - 1 || terminal.method === 'none') return idle('noPayment');
  const { method } = terminal;
  const ifKept = keptEquation(scope, method);
  if (!endsAfter(toMonth, horizonMonths)) return ifKept;
  if (block.kind === 'gpuCloud') return idle('noPayment');
  return {
    formula: 'min(P, V)',
    operands: () => ({
      P: noiUntilEnd(scope, toMonth),
      V: quantity('valueIfKept', { rule: 'R5.7' }, ifKept.formula, ifKept.operands()),
    }),
  };
}

function hallLineEquation(scope: HallScope, line: Line, month: number): LineEquation {
  if (line === 'shellSaleUsd') return saleOfShellEquation(scope, month);
  if (line === 'terminalValueUsd') return terminalEquation(scope, month);
  if (isAfterEnd(scope, month)) return idle('afterEnd');
  const { block } = scope;
  const hall = hallEquation(scope, line, month);
  if (hall) return hall;
  const service =
    block.kind === 'colocation'
      ? leaseEquation({ ...scope, block }, line, month)
      : cloudEquation({ ...scope, block }, line, month);
  return service ?? idle('notPart');
}

function saleEquation(scope: BlockScope, block: Block, line: Line, month: number): LineEquation {
  if (block.kind !== 'siteSale' || line !== 'siteSaleUsd' || month !== block.month) return idle('noPayment');
  return {
    formula: 'MW·u·(1 − c)',
    operands: () => ({
      MW: leaf(scope, 'gridMw'),
      u: leaf(scope, 'usdPerGridMw'),
      c: leaf(scope, 'costShare'),
    }),
  };
}

function equationOf(scope: BlockScope, line: Line, month: number): LineEquation {
  const { block, ai } = scope.evaluated;
  const sameMonth = (other: Line): Calculation => lineCalculation(scope, other, month);
  if (block.kind === 'mining') return miningEquation({ ...scope, block, line: sameMonth }, line, month);
  if (block.kind === 'siteSale' || !ai) return saleEquation(scope, block, line, month);
  return hallLineEquation({ ...scope, block, ai, line: sameMonth }, line, month);
}

/** R2.3, R3.3 Prices that stand beside a block in every month, whether it runs or not. */
function marketLine(scope: BlockScope, line: Line, month: number): Calculation | undefined {
  const { block, ai } = scope.evaluated;
  if (month < 0 || block.kind === 'siteSale') return undefined;
  const value = lineValue(scope, line, month);
  if (line === 'hashpriceUsdPerPhDay' && block.kind === 'mining')
    return hashpriceOfMonth(scope.of, block.id, month, value);
  if (line !== 'powerPriceUsdPerMwh') return undefined;
  const isOver =
    block.kind !== 'mining' &&
    ai &&
    isAfterEnd({ ...scope, block, ai, line: () => deliveredPrice(scope, month, value) }, month);
  return isOver ? undefined : deliveredPrice(scope, month, value);
}

/**
 * The calculation of a line of a block in a month: the engine's value, and the equation that must give it.
 * @param month −1 is the valuation date; months up to T+11 exist for forward NOI
 */
export function lineCalculation(scope: BlockScope, line: Line, month: number): Calculation {
  const price = marketLine(scope, line, month);
  if (price) return price;
  const equation = equationOf(scope, line, month);
  const { unit, rule } = lineRules[line];
  const about = {
    name: { kind: 'line', key: line, blockId: scope.evaluated.block.id },
    unit,
    rule,
    month: monthName(scope.of, month),
  } as const;
  const value = lineValue(scope, line, month);
  if (!('parts' in equation)) {
    const { note } = equation;
    return known({ ...about, note }, value, equation.formula, equation.operands);
  }
  return summed(about, value, equation.parts);
}

export function blocksOf(of: ExplainedCase): BlockScope[] {
  return of.blocks.map((_block, index) => blockScope(of, index));
}
