import { tenantFundedCapexOf } from '../ai/capex.ts';
import { leasePeriods, rentOfPeriod, survivalByMonth, type LeasePeriod } from '../ai/leaseTerms.ts';
import { rampAt } from '../ai/timeline.ts';
import type { ColocationBlock } from '../strategy/blockInput.ts';
import {
  byRule,
  given,
  knownQuantity,
  quantity,
  type Calculation,
  type Operands,
  type Origin,
} from './calculation.ts';
import { monthName } from './explainedCase.ts';
import {
  billingStart,
  criticalIt,
  monthOfBilling,
  rampInMonth,
  tenantFunded,
  type HallScope,
} from './hallLines.ts';
import { plannedBlock } from './blockScope.ts';
import { byScenario, movedInMonth } from './inScenario.ts';
import { leaf, leafInMonth } from './leaves.ts';
import { pathAt, valueInMonth } from '../time/path.ts';
import { monthsSince, pathInMonth, siteLeaf } from './power.ts';

/*
 * R4.13 – R4.18 What a lease is made of in a month: its period, rent, weight and credit.
 */

export type LeaseScope = HallScope<ColocationBlock>;

/** A month of the lease: its period and what decides its rent. */
export interface LeaseMonth {
  readonly scope: LeaseScope;
  readonly month: number;
  readonly name: string;
  readonly period: LeasePeriod;
  /** Place of the renewal, −1 for the base term. */
  readonly renewal: number;
  readonly isFree: boolean;
}

export function leaseMonth(scope: LeaseScope, month: number): LeaseMonth | undefined {
  const periods = leasePeriods(scope.block.lease, scope.ai.dates.billingStart);
  const at = periods.findIndex(({ startMonth, endMonth }) => month >= startMonth && month < endMonth);
  const period = periods[at];
  if (!period) return undefined;
  const { freeRentMonths } = scope.block.lease;
  const isFree = period.isBaseTerm && month - period.startMonth < freeRentMonths;
  return { scope, month, name: monthName(scope.of, month), period, renewal: at - 1, isFree };
}

/** R4.13 Power that is let in a month. */
export function letKw({ scope, month, name }: LeaseMonth): Calculation {
  return quantity('letKw', { rule: 'R4.13', month: name }, 'IT·1000·ρ', {
    IT: criticalIt(scope),
    ρ: rampInMonth(scope, month),
  });
}

/** R4.15 End of a period: its start and its term. */
function endOf(scope: LeaseScope, renewal: number): Calculation {
  if (renewal < 0)
    return quantity('termEnd', { rule: 'R4.13' }, 'B + n', {
      B: billingStart(scope),
      n: leaf(scope, 'lease.termMonths'),
    });
  return quantity('termEnd', { rule: 'R4.15' }, 's + n', {
    s: startOf(scope, renewal),
    n: leaf(scope, 'lease.renewals.#.termMonths', renewal),
  });
}

function startOf(scope: LeaseScope, renewal: number): Calculation {
  return quantity('renewalStart', { rule: 'R4.15' }, 'z + w', {
    z: endOf(scope, renewal - 1),
    w: leaf(scope, 'lease.renewals.#.downtimeMonths', renewal),
  });
}

/** R4.13, R4.15 Rent by kW in a month of a period, stepped on its anniversaries. */
function rentPerKw(scope: LeaseScope, renewal: number, month: number): Calculation {
  const name = monthName(scope.of, month);
  if (renewal < 0)
    return quantity('rentPerKw', { rule: 'R4.13', month: name }, 'r·(1 + g)^⌊k/12⌋', {
      r: leaf(scope, 'lease.rentUsdPerKwMonth'),
      g: leaf(scope, 'lease.escalatorPerYear'),
      k: monthOfBilling(scope, month),
    });
  const start = startOf(scope, renewal);
  return quantity('rentPerKw', { rule: 'R4.15', month: name }, 'r·(1 + g)^⌊j/12⌋', {
    r: newRent(scope, renewal, start.value),
    g: leaf(scope, 'lease.renewals.#.escalatorPerYear', renewal),
    j: quantity('monthOfRenewal', { rule: 'R4.15', month: name }, 'm − s', {
      m: monthsSince(month),
      s: start,
    }),
  });
}

