/**
 * Whether every number in a value, however deep in lists and objects, is finite. Extreme inputs can
 * overflow.
 * @example allFinite([1, { a: Infinity }]) // → false
 */
export function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Float64Array || Array.isArray(value)) return everyFinite(value);
  return Object.values(value).every(allFinite);
}

/** A plain loop: results hold hundreds of lists of months. */
function everyFinite(values: ArrayLike<unknown>): boolean {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (typeof value === 'number' ? !Number.isFinite(value) : !allFinite(value)) return false;
  }
  return true;
}
