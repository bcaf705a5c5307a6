import { inputTable, type InputKey } from '../analysis/inputTable.ts';
import { narrownessOf, type InputChange } from './scenario.ts';

/** R7.3a What the changes of a scenario make of one input. */
export interface ChangedInput {
  readonly value: number;
  /** The changes that made it, in the order in which they act. */
  readonly by: readonly InputChange[];
  /** Whether the value was put on a bound of the input. */
  readonly isBounded: boolean;
}

function settingOf(changes: readonly InputChange[]): InputChange | undefined {
  let setting: InputChange | undefined;
  for (const change of changes) {
    if (change.operation !== 'set') continue;
    if (!setting || narrownessOf(change.scope) >= narrownessOf(setting.scope)) setting = change;
  }
  return setting;
}

/**
 * R7.3a An input under the changes of a scenario: what is set, else its value; then factors; then additions; whole for
 * months and counts, and within the bounds of the input.
 * @param base value by R1.9; null where there is none
 * @param changes those of this input that hold for the site
 * @returns undefined where nothing changes it, or there is no value to change
 */
export function changedInput(
  key: InputKey,
  base: number | null,
  changes: readonly InputChange[],
): ChangedInput | undefined {
  const setting = settingOf(changes);
  const factors = changes.filter(({ operation }) => operation === 'multiply');
  const additions = changes.filter(({ operation }) => operation === 'add');
  const start = setting?.value ?? base;
  if (start === null) return undefined;
  const multiplied = factors.reduce((product, { value }) => product * value, start);
  const sum = additions.reduce((total, { value }) => total + value, multiplied);
  const { min, max, isWhole = false } = inputTable[key];
  const rounded = isWhole ? Math.round(sum) : sum;
  if (rounded === base) return undefined;
  const value = Math.max(min, Math.min(max, rounded));
  return {
    value,
    by: [...(setting ? [setting] : []), ...factors, ...additions],
    isBounded: value !== rounded,
  };
}