/** R4.15 Rent of a renewal's first year: passing rent and market rent by λ. */
function newRent(scope: LeaseScope, renewal: number, start: number): Calculation {
  const none = { values: [0], growthPerYear: 0 };
  const agreed = scope.block.lease.renewals[renewal]?.marketRentUsdPerKwMonth ?? none;
  const planned = plannedBlock<ColocationBlock>(scope)?.lease.renewals[renewal]?.marketRentUsdPerKwMonth;
  const path = planned ?? agreed;
  const last = siteLeaf(
    scope.of,
    'rentPerKw',
    path.values.at(-1) ?? 0,
    'rentYear1UsdPerKwMonth',
    scope.terms,
  );
  const growth = leaf(scope, 'lease.renewals.#.marketRentUsdPerKwMonth.growthPerYear', renewal);
  const at = Math.max(0, start);
  const asPlanned = pathInMonth(path, at, { key: 'rentPerKw', last, growth });
  const market = movedInMonth(scope.of, 'marketRent', at, 'rentPerKw', asPlanned, pathAt(agreed, at));
  const before = leasePeriods(scope.block.lease, scope.ai.dates.billingStart)[renewal];
  const lastMonth = before ? Math.max(before.startMonth, before.endMonth - 1) : start - 1;
  return quantity('newRent', { rule: 'R4.15' }, '(1 − λ)·p + λ·x', {
    λ: leaf(scope, 'lease.renewals.#.markToMarketShare', renewal),
    p: rentPerKw(scope, renewal - 1, lastMonth),
    x: market,
  });
}

/** R4.13 Contractual rent of a month. */
export function contractRent(at: LeaseMonth): Calculation {
  const { scope, month, name, renewal } = at;
  if (at.isFree)
    return quantity('contractRent', { rule: 'R4.13', month: name, note: 'freeRent' }, '0·n', {
      n: leaf(scope, 'lease.freeRentMonths'),
    });
  const about = { rule: renewal < 0 ? 'R4.13' : 'R4.15', month: name };
  const operands = { r: rentPerKw(scope, renewal, month), kW: letKw(at) };
  const { rentFactor } = scope.block.byMonth ?? {};
  if (!rentFactor) return quantity('contractRent', about, 'r·kW', operands);
  const f = given('factor', valueInMonth(rentFactor, month, 1), byTenantDefault(scope), {
    rule: 'R7.3f',
    month: name,
  });
  return quantity('contractRent', about, 'r·f·kW', { ...operands, f });
}

function byTenantDefault({ of }: LeaseScope): Origin {
  return byScenario(of, ['tenantDefault']);
}

/** R7.3f Part of the hall that is let, where a tenant's default empties it for some months. */
export function letShare({ scope, month, name }: LeaseMonth): Operands {
  const { letShare: values } = scope.block.byMonth ?? {};
  if (!values) return {};
  const about = { rule: 'R7.3f', month: name };
  return { ω: given('letShare', valueInMonth(values, month, 1), byTenantDefault(scope), about) };
}

/** What the part that is let adds to an equation: nothing where there is no such thing. */
export function letFactor({ scope }: LeaseMonth): string {
  return scope.block.byMonth?.letShare ? '·ω' : '';
}

/** R4.16, R7.3d Probability that the tenant still pays. */
export function survival(at: LeaseMonth): Calculation {
  const { scope, month, name } = at;
  const yearly = scope.block.byMonth?.tenantDefaultProbabilityPerYear;
  const start = Math.max(0, scope.ai.dates.billingStart);
  if (yearly && month > start) {
    const months = month - start + 1;
    const value = survivalByMonth(yearly, start, months)[months - 1] ?? 1;
    return knownQuantity(
      'survival',
      { rule: 'R7.3d', month: name, note: 'lastStep' },
      value,
      'Q0·(1 − d)^(1/12)',
      () => ({
        Q0: survival({ ...at, month: month - 1, name: monthName(scope.of, month - 1) }),
        d: leafInMonth(scope, 'lease.tenantDefaultProbabilityPerYear', month, 'tenantDefault', yearly),
      }),
    );
  }
  const isBilledBefore = scope.ai.dates.billingStart < 0;
  return quantity('survival', { rule: 'R4.16', month: name }, '(1 − d)^(k/12)', {
    d: leaf(scope, 'lease.tenantDefaultProbabilityPerYear'),
    k: isBilledBefore ? monthsSince(month) : monthOfBilling(scope, month),
  });
}

