import type { Path } from '../time/path.ts';
import type { Given, Maybe } from './given.ts';

/*
 * Market and power of a site case. Each name stands for the complete object, `…Input` for what may be
 * handed in.
 */

/** R2.6 A halving and the subsidy after it. */
export interface Halving {
  readonly date: string;
  readonly subsidyBtcPerBlockAfter: number;
}

/** R2.3 The network as difficulty or as hash rate with its block spacing. */
export type Network =
  | { readonly kind: 'difficulty'; readonly path: Path }
  | { readonly kind: 'hashrateEhS'; readonly path: Path; readonly blockIntervalS: number };

/** R2.7 Fees in BTC per block or as a share of the block reward. */
export interface Fees {
  readonly kind: 'btcPerBlock' | 'shareOfRevenue';
  readonly path: Path;
}

/** R2 The mining market of a case. */
export interface Market {
  readonly btcPriceUsd: Path;
  readonly network: Network;
  readonly subsidyBtcPerBlock: number;
  readonly halvings: readonly Halving[];
  readonly fees: Fees;
}

/** R3.3 Power prices of a site or of one block. */
export interface Power {
  readonly fixedPriceShare: number;
  readonly fixedPriceUsdPerMwh?: Maybe<number>;
  readonly fixedPriceEscalatorPerYear?: Maybe<number>;
  readonly indexPriceUsdPerMwh?: Maybe<Path>;
  readonly deliveryAdderUsdPerMwh: number;
  readonly demandChargeUsdPerMwMonth: number;
  readonly chargeEscalatorPerYear: number;
}

export type PathInput = Given<Path>;
export type HalvingInput = Given<Halving>;
export type NetworkInput = Given<Network>;
export type FeesInput = Given<Fees>;
export type MarketInput = Given<Market>;
export type PowerInput = Given<Power>;
