import { parseMonth } from '../time/months.ts';
import type { Shock } from './scenario.ts';
import { neutralSize, shockTable, type ShockField } from './shockTable.ts';

/** R7.3b What acts on a field in a month: value = base · factor + addition. */
export interface Effect {
  readonly factor: number;
  readonly addition: number;
}

const none: Effect = { factor: 1, addition: 0 };

/** R7.3b First month of a shock, counted from the valuation month; below 0 where it has begun before. */
export function startOf({ start }: Pick<Shock, 'start'>, firstMonth: number): number {
  if (start.counted === 'fromValuation') return start.month;
  return (parseMonth(start.month) ?? firstMonth) - firstMonth;
}

/** R7.3d June to September, by the place of the month in its year. */
function isSummer(calendarMonth: number): boolean {
  const ofYear = calendarMonth % 12;
  return ofYear >= 5 && ofYear <= 8;
}

/** R7.3b Whether a shock acts in a month: start ≤ m < start + duration, heat in summer only. */
export function actsIn(shock: Shock, month: number, firstMonth: number): boolean {
  const start = startOf(shock, firstMonth);
  const end = shock.durationMonths === null ? Infinity : start + shock.durationMonths;
  if (month < start || month >= end) return false;
  return shock.kind !== 'heat' || isSummer(firstMonth + month);
}

/** The size of a shock for a field, with what it does; undefined where the kind does not move the field. */
export function sizeFor(shock: Shock, field: ShockField) {
  const size = shockTable[shock.kind].sizes.find((candidate) => candidate.field === field);
  return size && { ...size, value: shock.sizes[size.name] ?? neutralSize(size) };
}

/** The shocks that move a field at all. */
export function shocksOn(shocks: readonly Shock[], field: ShockField): Shock[] {
  return shocks.filter((shock) => {
    const size = sizeFor(shock, field);
    return size !== undefined && size.value !== neutralSize(size);
  });
}

/**
 * R7.3b The shocks on a field taken together in one month: factors multiply, then additions add.
 * @param firstMonth the valuation month
 */
export function effectIn(
  shocks: readonly Shock[],
  field: ShockField,
  month: number,
  firstMonth: number,
): Effect {
  let { factor, addition } = none;
  for (const shock of shocks) {
    const size = sizeFor(shock, field);
    if (!size || !actsIn(shock, month, firstMonth)) continue;
    if (size.operation === 'multiply') factor *= size.value;
    else addition += size.value;
  }
  return { factor, addition };
}

/** R7.3b Value of a field under an effect, unchanged to the last bit where there is none. */
export function under({ factor, addition }: Effect, base: number): number {
  return factor === 1 && addition === 0 ? base : base * factor + addition;
}

/** R7.3b The latest of the additions to a date, of the shocks that act in a month. */
export function latestIn(
  shocks: readonly Shock[],
  field: ShockField,
  acts: (shock: Shock) => boolean,
): number {
  let latest = 0;
  for (const shock of shocks) {
    const size = sizeFor(shock, field);
    if (size && acts(shock)) latest = Math.max(latest, size.value);
  }
  return latest;
}
