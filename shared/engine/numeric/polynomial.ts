import type { Curve } from './roots.ts';

const machineEpsilon = 2.220446049250313e-16;

/**
 * A polynomial Σ c_i·x^i as a curve for the root search on x ≥ 0.
 * @param coefficients c_0 first
 */
export function polynomialCurve(coefficients: ArrayLike<number>): Curve {
  const degree = coefficients.length - 1;
  return {
    value(x: number): number {
      let sum = 0;
      for (let index = degree; index >= 0; index -= 1) sum = sum * x + (coefficients[index] ?? 0);
      return sum;
    },
    slope(x: number): number {
      let sum = 0;
      for (let index = degree; index >= 1; index -= 1) sum = sum * x + index * (coefficients[index] ?? 0);
      return sum;
    },
    curvatureBound(_low: number, high: number): number {
      let sum = 0;
      for (let index = degree; index >= 2; index -= 1) {
        sum = sum * high + index * (index - 1) * Math.abs(coefficients[index] ?? 0);
      }
      return sum;
    },
    noise(x: number): number {
      let sum = 0;
      for (let index = degree; index >= 0; index -= 1) sum = sum * x + Math.abs(coefficients[index] ?? 0);
      return sum * 2 * (degree + 1) * machineEpsilon;
    },
    derivative(): Curve {
      return polynomialCurve(
        Array.from({ length: degree }, (_, index) => (index + 1) * (coefficients[index + 1] ?? 0)),
      );
    },
  };
}

/**
 * Number of changes of sign in a list, zeros left out. By Descartes' rule, no polynomial has more positive
 * roots.
 */
export function signChanges(values: ArrayLike<number>): number {
  let changes = 0;
  let last = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (value === 0) continue;
    if (last !== 0 && value < 0 !== last < 0) changes += 1;
    last = value;
  }
  return changes;
}
