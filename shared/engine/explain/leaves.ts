import { valueOfPath, inputLeaf, type BlockScope } from './blockScope.ts';
import type { Calculation } from './calculation.ts';
import { derivedLeaf } from './derivedLeaves.ts';
import { inputOfLeaf, type LeafPath } from './leafTable.ts';
import type { ShockField } from '../scenario/shockTable.ts';
import { valueInMonth } from '../time/path.ts';
import { movedInMonth, setByScenario } from './inScenario.ts';
import { siteLeaf } from './power.ts';
import { quantityUnits } from './quantities.ts';

/**
 * R1.9 A number of a block's case with where it comes from: an input, an equation of inputs, the plan, or a rule. It is
 * always the number that was computed with: an input of another value is not where it comes from.
 * @param place in the list that the path names with `#`
 */
export function leaf(scope: BlockScope, path: LeafPath, place = 0): Calculation {
  const { of, evaluated, terms } = scope;
  const derived = of.sources && derivedLeaf(scope, path, place);
  if (derived) return derived;
  const value = valueOfPath(evaluated.block, path, place) ?? 0;
  const { key, input } = inputOfLeaf(path, evaluated.block, of.sources?.plan);
  const found = input && inputLeaf(of, input, terms);
  if (found?.value === value) return found;
  const planned = valueOfPath(of.sources?.planned.blocks?.[scope.index], path, place);
  if (planned !== undefined && planned !== value) return setByScenario(of, key, value, planned);
  return {
    name: { kind: 'quantity', key },
    unit: quantityUnits[key],
    rule: 'R1.9',
    value,
    formula: null,
    operands: () => [],
    origin: { kind: found ? 'plan' : of.sources ? 'rule' : 'case' },
  };
}

/**
 * R7.3d A number of a block in a month, where the scenario gives it one of its own.
 * @param values by month; absent: the one value holds
 */
export function leafInMonth(
  scope: BlockScope,
  path: LeafPath,
  month: number,
  field: ShockField,
  values: readonly number[] | null | undefined,
): Calculation {
  const base = leaf(scope, path);
  if (!values) return base;
  const { key } = inputOfLeaf(path, scope.evaluated.block, scope.of.sources?.plan);
  return movedInMonth(scope.of, field, month, key, base, valueInMonth(values, month, base.value));
}

/** R5.10 The rate of a block: its own, else the case's. */
export function rateOf(scope: BlockScope): Calculation {
  const { discountRatePerYear } = scope.evaluated.block;
  if (discountRatePerYear !== null && discountRatePerYear !== undefined)
    return leaf(scope, 'discountRatePerYear');
  return siteLeaf(scope.of, 'discountRate', scope.of.input.discountRatePerYear ?? 0);
}
