import { inputTable } from '../engine/analysis/inputTable.ts';
import type { InputChange } from '../engine/scenario/scenario.ts';

/** Bounds of what a change may be: a value that is set is one the input may have, a factor is one that can be meant. */
export function changeBounds({ key, operation }: Pick<InputChange, 'key' | 'operation'>): {
  readonly min: number;
  readonly max: number;
} {
  const { min, max } = inputTable[key];
  if (operation === 'set') return { min, max };
  return operation === 'multiply' ? { min: 0, max: 100 } : { min: min - max, max: max - min };
}