export function reached(scope: LeaseScope, renewal: number): Calculation {
  const first = leaf(scope, 'lease.renewals.#.probability', 0);
  if (renewal === 0) return first;
  return quantity('probability', { rule: 'R4.15' }, 'p0·p', {
    p0: reached(scope, renewal - 1),
    p: leaf(scope, 'lease.renewals.#.probability', renewal),
  });
}

/** R4.16 Weight of a month: survival, in a renewal times its probability. */
export function weight(at: LeaseMonth): Calculation {
  const about = { rule: 'R4.16', month: at.name };
  const ω = letFactor(at);
  if (at.renewal < 0) return quantity('weight', about, `Q${ω}`, { Q: survival(at), ...letShare(at) });
  return quantity('weight', { ...about, note: 'renewal' }, `Q·p${ω}`, {
    Q: survival(at),
    p: reached(at.scope, at.renewal),
    ...letShare(at),
  });
}

/** R4.17 Share of lost rent that a third party pays. */
export function backstopShare({ scope, month }: LeaseMonth): Calculation {
  const { backstop } = scope.block.lease;
  const isOpen = backstop && month - scope.ai.dates.billingStart < backstop.tenorMonths;
  return isOpen ? leaf(scope, 'lease.backstop.share') : given('backstopShare', 0, byRule, { rule: 'R4.17' });
}

/** R4.18 What is open of the tenant's part before a month, by the contract's credits [USD]. */
function openBefore(scope: LeaseScope, month: number): number {
  const { block, ai } = scope;
  const capShare = tenantFundedCapexOf(block)?.capShare ?? 0;
  const [base] = leasePeriods(block.lease, ai.dates.billingStart);
  let open = ai.tenantFundedUsd;
  if (!base) return open;
  for (let past = base.startMonth + block.lease.freeRentMonths; past < month; past += 1) {
    const kw = ai.criticalItMw * 1000 * rampAt(block.timeline.rampShare, past - base.startMonth);
    open -= Math.min(Math.max(0, capShare * rentOfPeriod(base, past) * kw), open);
  }
  return open;
}

/** R4.18 The contractual credit of a month: a share of the rent, as long as something is open. */
export function tenantCredit(at: LeaseMonth): Calculation {
  const { scope, month, name } = at;
  const isInLease = Boolean(scope.block.lease.tenantFundedCapex);
  const about = { rule: 'R4.18', month: name };
  return quantity('tenantCredit', about, 'min(max(0, s·R), L)', {
    s: leaf(scope, isInLease ? 'lease.tenantFundedCapex.capShare' : 'tenantFundedCapex.capShare'),
    R: contractRent(at),
    L: openBalance(scope, month, name),
  });
}

function openBalance(scope: LeaseScope, month: number, name: string): Calculation {
  const before = leaseMonth(scope, month - 1);
  if (!before?.period.isBaseTerm)
    return quantity('openBalance', { rule: 'R4.18', month: name }, 'T', { T: tenantFunded(scope) });
  return knownQuantity(
    'openBalance',
    { rule: 'R4.18', month: name, note: 'lastStep' },
    openBefore(scope, month),
    'L0 − C0',
    () => ({ L0: openBalance(scope, month - 1, before.name), C0: tenantCredit(before) }),
  );
}

/** R4.17 Rent that can be lost: contractual rent less what is credited to the tenant. */
export function lostRent(at: LeaseMonth): { readonly formula: string; readonly operands: Operands } {
  const hasCredit = tenantFundedCapexOf(at.scope.block) !== undefined;
  const operands = { R: contractRent(at), Q: survival(at), ...letShare(at) };
  const ω = letFactor(at);
  return hasCredit
    ? { formula: `(R − C)·(1 − Q)${ω}`, operands: { ...operands, C: tenantCredit(at) } }
    : { formula: `R·(1 − Q)${ω}`, operands };
}

/** R4.3a, R4.20 The tenant's GPUs that run. */
export function hostedRunning(at: LeaseMonth): Calculation {
  const { scope, month, name } = at;
  const gpus = quantity('gpus', { rule: 'R4.20' }, '⌊IT·1000/w + 1/1e9⌋', {
    IT: criticalIt(scope),
    w: leaf(scope, 'lease.managedHosting.kwPerGpu'),
  });
  return quantity('gpusRunning', { rule: 'R4.3a', month: name }, 'N·ρ·W', {
    N: gpus,
    ρ: rampInMonth(scope, month),
    W: weight(at),
  });
}
