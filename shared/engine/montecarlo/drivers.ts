/*
 * R7.2b The drivers of a run: what is drawn month by month, and what is drawn once. Their order is that of results and
 * of correlations; their streams never change, so that a new driver leaves the draws of the others as they are.
 */

export const pathDrivers = ['btcPrice', 'networkHashrate', 'feeShare', 'powerPrice', 'gpuPrice'] as const;
export const rangeDrivers = ['marketRent', 'utilisation', 'buildCost', 'delay'] as const;
export const drivers = [...pathDrivers, ...rangeDrivers, 'tenantDefault'] as const;

export type PathDriver = (typeof pathDrivers)[number];
export type RangeDriver = (typeof rangeDrivers)[number];
export type Driver = (typeof drivers)[number];

/** R7.2b Third word of the counter. */
export const streamOf: Readonly<Record<Driver | 'btcJumpCount' | 'btcJumpSize', number>> = {
  btcPrice: 16,
  btcJumpCount: 17,
  btcJumpSize: 18,
  networkHashrate: 19,
  feeShare: 20,
  powerPrice: 21,
  gpuPrice: 22,
  marketRent: 32,
  utilisation: 33,
  buildCost: 34,
  delay: 35,
  tenantDefault: 36,
};
