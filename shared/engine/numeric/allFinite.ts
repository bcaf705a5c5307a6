/**
 * Whether every number in a value, however deep in lists and objects, is finite. Extreme inputs can
 * overflow.
 * @example allFinite([1, { a: Infinity }]) // → false
 */
export function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value instanceof Float64Array) return value.every(Number.isFinite);
  return typeof value !== 'object' || value === null || Object.values(value).every(allFinite);
}
