import { valueAt, inputLeaf, type BlockScope } from './blockScope.ts';
import type { Calculation } from './calculation.ts';
import { derivedLeaf } from './derivedLeaves.ts';
import { inputOfLeaf, type LeafPath } from './leafTable.ts';
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
  const value = valueAt(evaluated.block, path, place) ?? 0;
  const { key, input } = inputOfLeaf(path, evaluated.block, of.sources?.plan);
  const found = input && inputLeaf(of, input, terms);
  if (found?.value === value) return found;
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
