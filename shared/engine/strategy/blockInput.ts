import type { Path } from '../time/path.ts';
import type { Given, Maybe } from './given.ts';
import type { Power } from './marketInput.ts';
import type { Cloud, Lease, TenantFundedCapex } from './serviceInput.ts';

/*
 * The blocks of a plan. Each name stands for the complete object, `…Input` for what may be handed in.
 */

/** R5.9 How an asset is written off for tax. */
export type Depreciation =
  | { readonly method: 'straightLine'; readonly lifeMonths: number }
  | { readonly method: 'macrs5'; readonly bonusShare: number };

/** R3.9 Purchase of machines: price for nameplate TH/s, month before the start, other cost as a share. */
export interface Purchase {
  readonly monthsBeforeStart: number;
  readonly usdPerTh: number;
  readonly otherCostShare: number;
  readonly depreciation?: Maybe<Depreciation>;
}

/** R5.9, R4.10a Machines or a hall already owned: what the books hold, and for how many months more. */
export interface Book {
  readonly valueUsd: number;
  readonly remainingLifeMonths: number;
}

/** R3.11 Machines moved from another site. */
export interface Move {
  readonly monthsBeforeStart: number;
  readonly costUsdPerUnit: number;
}

/** R3.10 Sale of what still works after the group ends. */
export interface Sale {
  readonly monthsAfterEnd: number;
  readonly usdPerTh: Path;
  readonly costUsdPerUnit: number;
}

/** R3.1, R3.6 Machines of one model. Factors underclock: hash rate and J/TH as run over nameplate. */
export interface FleetGroup {
  readonly count: number;
  readonly hashrateThS: number;
  readonly efficiencyJPerTh: number;
  readonly fromMonth: number;
  readonly toMonth?: Maybe<number>;
  readonly hashrateFactor: number;
  readonly efficiencyFactor: number;
  readonly failureRatePerYear: number;
  readonly purchase?: Maybe<Purchase>;
  readonly book?: Maybe<Book>;
  readonly move?: Maybe<Move>;
  readonly sale?: Maybe<Sale>;
}

/** R3.8 Share of the contracted energy that must be taken, and the price at which it can be resold. */
export interface TakeOrPay {
  readonly share: number;
  readonly resaleUsdPerMwh: number;
}

interface AnyBlock {
  readonly id: string;
  readonly discountRatePerYear?: Maybe<number>;
  readonly power?: Maybe<Power>;
}

/** R7.3d What a scenario moves from month to month, in the place of the one value; the last of a list holds. */
export interface MiningMonths {
  readonly uptime?: Maybe<readonly number[]>;
  readonly miningPue?: Maybe<readonly number[]>;
  readonly curtailedHoursShare?: Maybe<readonly number[]>;
}

/** R7.3d, R7.3f The same of a hall: its energy, its lease (part let, rent over contractual rent), its GPUs. */
export interface HallMonths {
  readonly pue?: Maybe<readonly number[]>;
  readonly tenantDefaultProbabilityPerYear?: Maybe<readonly number[]>;
  readonly letShare?: Maybe<readonly number[]>;
  readonly rentFactor?: Maybe<readonly number[]>;
  readonly marketUtilisation?: Maybe<readonly number[]>;
  readonly gpuResidualShare?: Maybe<readonly number[]>;
}

/** R3 A mining block: power in grid MW, its months, its machines. */
export interface MiningBlock extends AnyBlock {
  readonly kind: 'mining';
  readonly powerMw: number;
  readonly miningPue: number;
  readonly fromMonth: number;
  readonly toMonth?: Maybe<number>;
  readonly uptime: number;
  readonly staleShare: number;
  readonly poolFeeShare: number;
  readonly curtailedHoursShare: number;
  readonly demandResponseCreditUsdPerMwMonth: number;
  readonly heatRevenueUsdPerMwhIt: number;
  readonly fixedOpexUsdPerMwMonth: number;
  readonly opexInflationPerYear: number;
  readonly fleet: readonly FleetGroup[];
  readonly takeOrPay?: Maybe<TakeOrPay>;
  readonly byMonth?: Maybe<MiningMonths>;
  /** R3.11a Id of an AI block after whose end the months of this block begin to count; the three keys below go with it. */
  readonly startsAfter?: Maybe<string>;
  readonly reconversionMonths?: Maybe<number>;
  readonly reconversionCostUsdPerMw?: Maybe<number>;
  readonly reconversionDepreciation?: Maybe<Depreciation>;
}

