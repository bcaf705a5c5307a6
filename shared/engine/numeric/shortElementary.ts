/*
 * Exponential and logarithm for simulations, where a last bit more or less is nothing and speed is much. Additions,
 * multiplications and divisions only, each rounded once, so that the bits are the same everywhere; kernel/elementary.ts
 * does the same operations in the same order, two numbers at a time. No argument is checked.
 */

const roundToWhole = 6755399441055744;
const perLn2 = 1.4426950408889634;
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

const value = new Float64Array(1);
const words = new Int32Array(value.buffer);
// The low word stands first on all machines that run this (x86, ARM); a test would show another order.
const low = 0;
const high = 1;

const powersOfTwo = new Float64Array(2048);
for (let biased = 1; biased < 2047; biased += 1) {
  words[low] = 0;
  words[high] = biased << 20;
  powersOfTwo[biased] = value[0] as number;
}

/**
 * e^x by Taylor's series of degree 12 on ±½·ln 2; relative error below 1e-15.
 * @param x −708 … 709
 */
export function shortExp(x: number): number {
  // Adding and taking away 1.5·2^52 rounds to a whole number, ties to even.
  const exponent = x * perLn2 + roundToWhole - roundToWhole;
  const r = x - exponent * ln2High - exponent * ln2Low;
  const r2 = r * r;
  const r4 = r2 * r2;
  // Estrin's scheme: fewer steps wait for each other than in Horner's.
  const from2 = 0.5 + 0.16666666666666666 * r + (4.1666666666666664e-2 + 8.333333333333333e-3 * r) * r2;
  const from6 =
    1.388888888888889e-3 + 1.984126984126984e-4 * r + (2.48015873015873e-5 + 2.7557319223985893e-6 * r) * r2;
  const from10 = 2.755731922398589e-7 + 2.505210838544172e-8 * r + 2.08767569878681e-9 * r2;
  const rest = from2 + from6 * r4 + from10 * (r4 * r4);
  const sum = 1 + (r + r2 * rest);
  return sum * (powersOfTwo[(exponent | 0) + 1023] as number);
}

/** High words of 1 and of √½ as IEEE 754 stores them. */
const highWordOfOne = 0x3ff00000;
const highWordOfSqrtHalf = 0x3fe6a09e;

/**
 * Natural logarithm of x = 2^k·(1+f) with 1+f in [√½, √2), by the series of fdlibm (Sun Microsystems, 1993) in
 * s = f/(2+f); absolute error below 1e-16·max(1, |ln x|).
 * @param x positive and normal: 2.3e-308 … 1.7e308
 */
export function shortLog(x: number): number {
  value[0] = x;
  const shifted = ((words[high] as number) + (highWordOfOne - highWordOfSqrtHalf)) | 0;
  const exponent = (shifted >> 20) - 1023;
  words[high] = (shifted & 0x000fffff) + highWordOfSqrtHalf;
  const f = (value[0] as number) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const half = 0.5 * f * f;
  return exponent * ln2High - (half - (s * (half + (even + odd)) + exponent * ln2Low) - f);
}
