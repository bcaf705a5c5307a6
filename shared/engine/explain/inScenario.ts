import type { Shock } from '../scenario/scenario.ts';
import { actsIn, effectIn, sizeFor, type Effect } from '../scenario/shockEffect.ts';
import { neutralSize, type ShockField } from '../scenario/shockTable.ts';
import { given, quantity, type Calculation, type Origin } from './calculation.ts';
import { monthName, type ExplainedCase } from './explainedCase.ts';
import { quantityUnits, type QuantityKey } from './quantities.ts';

/*
 * R7.3 Numbers that the scenario of a site moves: what they would be without it, and what acts on them.
 */

function shocksOf(of: ExplainedCase): readonly Shock[] {
  return of.sources?.evidence.scenario?.shocks ?? [];
}

/** R7.3b What acts on a field in a month of a case. */
export function effectOf(of: ExplainedCase, field: ShockField, month: number): Effect {
  return effectIn(shocksOf(of), field, month, of.calendar.firstMonth);
}

/** R7.3 The scenario as where a number comes from; `base` is what it would be without. */
export function byScenario(of: ExplainedCase, kinds: readonly Shock['kind'][], base?: number): Origin {
  const { id = '', name = '' } = of.sources?.evidence.scenario ?? {};
  return { kind: 'scenario', id, name, shocks: [...new Set(kinds)], ...(base !== undefined && { base }) };
}

/** The kinds of the shocks that act on a field in a month. */
function actingOn(of: ExplainedCase, field: ShockField, month: number): Shock['kind'][] {
  return shocksOf(of).flatMap((shock) => {
    const size = sizeFor(shock, field);
    const acts = size && size.value !== neutralSize(size) && actsIn(shock, month, of.calendar.firstMonth);
    return acts === true ? [shock.kind] : [];
  });
}

const tolerance = 1e-9;

/** A number that the scenario sets, where no factor and no addition gives it: a date, a bound, a ban. */
export function setByScenario(
  of: ExplainedCase,
  key: QuantityKey,
  value: number,
  base: number,
  kinds: readonly Shock['kind'][] = [],
): Calculation {
  return {
    name: { kind: 'quantity', key },
    unit: quantityUnits[key],
    rule: 'R7.3',
    value,
    formula: null,
    operands: () => [],
    origin: byScenario(of, kinds, base),
  };
}

/**
 * R7.3b A number of a month under what acts on it: base · factor + addition; the base itself where nothing does.
 * @param value that was computed with; it differs from the equation where a bound holds it
 */
export function movedInMonth(
  of: ExplainedCase,
  field: ShockField,
  month: number,
  key: QuantityKey,
  base: Calculation,
  value: number,
): Calculation {
  const { factor, addition } = effectOf(of, field, month);
  const kinds = actingOn(of, field, month);
  const moved = base.value * factor + addition;
  if (Math.abs(moved - value) > tolerance * Math.max(Math.abs(moved), Math.abs(value)))
    return setByScenario(of, key, value, base.value, kinds);
  if (factor === 1 && addition === 0) return base;
  const origin = byScenario(of, kinds);
  const about = { rule: 'R7.3b', month: monthName(of, month) };
  const f = given('factor', factor, origin, about);
  const a = given(key, addition, origin, about);
  if (addition === 0) return quantity(key, about, 'x·f', { x: base, f });
  return factor === 1
    ? quantity(key, about, 'x + a', { x: base, a })
    : quantity(key, about, 'x·f + a', { x: base, f, a });
}
