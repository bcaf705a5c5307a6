import type { Path } from '../time/path.ts';
import type { Depreciation } from './blockInput.ts';
import type { Maybe } from './given.ts';

/*
 * R4.2 What an AI block sells: a lease of its power, or the hours of its GPUs.
 */

/** R4.18 The tenant's part of the build, given back out of at most a share of the rent. */
export interface TenantFundedCapex {
  readonly usdPerMwIt: number;
  readonly capShare: number;
}

/** R4.15 One renewal: how likely, at what rent, after what gap. */
export interface Renewal {
  readonly termMonths: number;
  readonly probability: number;
  readonly markToMarketShare: number;
  readonly marketRentUsdPerKwMonth: Path;
  readonly escalatorPerYear: number;
  readonly downtimeMonths: number;
}

/** R4.17 A third party that pays a share of lost rent for some months. */
export interface Backstop {
  readonly share: number;
  readonly tenorMonths: number;
}

/** R4.3a The landlord runs the tenant's GPUs for a fee. */
export interface ManagedHosting {
  readonly kwPerGpu: number;
  readonly feeUsdPerGpuMonth: number;
  readonly opexUsdPerGpuMonth: number;
  readonly slaCreditShare: number;
}

/** R4.14 What the tenant pays back: power and opex, power only, or nothing. */
export type PassThrough = 'tripleNet' | 'modifiedGross' | 'gross';

/** R4.13 – R4.18 A lease of critical IT power. */
export interface Lease {
  readonly rentUsdPerKwMonth: number;
  readonly escalatorPerYear: number;
  readonly termMonths: number;
  readonly freeRentMonths: number;
  readonly passThrough: PassThrough;
  readonly tenantLoadFactor: number;
  readonly tenantDefaultProbabilityPerYear: number;
  /** R7.2g First month of risk without the tenant, where the default is an event and not a probability. */
  readonly tenantDefaultMonth?: Maybe<number>;
  readonly recoveryShare: number;
  readonly renewals: readonly Renewal[];
  readonly backstop?: Maybe<Backstop>;
  readonly tenantFundedCapex?: Maybe<TenantFundedCapex>;
  readonly managedHosting?: Maybe<ManagedHosting>;
}

/** R4.22 Share of the contract value paid at signature. */
export interface Prepayment {
  readonly shareOfContractValue: number;
}

/** R4.21 Reserved GPU hours for a term. */
export interface CloudContract {
  readonly termMonths: number;
  readonly priceUsdPerGpuHour: number;
  readonly priceChangePerYear: number;
  readonly utilisation: number;
  readonly takeOrPayShare: number;
  readonly prepayment?: Maybe<Prepayment>;
}

/** R4.21 GPU hours sold without a contract. */
export interface CloudMarket {
  readonly priceUsdPerGpuHour: Path;
  readonly utilisation: number;
}

/** R4.23 New GPUs at the end of each life, and what they earn in the market against the first. */
export interface GpuRefresh {
  readonly costShareOfFirst: number;
  readonly priceFactor: number;
}

/** R4.20 – R4.24 GPUs of a cloud block. */
export interface Cloud {
  readonly kwPerGpu: number;
  readonly gpuPriceUsd: number;
  readonly gpuPaymentMonths: number;
  readonly contract?: Maybe<CloudContract>;
  readonly market: CloudMarket;
  readonly availability: number;
  readonly slaCreditShare: number;
  readonly platformCostShare: number;
  readonly opexUsdPerGpuMonth: number;
  readonly loadFactor: number;
  readonly gpuLifeMonths: number;
  readonly residualShare: number;
  readonly refresh?: Maybe<GpuRefresh>;
  readonly depreciation?: Maybe<Depreciation>;
}
