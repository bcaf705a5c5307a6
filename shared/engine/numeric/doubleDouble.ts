/** An unevaluated sum high + low with |low| at most half a unit in the last place of high: about 106 bits. */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

const splitter = 134217729;

/** Sum of two doubles and its exact rounding error (Knuth's two-sum; no condition on the order). */
export function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const bShare = high - a;
  return { high, low: a - (high - bShare) + (b - bShare) };
}

/** Product of two doubles and its exact rounding error (Dekker). Valid while |a|, |b| stay below 2^995. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const aScaled = splitter * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = splitter * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return { high, low: aLow * bLow - (high - aHigh * bHigh - aLow * bHigh - aHigh * bLow) };
}

/** Product of two double-doubles, relative error below 2^-100. */
export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.high, b.high);
  return twoSum(product.high, product.low + (a.high * b.low + a.low * b.high));
}
