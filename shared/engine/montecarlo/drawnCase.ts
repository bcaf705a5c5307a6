import { powerSeries } from '../mining/power.ts';
import type { AiBlock, Block, Capex, ColocationBlock, GpuCloudBlock } from '../strategy/blockInput.ts';
import type { Market, Power } from '../strategy/marketInput.ts';
import type { Lease } from '../strategy/serviceInput.ts';
import type { SiteCase } from '../strategy/siteCaseInput.ts';
import { pathSeries, type Path } from '../time/path.ts';
import type { Draw } from './draw.ts';
import type { Driver } from './drivers.ts';

/** What a draw is put into: which drivers are on, and whether the rent is a contract's. */
export interface DrawnInto {
  readonly isOn: Readonly<Record<Driver, boolean>>;
  readonly isRentSigned: boolean;
}

function drawnPath(values: Float64Array): Path {
  return { values: [...values], growthPerYear: 0 };
}

/** A path month by month, each month times its factor. */
function timesFactors(path: Path, factors: Float64Array): Path {
  return drawnPath(pathSeries(path, factors.length).map((value, month) => value * (factors[month] ?? 1)));
}

/** A path at another level. */
function timesLevel(path: Path, factor: number): Path {
  return { ...path, values: path.values.map((value) => value * factor) };
}

/** R7.2c – R7.2e Price, hash rate and fees of the draw. */
function drawnMarket(market: Market, draw: Draw): Market {
  const { feeShare } = draw;
  return {
    ...market,
    btcPriceUsd: timesFactors(market.btcPriceUsd, draw.btcFactor),
    network: { ...market.network, path: timesFactors(market.network.path, draw.hashrateFactor) },
    ...(feeShare && { fees: { kind: 'shareOfRevenue', path: drawnPath(feeShare) } }),
  };
}

/** R7.2e The energy price of the draw stands as an index at a fixed share of 0. */
function drawnPower(power: Power, { powerFactor }: Draw): Power {
  const { energyUsdPerMwh } = powerSeries(power, powerFactor.length);
  const drawn = energyUsdPerMwh.map((usd, month) => usd * (powerFactor[month] ?? 1));
  return { ...power, fixedPriceShare: 0, indexPriceUsdPerMwh: drawnPath(drawn) };
}

/**
 * R7.2f Utilisation of a draw: at most all hours.
 * @example drawnUtilisation(0.9, 1.2) // → 1
 */
export function drawnUtilisation(utilisation: number, factor: number): number {
  return Math.min(1, utilisation * factor);
}

function drawnLease(lease: Lease, draw: Draw, isRentSigned: boolean): Lease {
  const { marketRentFactor, tenantDefaultMonth } = draw;
  return {
    ...lease,
    rentUsdPerKwMonth: isRentSigned ? lease.rentUsdPerKwMonth : lease.rentUsdPerKwMonth * marketRentFactor,
    renewals: lease.renewals.map((renewal) => ({
      ...renewal,
      marketRentUsdPerKwMonth: timesLevel(renewal.marketRentUsdPerKwMonth, marketRentFactor),
    })),
    ...(tenantDefaultMonth !== undefined && { tenantDefaultMonth }),
  };
}

function drawnCloud({ cloud }: GpuCloudBlock, draw: Draw): GpuCloudBlock['cloud'] {
  const { contract, market } = cloud;
  const drawn = (utilisation: number): number => drawnUtilisation(utilisation, draw.utilisationFactor);
  return {
    ...cloud,
    ...(contract && { contract: { ...contract, utilisation: drawn(contract.utilisation) } }),
    market: {
      priceUsdPerGpuHour: timesFactors(market.priceUsdPerGpuHour, draw.gpuFactor),
      utilisation: drawn(market.utilisation),
    },
  };
}

/** R7.2f Build cost of a draw. */
export function drawnCapex(capex: Capex, factor: number): Capex {
  return {
    ...capex,
    parts: capex.parts.map((part) => ({ ...part, usdPerMwIt: part.usdPerMwIt * factor })),
  };
}

/** R7.2f The hall later or earlier; the sale of its shell moves along. A hall in service stands as it is. */
export function delayedHall<Hall extends AiBlock>(block: Hall, delayMonths: number): Hall {
  const { timeline, shellSale } = block;
  if (delayMonths === 0 || timeline.inService === true) return block;
  const slipMonths = Math.max(0, timeline.slipMonths + delayMonths);
  const moved = slipMonths - timeline.slipMonths;
  return {
    ...block,
    timeline: { ...timeline, slipMonths },
    ...(shellSale && { shellSale: { ...shellSale, month: shellSale.month + moved } }),
  };
}

function drawnHall(block: AiBlock, draw: Draw, into: DrawnInto): AiBlock {
  const late = delayedHall(block, draw.delayMonths);
  const capex = drawnCapex(late.capex, draw.buildCostFactor);
  return late.kind === 'colocation'
    ? ({ ...late, capex, lease: drawnLease(late.lease, draw, into.isRentSigned) } satisfies ColocationBlock)
    : { ...late, capex, cloud: drawnCloud(late, draw), ...drawnMonths(late, draw) };
}

/** R7.2f, R7.3d The utilisation that a scenario moves from month to month. */
function drawnMonths(block: AiBlock, { utilisationFactor }: Draw): Pick<AiBlock, 'byMonth'> {
  const marketUtilisation = block.byMonth?.marketUtilisation?.map((share) =>
    drawnUtilisation(share, utilisationFactor),
  );
  return marketUtilisation ? { byMonth: { ...block.byMonth, marketUtilisation } } : {};
}

function drawnBlock(block: Block, draw: Draw, into: DrawnInto): Block {
  const power = into.isOn.powerPrice && block.power ? { power: drawnPower(block.power, draw) } : {};
  if (block.kind === 'mining' || block.kind === 'siteSale') return { ...block, ...power };
  return { ...drawnHall(block, draw, into), ...power };
}

/**
 * R7.2a The full case of a draw: the plan with its paths and terms as drawn. Computed like any other case (R5.2b
 * included) it gives what the run says of this draw.
 * @param plan complete: what the base case could compute
 */
export function drawnCase(plan: SiteCase, draw: Draw, into: DrawnInto): SiteCase {
  const { isOn } = into;
  return {
    ...plan,
    ...(plan.market && { market: drawnMarket(plan.market, draw) }),
    ...(isOn.powerPrice && plan.power && { power: drawnPower(plan.power, draw) }),
    blocks: plan.blocks.map((block) => drawnBlock(block, draw, into)),
  };
}
