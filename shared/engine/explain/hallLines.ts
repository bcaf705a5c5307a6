import { tenantFundedCapexOf } from '../ai/capex.ts';
import { lastMonthOwned } from '../ai/exit.ts';
import type { ComputedAi } from '../ai/aiBlock.ts';
import type { AiBlock } from '../strategy/blockInput.ts';
import type { Line } from '../strategy/lineSheet.ts';
import { byRule, given, quantity, summedQuantity, type Calculation } from './calculation.ts';
import { monthName } from './explainedCase.ts';
import type { BlockScope } from './blockScope.ts';
import { leaf } from './leaves.ts';
import { idle, type LineEquation } from './lineEquation.ts';
import { demandChargePerMw, monthsSince, siteLeaf } from './power.ts';

/*
 * R4.1 – R4.12 Equations that all halls have in common: capacity, dates, build, running cost.
 */

export interface HallScope<Block extends AiBlock = AiBlock> extends BlockScope {
  readonly block: Block;
  readonly ai: ComputedAi;
  /** A line of the same block in the same month. */
  readonly line: (line: Line) => Calculation;
}

/** R4.1 Critical IT of a hall. */
export function criticalIt(scope: HallScope): Calculation {
  const { block, of } = scope;
  const ratio = block.grossToItRatio;
  return quantity('criticalItMw', { rule: 'R4.1' }, 'MW/q', {
    MW: leaf(scope, 'powerMw'),
    q:
      ratio === null || ratio === undefined
        ? siteLeaf(of, 'gridToItRatio', of.input.site?.grossToItRatio ?? 0, 'grossToItRatio')
        : leaf(scope, 'grossToItRatio'),
  });
}

/** R4.10 Build start b. */
export function buildStart(scope: HallScope): Calculation {
  return quantity('buildStart', { rule: 'R4.10' }, 's + l', {
    s: leaf(scope, 'timeline.leaseSignedMonth'),
    l: leaf(scope, 'timeline.monthsLeaseToBuildStart'),
  });
}

function constructionMonths(scope: HallScope): Calculation {
  return quantity('constructionMonths', { rule: 'R4.9' }, 'n + v', {
    n: leaf(scope, 'timeline.buildMonths'),
    v: leaf(scope, 'timeline.slipMonths'),
  });
}

/** R4.10 Energisation e, the first month with a finished hall. */
export function energisation(scope: HallScope): Calculation {
  return quantity('energisation', { rule: 'R4.10' }, 'b + n', {
    b: buildStart(scope),
    n: constructionMonths(scope),
  });
}

/** R4.10 Billing start B. */
export function billingStart(scope: HallScope): Calculation {
  return quantity('billingStart', { rule: 'R4.10' }, 'e + l', {
    e: energisation(scope),
    l: leaf(scope, 'timeline.billingLagMonths'),
  });
}

/** k = m − B, months since the first bill. */
export function monthOfBilling(scope: HallScope, month: number): Calculation {
  return quantity('monthOfBilling', { rule: 'R4.12', month: monthName(scope.of, month) }, 'm − B', {
    m: monthsSince(month),
    B: billingStart(scope),
  });
}

/** R4.14, R4.24 What a hall pays for the energy it takes, let or sold. */
export function powerBought(scope: HallScope): LineEquation {
  return {
    formula: '−E·p',
    operands: () => ({ E: scope.line('gridEnergyMwh'), p: scope.line('powerPriceUsdPerMwh') }),
  };
}

/** R4.12 Share of critical IT that is let or sold. */
export function rampInMonth(scope: HallScope, month: number): Calculation {
  const { rampShare } = scope.block.timeline;
  return leaf(
    scope,
    'timeline.rampShare.#',
    Math.min(month - scope.ai.dates.billingStart, rampShare.length - 1),
  );
}

/** R4.9 Gross cost of the build. */
export function grossCapex(scope: HallScope): Calculation {
  const parts = scope.block.capex.parts.map((_part, place) => leaf(scope, 'capex.parts.#.usdPerMwIt', place));
  const [only] = parts;
  return quantity('grossCapex', { rule: 'R4.9' }, 'c·(1 + x)·IT', {
    c: parts.length === 1 && only ? only : summedQuantity('usdPerMwIt', { rule: 'R4.9' }, parts),
    x: leaf(scope, 'capex.contingencyShare'),
    IT: criticalIt(scope),
  });
}

