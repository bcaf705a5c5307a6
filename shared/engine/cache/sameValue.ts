/*
 * Equality of inputs by content, to the last bit: what a cache needs to answer for an input it has not seen as this very
 * object.
 */

function isPlain(value: object): value is Readonly<Record<string, unknown>> {
  return Object.getPrototypeOf(value) === Object.prototype;
}

function sameElements(a: ArrayLike<unknown>, b: ArrayLike<unknown>): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (!sameValue(a[index], b[index])) return false;
  return true;
}

function sameKeys(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  let keysLeft = 0;
  for (const _ in b) keysLeft += 1;
  for (const key in a) {
    if (!Object.hasOwn(b, key) || !sameValue(a[key], b[key])) return false;
    keysLeft -= 1;
  }
  return keysLeft === 0;
}

/**
 * Whether two values have the same content: numbers bit by bit (0 and −0 differ, NaN equals itself), lists and plain
 * objects part by part, in any order of keys. A key that is undefined is not an absent one. Anything else, a map or a
 * function, only equals itself.
 * @example sameValue({ a: [1, NaN] }, { a: [1, NaN] }) // → true
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && sameElements(a, b);
  if (a instanceof Float64Array) return b instanceof Float64Array && sameElements(a, b);
  return isPlain(a) && isPlain(b) && sameKeys(a, b);
}
