import { multiply, twoProduct, twoSum, type DoubleDouble } from './doubleDouble.ts';

/*
 * Exponential, logarithm and power from additions and multiplications only. IEEE 754 fixes the bits of those,
 * while the functions of Math may differ in the last bit between engines. This is the only file of its kind.
 */

const ln2: DoubleDouble = { high: 0.6931471803691238, low: 1.9082149292705877e-10 };
const ln2Rest = 1.1612227229362532e-26;
const perLn2 = 1.4426950408889634;
const sqrtHalf = 0.7071067811865476;
const third: DoubleDouble = { high: 0.3333333333333333, low: 1.850371707708594e-17 };
const smallestNormal = 2.2250738585072014e-308;
const twoTo54 = 18014398509481984;

const bits = new DataView(new ArrayBuffer(8));

function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

function scaleByPowerOfTwo(x: number, exponent: number): number {
  if (exponent > 1023) return x * powerOfTwo(1023) * powerOfTwo(Math.min(exponent - 1023, 1023));
  if (exponent < -1022) return x * powerOfTwo(Math.max(exponent + 54, -1022)) * powerOfTwo(-54);
  return x * powerOfTwo(exponent);
}

/** Splits a positive double into m · 2^exponent with m in [√½, √2). */
function splitExponent(x: number): { mantissa: number; exponent: number } {
  const isSubnormal = x < smallestNormal;
  bits.setFloat64(0, isSubnormal ? x * twoTo54 : x);
  const top = bits.getUint32(0);
  bits.setUint32(0, (top & 0x000fffff) | (1022 << 20));
  const mantissa = bits.getFloat64(0);
  const exponent = (top >>> 20) - 1022 - (isSubnormal ? 54 : 0);
  return mantissa < sqrtHalf ? { mantissa: mantissa * 2, exponent: exponent - 1 } : { mantissa, exponent };
}

/** Σ s^(2j−4)/(2j+1) for j ≥ 2: the part of atanh(s)/s after 1 + s²/3, divided by s⁴. */
function atanhTail(square: number): number {
  let sum = 0;
  for (let odd = 27; odd >= 5; odd -= 2) sum = sum * square + 1 / odd;
  return sum;
}

/** Natural logarithm of a positive finite number with a relative error below 2^-63. */
function logDoubleDouble(x: number): DoubleDouble {
  const { mantissa, exponent } = splitExponent(x);
  const numerator = mantissa - 1;
  const denominator = twoSum(mantissa, 1);
  const quotient = numerator / denominator.high;
  const back = twoProduct(quotient, denominator.high);
  const rest = (numerator - back.high - back.low - quotient * denominator.low) / denominator.high;
  const s = twoSum(quotient, rest);
  const square = multiply(s, s);
  const cube = multiply(square, s);
  const cubeThird = multiply(cube, third);
  const tail = cube.high * square.high * atanhTail(square.high);
  const small = twoSum(cubeThird.high, cubeThird.low + tail);
  const half = twoSum(s.high, small.high);
  const halfLow = half.low + (s.low + small.low);
  const ofExponent = twoSum(exponent * ln2.high, 2 * half.high);
  return twoSum(ofExponent.high, ofExponent.low + (exponent * ln2.low + (exponent * ln2Rest + 2 * halfLow)));
}

/** exp(high + low) for a small low part; the error stays below one unit in the last place. */
function expOfSum(high: number, low: number): number {
  if (high > 709.79) return Infinity;
  if (high < -745.14) return 0;
  const exponent = Math.round(high * perLn2);
  const reducedHigh = high - exponent * ln2.high;
  const reducedLow = low - exponent * ln2.low;
  const r = reducedHigh + reducedLow;
  const rest = reducedHigh - r + reducedLow;
  let tail = 0;
  for (let term = 15; term >= 3; term -= 1) tail = (tail * r + 1) / term;
  const square = 0.5 * r * r;
  return scaleByPowerOfTwo(1 + (r + (square + (square * r * tail + rest))), exponent);
}

/**
 * Exponential function e^x, below one unit in the last place.
 * @param x any number; NaN gives NaN
 */
export function exp(x: number): number {
  return Number.isNaN(x) ? NaN : expOfSum(x, 0);
}

/**
 * Natural logarithm, below one unit in the last place.
 * @param x above 0; 0 gives −Infinity, a negative number NaN
 */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return Infinity;
  return logDoubleDouble(x).high;
}

/**
 * Power base^exponent, below one unit in the last place for finite results of a positive base.
 * A negative base has a power only for a whole exponent; otherwise the result is NaN. Anything to the
 * power 0 is 1.
 */
export function pow(base: number, exponent: number): number {
  if (exponent === 0 || base === 1) return 1;
  if (Number.isNaN(base) || Number.isNaN(exponent)) return NaN;
  if (base < 0) {
    if (!Number.isInteger(exponent)) return NaN;
    return exponent % 2 === 0 ? pow(-base, exponent) : -pow(-base, exponent);
  }
  if (base === 0) return exponent > 0 ? 0 : Infinity;
  if (base === Infinity) return exponent > 0 ? Infinity : 0;
  if (!Number.isFinite(exponent)) return base > 1 === exponent > 0 ? Infinity : 0;
  const logarithm = logDoubleDouble(base);
  const rough = exponent * logarithm.high;
  if (rough > 710) return Infinity;
  if (rough < -746) return 0;
  const product = twoProduct(exponent, logarithm.high);
  return expOfSum(product.high, product.low + exponent * logarithm.low);
}

/**
 * base^count by repeated multiplication, for a whole count of zero or more: exact for exact products.
 * @param count whole number, at least 0
 */
export function integerPower(base: number, count: number): number {
  let result = 1;
  let factor = base;
  for (let left = count; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= factor;
    factor *= factor;
  }
  return result;
}

/**
 * e^x − 1 without the loss of digits that the difference has near 0.
 * @param x any number
 */
export function expMinusOne(x: number): number {
  if (Math.abs(x) > 0.5) return exp(x) - 1;
  let sum = 0;
  for (let term = 20; term >= 1; term -= 1) sum = (sum + 1) * (x / term);
  return sum;
}