/** R4.10, R4.12 Months from the signature to billing, and the ramp from billing on. */
export interface Timeline {
  readonly leaseSignedMonth: number;
  readonly monthsLeaseToBuildStart: number;
  readonly buildMonths: number;
  readonly slipMonths: number;
  readonly miningStopsMonthsBeforeBuild: number;
  readonly billingLagMonths: number;
  readonly rampShare: readonly number[];
  /** R4.10a The hall stands, or its dates before the valuation date would be out of order. */
  readonly inService?: Maybe<boolean>;
}

/** R4.6, R4.9 One part of the build, per critical IT MW. */
export interface CapexPart {
  readonly usdPerMwIt: number;
  readonly depreciation?: Maybe<Depreciation>;
}

/** R4.6, R4.9 The build: its parts and a contingency on all of them. */
export interface Capex {
  readonly parts: readonly CapexPart[];
  readonly contingencyShare: number;
}

/** R4.7, R4.19 Running cost of a hall and the fee of whoever manages it. */
export interface AiOpex {
  readonly opexUsdPerMwItMonth: number;
  readonly opexInflationPerYear: number;
  readonly propertyTaxShareOfCapexPerYear: number;
  readonly insuranceShareOfCapexPerYear: number;
  readonly managementFeeShareOfRevenue: number;
}

/** R5.7 What the block is worth at the horizon. */
export type Terminal =
  | { readonly method: 'none'; readonly gpuResidualAtHorizon?: Maybe<boolean> }
  | {
      readonly method: 'forwardNoiCapRate';
      readonly capRate: number;
      readonly costShare: number;
      readonly gpuResidualAtHorizon?: Maybe<boolean>;
    }
  | {
      readonly method: 'usdPerMwIt';
      readonly usdPerMwIt: number;
      readonly costShare: number;
      readonly gpuResidualAtHorizon?: Maybe<boolean>;
    };

/** R5.6 Sale of the contracted shell. */
export type ShellSale =
  | {
      readonly method: 'forwardNoiCapRate';
      readonly month: number;
      readonly capRate: number;
      readonly costShare: number;
    }
  | {
      readonly method: 'usdPerMwIt';
      readonly month: number;
      readonly usdPerMwIt: number;
      readonly costShare: number;
    };

/** What colocation and GPU cloud have in common. */
export interface AnyAiBlock extends AnyBlock {
  readonly powerMw: number;
  readonly grossToItRatio?: Maybe<number>;
  /** R4.10b First month without the block; absent: it stays. */
  readonly toMonth?: Maybe<number>;
  readonly pue: number;
  readonly timeline: Timeline;
  readonly capex: Capex;
  /** What the books hold of a hall in service. */
  readonly book?: Maybe<Book>;
  readonly opex: AiOpex;
  readonly terminal: Terminal;
  readonly shellSale?: Maybe<ShellSale>;
  readonly replaces?: Maybe<string>;
  readonly byMonth?: Maybe<HallMonths>;
}

/** R4.3 A hall that is let. */
export interface ColocationBlock extends AnyAiBlock {
  readonly kind: 'colocation';
  readonly lease: Lease;
  readonly tenantFundedCapex?: Maybe<TenantFundedCapex>;
}

/** R4.4 A hall with own GPUs. */
export interface GpuCloudBlock extends AnyAiBlock {
  readonly kind: 'gpuCloud';
  readonly cloud: Cloud;
}

/** R5.5 Sale of the powered site. */
export interface SiteSaleBlock extends AnyBlock {
  readonly kind: 'siteSale';
  readonly month: number;
  readonly gridMw: number;
  readonly usdPerGridMw: number;
  readonly costShare: number;
}

/** R4 A block that serves AI. */
export type AiBlock = ColocationBlock | GpuCloudBlock;
/** R4.2, R5.2a One use of power at a site; several mix by their power. */
export type Block = MiningBlock | AiBlock | SiteSaleBlock;

export type DepreciationInput = Given<Depreciation>;
export type PurchaseInput = Given<Purchase>;
export type SaleInput = Given<Sale>;
export type FleetGroupInput = Given<FleetGroup>;
export type TakeOrPayInput = Given<TakeOrPay>;
export type MiningBlockInput = Given<MiningBlock>;
export type TimelineInput = Given<Timeline>;
export type CapexPartInput = Given<CapexPart>;
export type CapexInput = Given<Capex>;
export type AiOpexInput = Given<AiOpex>;
export type TerminalInput = Given<Terminal>;
export type ShellSaleInput = Given<ShellSale>;
export type ColocationBlockInput = Given<ColocationBlock>;
export type GpuCloudBlockInput = Given<GpuCloudBlock>;
export type SiteSaleBlockInput = Given<SiteSaleBlock>;
export type BlockInput = Given<Block>;
