import { pow } from '../numeric/elementary.ts';

/**
 * R1.1 Monthly rate of an annual effective rate, the same for every month length: (1+r)^(1/12) − 1.
 * @param ratePerYear r, above −1
 * @example monthlyRate(0.12682503013196977) // → 0.01
 */
export function monthlyRate(ratePerYear: number): number {
  return pow(1 + ratePerYear, 1 / 12) - 1;
}

/**
 * R5.10 Discount factors 1/(1+r)^(i/12) for i = 0 … count − 1. Whole years are exact powers of the annual
 * factor, so the rounding of the monthly rate does not add up over the years.
 * @param ratePerYear r, above −1
 * @example discountFactors(0.21, 13)[6] // → 1 / 1.1
 */
export function discountFactors(ratePerYear: number, count: number): Float64Array {
  const factors = new Float64Array(count);
  for (let index = 0; index < Math.min(12, count); index += 1)
    factors[index] = pow(1 + ratePerYear, -index / 12);
  for (let index = 12; index < count; index += 1)
    factors[index] = (factors[index - 12] ?? 0) / (1 + ratePerYear);
  return factors;
}

/** R5.10 Discount factors of a rate for so many flows; not to be changed. */
export type Discounting = (ratePerYear: number, count: number) => Float64Array;

const mostRates = 16;

/** R5.10 The same from a table: all flows of a site are discounted at few rates over one horizon. */
export function createDiscountTable(): Discounting {
  const tables = new Map<number, Float64Array>();
  return (ratePerYear, count) => {
    const known = tables.get(ratePerYear);
    if (known?.length === count) return known;
    const factors = discountFactors(ratePerYear, count);
    if (tables.size >= mostRates) tables.clear();
    tables.set(ratePerYear, factors);
    return factors;
  };
}
