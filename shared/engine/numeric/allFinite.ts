/**
 * Whether every number in a value, however deep in lists and objects, is finite. Extreme inputs can
 * overflow.
 * @example allFinite([1, { a: Infinity }]) // → false
 */
export function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Float64Array) return vectorFinite(value);
  if (Array.isArray(value)) return everyFinite(value);
  return Object.values(value).every(allFinite);
}

/** Apart from lists, because a loop that meets vectors only is several times as fast. */
function vectorFinite(values: Float64Array): boolean {
  for (let index = 0; index < values.length; index += 1) if (!Number.isFinite(values[index])) return false;
  return true;
}

/** A plain loop: results hold hundreds of lists of months. */
function everyFinite(values: readonly unknown[]): boolean {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (typeof value === 'number' ? !Number.isFinite(value) : !allFinite(value)) return false;
  }
  return true;
}

/**
 * Paths of the numbers in a value that are not finite; of a list only the list itself, or its first such
 * element where the elements have parts.
 * @param path where the value stands; '' at the top
 * @example notFiniteAt({ npv: NaN, months: [1, Infinity, NaN] }, 'loan') // → ['loan.npv', 'loan.months']
 */
export function notFiniteAt(value: unknown, path: string): string[] {
  if (allFinite(value)) return [];
  if (typeof value !== 'object' || value === null || value instanceof Float64Array) return [path];
  if (Array.isArray(value)) {
    const index = value.findIndex((element) => !allFinite(element));
    return typeof value[index] === 'number' ? [path] : notFiniteAt(value[index], `${path}[${index}]`);
  }
  return Object.entries(value).flatMap(([key, child]) =>
    notFiniteAt(child, path === '' ? key : `${path}.${key}`),
  );
}
