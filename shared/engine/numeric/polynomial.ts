import type { Curve, Survey } from './roots.ts';

const machineEpsilon = 2.220446049250313e-16;

/**
 * A polynomial Σ c_i·x^i as a curve for the root search on x ≥ 0.
 * @param coefficients c_0 first
 */
export function polynomialCurve(coefficients: ArrayLike<number>): Curve {
  const degree = coefficients.length - 1;
  const ofValue = Float64Array.from(coefficients);
  const ofNoise = ofValue.map((coefficient) => Math.abs(coefficient));
  const ofSlope = ofValue.map((coefficient, index) => index * coefficient);
  const ofBound = ofNoise.map((size, index) => index * (index - 1) * size);
  const unitsOfNoise = 2 * (degree + 1) * machineEpsilon;
  return {
    value: (x) => horner(ofValue, x, 0),
    slope: (x) => horner(ofSlope, x, 1),
    noise: (x) => horner(ofNoise, x, 0) * unitsOfNoise,
    survey(_low, centre, high): Survey {
      let [value, slope, noise, bound] = [0, 0, 0, 0];
      // In one loop, because the four sums do not wait for each other.
      for (let index = degree; index >= 2; index -= 1) {
        value = value * centre + (ofValue[index] ?? 0);
        slope = slope * centre + (ofSlope[index] ?? 0);
        noise = noise * centre + (ofNoise[index] ?? 0);
        bound = bound * high + (ofBound[index] ?? 0);
      }
      if (degree >= 1) slope = slope * centre + (ofSlope[1] ?? 0);
      for (let index = Math.min(1, degree); index >= 0; index -= 1) {
        value = value * centre + (ofValue[index] ?? 0);
        noise = noise * centre + (ofNoise[index] ?? 0);
      }
      return { value, slope, noise: noise * unitsOfNoise, curvatureBound: bound };
    },
    derivative: () => polynomialCurve(ofSlope.subarray(1)),
  };
}

/** Σ c_i·x^(i−last) over i ≥ last. */
function horner(coefficients: Float64Array, x: number, last: number): number {
  let sum = 0;
  for (let index = coefficients.length - 1; index >= last; index -= 1)
    sum = sum * x + (coefficients[index] ?? 0);
  return sum;
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