/** R4.18 The tenant's part of the build. */
export function tenantFunded(scope: HallScope): Calculation {
  const isInLease = scope.block.kind === 'colocation' && Boolean(scope.block.lease.tenantFundedCapex);
  return quantity('tenantFunded', { rule: 'R4.18' }, 't·IT', {
    t: leaf(scope, isInLease ? 'lease.tenantFundedCapex.usdPerMwIt' : 'tenantFundedCapex.usdPerMwIt'),
    IT: criticalIt(scope),
  });
}

/** R4.9 C(j/n) = x²·(3 − 2x), the share of the build that is paid after j of n months. */
function curveAt(scope: HallScope, step: number): Calculation {
  const time = quantity('timeShare', { rule: 'R4.9' }, 'j/n', {
    j: given('monthCount', step, byRule, { rule: 'R4.9' }),
    n: constructionMonths(scope),
  });
  return quantity('paidShare', { rule: 'R4.9' }, 'x^2·(3 − 2·x)', { x: time });
}

/** R4.9, R4.18 A month's part of the build, of the hall or of what the tenant pays of it. */
function buildEquation(scope: HallScope, month: number, isTenants: boolean): LineEquation {
  const { dates } = scope.ai;
  if (dates.isInService) return idle('noPayment');
  if (isTenants && !tenantFundedCapexOf(scope.block)) return idle('notPart');
  const cost = isTenants ? 'T' : 'K';
  const sign = isTenants ? '' : '−';
  const whole = () => (isTenants ? tenantFunded(scope) : grossCapex(scope));
  if (dates.constructionMonths === 0)
    return month === dates.energisation - 1
      ? { formula: `${sign}${cost}`, operands: () => ({ [cost]: whole() }) }
      : idle('noPayment');
  const step = month - dates.buildStart + 1;
  if (step < 1 || step > dates.constructionMonths) return idle('noPayment');
  return {
    formula: `${sign}(C1 − C0)·${cost}`,
    operands: () => ({ C1: curveAt(scope, step), C0: curveAt(scope, step - 1), [cost]: whole() }),
  };
}

/** Whether a month lies after the block's sale or end, when all its lines are zero. */
export function isAfterEnd({ block, of }: HallScope, month: number): boolean {
  const { toMonth } = block;
  const last = lastMonthOwned(block, of.calendar.horizonMonths) ?? Infinity;
  const hasToMonth = toMonth !== null && toMonth !== undefined && !block.shellSale;
  return month > last || (hasToMonth && month >= toMonth);
}

/**
 * R4.7, R4.9, R4.11 The equation of a line that every hall has; undefined for lines of its service.
 */
export function hallEquation(scope: HallScope, line: Line, month: number): LineEquation | undefined {
  const { dates } = scope.ai;
  if (line === 'buildCapexUsd') return buildEquation(scope, month, false);
  if (line === 'tenantCapexContributionUsd') return buildEquation(scope, month, true);
  if (line === 'demandChargeUsd') {
    if (month < dates.holdsPowerFrom) return idle('beforeBuild', () => ({ b: buildStart(scope) }));
    return {
      formula: '−c·MW',
      operands: () => ({ c: demandChargePerMw(scope, month), MW: leaf(scope, 'powerMw') }),
    };
  }
  if (line !== 'aiOpexUsd' && line !== 'propertyTaxInsuranceUsd') return undefined;
  if (month < Math.max(0, dates.energisation))
    return idle('beforeEnergisation', () => ({ e: energisation(scope) }));
  if (line === 'aiOpexUsd')
    return {
      formula: '−o·IT·(1 + i)^⌊m/12⌋',
      operands: () => ({
        o: leaf(scope, 'opex.opexUsdPerMwItMonth'),
        IT: criticalIt(scope),
        i: leaf(scope, 'opex.opexInflationPerYear'),
        m: monthsSince(month),
      }),
    };
  return {
    formula: '−(t + v)/12·K',
    operands: () => ({
      t: leaf(scope, 'opex.propertyTaxShareOfCapexPerYear'),
      v: leaf(scope, 'opex.insuranceShareOfCapexPerYear'),
      K: grossCapex(scope),
    }),
  };
}
