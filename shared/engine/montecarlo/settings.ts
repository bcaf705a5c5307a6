import type { Driver, RangeDriver } from './drivers.ts';

/*
 * R7.2 What a run is told. Plain data: it is stored with the run, crosses to workers and is part of its hash.
 */

/** R7.2c Jumps of the BTC price, in logarithms. */
export interface JumpSettings {
  readonly perYear: number;
  readonly mean: number;
  readonly sd: number;
}

/** R7.2c Volatility a year of ln P; a reversion of 0 is a geometric Brownian motion. */
export interface BtcPriceSettings {
  readonly volatilityPerYear: number;
  readonly reversionPerYear: number;
  readonly jumps: JumpSettings | null;
}

/** R7.2d, R7.2e Noise a year, in logarithms. */
export interface NoiseSettings {
  readonly volatilityPerYear: number;
}

/** R7.2e Noise that returns. */
export interface RevertingSettings extends NoiseSettings {
  readonly reversionPerYear: number;
}

/** R7.2e The part of the power price that moves with the market, and how far the season moves it. */
export interface PowerPriceSettings extends RevertingSettings {
  readonly marketShare: number;
  readonly seasonShare: number;
}

/** R7.2f Triangular range around the value of the base case. */
export interface RangeSettings {
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

/** R7.2g Annual probability behind the hazard. */
export interface DefaultSettings {
  readonly probabilityPerYear: number;
}

export interface DriverSettings extends Readonly<Record<RangeDriver, RangeSettings>> {
  readonly btcPrice: BtcPriceSettings;
  readonly networkHashrate: NoiseSettings;
  readonly feeShare: RevertingSettings;
  readonly powerPrice: PowerPriceSettings;
  readonly gpuPrice: NoiseSettings;
  readonly tenantDefault: DefaultSettings;
}

/** R7.2h Row by row in the order of `pathDrivers` and of `rangeDrivers`; 1 on the diagonal, symmetric. */
export interface CorrelationSettings {
  readonly paths: readonly (readonly number[])[];
  readonly ranges: readonly (readonly number[])[];
}

/** R7.2a Whether plans are judged without, or with their own loans and taxes. */
export type FlowBasis = 'unleveredPreTax' | 'financed';

export interface MonteCarloSettings {
  /** Whole, 0 … 2^53 − 1 */
  readonly seed: number;
  readonly paths: number;
  readonly isOn: Readonly<Record<Driver, boolean>>;
  readonly drivers: DriverSettings;
  readonly correlations: CorrelationSettings;
  readonly basis: FlowBasis;
}
