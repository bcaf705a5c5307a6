import type { RangeDriver } from './drivers.ts';

/*
 * R7.2 One draw of a run, as factors on the plan that it is put into. Months 0 … T+11; month 0 is the base.
 */

export interface Draw {
  /** Number of the path, −1 before the first is drawn. */
  path: number;
  /** x(m), logarithm of the factor on the BTC price (R7.2c) */
  readonly btcLog: Float64Array;
  /** h(m), logarithm of the factor on the network's hash rate (R7.2d) */
  readonly hashrateLog: Float64Array;
  /** Factors on price and hash rate. */
  readonly btcFactor: Float64Array;
  readonly hashrateFactor: Float64Array;
  /** φ(m), share of fees in the reward (R7.2e); undefined where fees are not drawn */
  readonly feeShare: Float64Array | undefined;
  /** Factor on the energy price (R7.2e) */
  readonly powerFactor: Float64Array;
  /** Factor on the market price of a GPU-hour (R7.2e) */
  readonly gpuFactor: Float64Array;
  /** R7.2f Values drawn once, in the units of their ranges. */
  readonly ranges: Record<RangeDriver, number>;
  /** R7.2f Factors and months that follow from them. */
  marketRentFactor: number;
  utilisationFactor: number;
  buildCostFactor: number;
  delayMonths: number;
  /** R7.2g First month of risk without the tenant, Infinity where it stays beyond all months; undefined where the probability of the lease is used. */
  tenantDefaultMonth: number | undefined;
}

/** A draw in which nothing is drawn. */
export function createDraw(months: number, drawsFees: boolean): Draw {
  const zeros = (): Float64Array => new Float64Array(months);
  const ones = (): Float64Array => new Float64Array(months).fill(1);
  return {
    path: -1,
    btcLog: zeros(),
    hashrateLog: zeros(),
    btcFactor: ones(),
    hashrateFactor: ones(),
    feeShare: drawsFees ? zeros() : undefined,
    powerFactor: ones(),
    gpuFactor: ones(),
    ranges: { marketRent: NaN, utilisation: NaN, buildCost: NaN, delay: NaN },
    marketRentFactor: 1,
    utilisationFactor: 1,
    buildCostFactor: 1,
    delayMonths: 0,
    tenantDefaultMonth: undefined,
  };
}
