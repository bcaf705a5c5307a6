import { pathAt } from '../time/path.ts';
import type { Path } from '../time/path.ts';
import type { InputKey } from '../analysis/inputTable.ts';
import type { Power } from '../strategy/marketInput.ts';
import { byCalendar, given, known, quantity, type Calculation, type Origin } from './calculation.ts';
import { monthName, type ExplainedCase } from './explainedCase.ts';
import { inputLeaf, type BlockScope } from './blockScope.ts';
import { movedInMonth } from './inScenario.ts';
import type { QuantityKey } from './quantities.ts';

/** Completed months since the valuation month, for what steps once a year. */
export function monthsSince(month: number, key: QuantityKey = 'completedMonths'): Calculation {
  return given(key, month, byCalendar, { rule: 'R1.1' });
}

/** R1.1 Hours of a calendar month. */
export function hoursOfMonth(of: ExplainedCase, month: number): Calculation {
  const name = monthName(of, month);
  const hours = of.calendar.hours[month] ?? 0;
  return quantity('hours', { rule: 'R1.1', month: name }, '24·d', {
    d: given('days', hours / 24, byCalendar, { month: name }),
  });
}

/** A number of the case that no block holds, with its input where a portfolio stands behind it. */
export function siteLeaf(
  of: ExplainedCase,
  key: QuantityKey,
  value: number,
  input?: InputKey,
  terms: BlockScope['terms'] = [],
): Calculation {
  const found = input && inputLeaf(of, input, terms);
  const origin: Origin = { kind: of.sources ? 'rule' : 'case' };
  return found ?? given(key, value, origin, { rule: 'R1.9' });
}

/** R1.4 A path in a month: its value while it has one, then growth from the last one. */
export function pathInMonth(
  path: Path,
  month: number,
  leaves: { readonly key: QuantityKey; readonly last: Calculation; readonly growth: Calculation },
  name?: string,
): Calculation {
  const count = path.values.length;
  if (month < count && count > 1)
    return given(leaves.key, pathAt(path, month), { kind: 'case' }, { rule: 'R1.4', month: name });
  return quantity(leaves.key, { rule: 'R1.4', month: name }, 'x·(1 + g)^(m/12)', {
    x: leaves.last,
    g: leaves.growth,
    m: monthsSince(month - count + 1, 'growthMonths'),
  });
}

interface PowerScope {
  readonly scope: BlockScope;
  readonly power: Power;
  readonly terms: BlockScope['terms'];
  readonly fixedKey: InputKey;
}

/** R7.3d The power as planned, where the scenario has written its price out by month. */
function plannedPower({ of, index }: BlockScope, power: Power): Power {
  const { planned } = of.sources ?? {};
  const before = (planned?.blocks?.[index] as { power?: Power | null } | undefined)?.power ?? planned?.power;
  return before && power.fixedPriceShare === 0 && before.fixedPriceShare !== 0 ? (before as Power) : power;
}

function powerScope(scope: BlockScope): PowerScope {
  const { block } = scope.evaluated;
  const own = block.power as Power | null | undefined;
  const fixedKey = !own
    ? 'powerPriceUsdPerMwh'
    : block.id === 'redeployed'
      ? 'redeployPowerPriceUsdPerMwh'
      : 'miningPowerPriceUsdPerMwh';
  return {
    scope,
    power: own ?? (scope.of.input.power as Power),
    terms: own ? scope.terms : [],
    fixedKey,
  };
}

function leafOf({ scope, terms }: PowerScope, key: QuantityKey, value: number, input: InputKey): Calculation {
  return siteLeaf(scope.of, key, value, input, terms);
}

/** R3.3, R7.3d Price of energy before the delivery adder. */
export function energyPrice(scope: BlockScope, month: number): Calculation {
  const at = powerScope(scope);
  const planned = plannedPower(scope, at.power);
  const base = plannedPrice({ ...at, power: planned }, month);
  const moved = planned === at.power ? undefined : at.power.indexPriceUsdPerMwh;
  return moved
    ? movedInMonth(scope.of, 'powerPrice', month, 'energyPrice', base, pathAt(moved, month))
    : base;
}

function plannedPrice(at: PowerScope, month: number): Calculation {
  const { power, scope } = at;
  const about = { rule: 'R3.3', month: monthName(scope.of, month) };
  const index = power.indexPriceUsdPerMwh;
  const fixed = {
    f: leafOf(at, 'energyPrice', power.fixedPriceUsdPerMwh ?? 0, at.fixedKey),
    e: leafOf(at, 'growthRate', power.fixedPriceEscalatorPerYear ?? 0, 'powerPriceEscalatorPerYear'),
    m: monthsSince(month),
  };
  if (power.fixedPriceShare === 1 || !index) return quantity('energyPrice', about, 'f·(1 + e)^⌊m/12⌋', fixed);
  return quantity('energyPrice', about, 's·f·(1 + e)^⌊m/12⌋ + (1 − s)·x', {
    s: siteLeaf(scope.of, 'fixedShare', power.fixedPriceShare),
    ...fixed,
    x: pathInMonth(index, month, {
      key: 'indexPrice',
      last: siteLeaf(scope.of, 'indexPrice', index.values.at(-1) ?? 0),
      growth: siteLeaf(scope.of, 'growthRate', index.growthPerYear),
    }),
  });
}

/** R3.3 Delivery adder. */
export function deliveryAdder(scope: BlockScope, month: number): Calculation {
  const at = powerScope(scope);
  const { power } = at;
  return quantity('deliveryAdder', { rule: 'R3.3', month: monthName(scope.of, month) }, 'a·(1 + e)^⌊m/12⌋', {
    a: leafOf(at, 'deliveryAdder', power.deliveryAdderUsdPerMwh, 'deliveryAdderUsdPerMwh'),
    e: leafOf(at, 'growthRate', power.chargeEscalatorPerYear, 'powerPriceEscalatorPerYear'),
    m: monthsSince(month),
  });
}

/** R3.3 Demand charge by MW. */
export function demandChargePerMw(scope: BlockScope, month: number): Calculation {
  const at = powerScope(scope);
  const { power } = at;
  return quantity('usdPerMwMonth', { rule: 'R3.3', month: monthName(scope.of, month) }, 'c·(1 + e)^⌊m/12⌋', {
    c: leafOf(at, 'usdPerMwMonth', power.demandChargeUsdPerMwMonth, 'demandChargeUsdPerMwMonth'),
    e: leafOf(at, 'growthRate', power.chargeEscalatorPerYear, 'powerPriceEscalatorPerYear'),
    m: monthsSince(month),
  });
}

/** R3.3 The memo line of the delivered price. */
export function deliveredPrice(scope: BlockScope, month: number, value: number): Calculation {
  const { id } = scope.evaluated.block;
  const name = monthName(scope.of, month);
  return known(
    {
      name: { kind: 'line', key: 'powerPriceUsdPerMwh', blockId: id },
      unit: 'USD/MWh',
      rule: 'R3.3',
      month: name,
    },
    value,
    'p + a',
    () => ({ p: energyPrice(scope, month), a: deliveryAdder(scope, month) }),
  );
}
