import { aiDatesOf } from '../ai/timeline.ts';
import { leasePeriods } from '../ai/leaseTerms.ts';
import type {
  AiBlock,
  ColocationBlock,
  ColocationBlockInput,
  GpuCloudBlockInput,
  HallMonths,
  TimelineInput,
} from '../strategy/blockInput.ts';
import type { Lease } from '../strategy/serviceInput.ts';
import { dateKeys } from '../strategy/aiBlockShape.ts';
import type { ShockGround } from './ground.ts';
import { actsIn, effectIn, latestIn, under } from './shockEffect.ts';
import { monthsOf, shockedPath, shockedPower } from './shockedPath.ts';
import { tenantDefaultMonths } from './tenantDefault.ts';

type HallInput = ColocationBlockInput | GpuCloudBlockInput;
type Dates = Readonly<Record<(typeof dateKeys)[number], number>>;

function datesGiven(timeline: TimelineInput | null | undefined): (TimelineInput & Dates) | undefined {
  if (!timeline || dateKeys.some((key) => typeof timeline[key] !== 'number')) return undefined;
  return timeline as TimelineInput & Dates;
}

function share(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/** R7.3e Months by which a moratorium moves the start of a build. */
function moratoriumMonths(buildStart: number, { isBelowApproved, shocks, firstMonth }: ShockGround): number {
  if (isBelowApproved !== true) return 0;
  return latestIn(shocks, 'buildStartMonths', (shock) => actsIn(shock, buildStart, firstMonth));
}

/** R7.3e A hall whose build is delayed or dearer; its sale moves with it. */
function shockedBuild<Hall extends HallInput>(hall: Hall, ground: ShockGround): Hall {
  const timeline = datesGiven(hall.timeline);
  if (!timeline || timeline.inService === true) return hall;
  const { shocks, firstMonth } = ground;
  const start = timeline.leaseSignedMonth + timeline.monthsLeaseToBuildStart;
  const later = moratoriumMonths(start, ground);
  const months = timeline.buildMonths + timeline.slipMonths;
  const overruns = shocks.filter(
    (shock) =>
      shock.kind === 'overrun' &&
      Array.from({ length: months }, (_, place) => start + later + place).some((month) =>
        actsIn(shock, month, firstMonth),
      ),
  );
  const slip = latestIn(overruns, 'slipMonths', () => true);
  const factor = overruns.reduce((product, shock) => product * (shock.sizes['capexFactor'] ?? 1), 1);
  if (later === 0 && slip === 0 && factor === 1) return hall;
  const { shellSale, capex } = hall;
  const month = shellSale?.month;
  return {
    ...hall,
    timeline: {
      ...timeline,
      monthsLeaseToBuildStart: timeline.monthsLeaseToBuildStart + later,
      slipMonths: timeline.slipMonths + slip,
    },
    ...(factor !== 1 && {
      capex: {
        ...capex,
        parts: (capex?.parts ?? []).map((part) =>
          part && typeof part.usdPerMwIt === 'number'
            ? { ...part, usdPerMwIt: part.usdPerMwIt * factor }
            : part,
        ),
      },
    }),
    ...(typeof month === 'number' && { shellSale: { ...shellSale, month: month + later + slip } }),
  };
}

/** R7.3d What a price that is signed with the hall becomes: the market's of that month, unless it is signed already. */
function signedPrice(
  price: number | null | undefined,
  field: 'marketRent' | 'gpuMarketPrice',
  service: string,
  hall: HallInput,
  { contracts, shocks, firstMonth }: ShockGround,
): number | null | undefined {
  const month = hall.timeline?.leaseSignedMonth;
  const isSigned = contracts.some((contract) => contract.service === service);
  if (isSigned || typeof price !== 'number' || typeof month !== 'number') return price;
  return Math.max(0, under(effectIn(shocks, field, month, firstMonth), price));
}

/** R4.15 The renewals as they stand on the month in which each begins. */
function shockedRenewals(hall: ColocationBlockInput, ground: ShockGround): ColocationBlockInput['lease'] {
  const { lease } = hall;
  const timeline = datesGiven(hall.timeline);
  if (!lease?.renewals || !timeline) return lease;
  const isDated =
    typeof lease.termMonths === 'number' &&
    lease.renewals.every(
      (one) => typeof one?.termMonths === 'number' && typeof one.downtimeMonths === 'number',
    );
  const { billingStart } = aiDatesOf({ timeline } as unknown as AiBlock);
  const starts: number[] = [];
  let end = billingStart + (lease.termMonths ?? 0);
  for (const renewal of isDated ? lease.renewals : []) {
    const start = end + (renewal?.downtimeMonths ?? 0);
    starts.push(start);
    end = start + (renewal?.termMonths ?? 0);
  }
  return {
    ...lease,
    renewals: lease.renewals.map((renewal, place) => {
      if (!renewal) return renewal;
      const { probability, marketRentUsdPerKwMonth: rent } = renewal;
      const start = starts[place];
      const effect = effectIn(ground.shocks, 'renewalProbability', start ?? -1, ground.firstMonth);
      return {
        ...renewal,
        ...(typeof probability === 'number' &&
          start !== undefined && { probability: share(under(effect, probability)) }),
        ...(rent && { marketRentUsdPerKwMonth: shockedPath(rent, 'marketRent', ground) }),
      };
    }),
  };
}

/** R7.3f The lease needs all of its terms before a tenant can default in it. */
function isWholeLease(lease: ColocationBlockInput['lease']): lease is Lease {
  const renewals = lease?.renewals ?? [undefined];
  return (
    typeof lease?.rentUsdPerKwMonth === 'number' &&
    typeof lease.escalatorPerYear === 'number' &&
    typeof lease.termMonths === 'number' &&
    renewals.every(
      (one) =>
        typeof one?.probability === 'number' &&
        typeof one.termMonths === 'number' &&
        typeof one.downtimeMonths === 'number' &&
        typeof one.markToMarketShare === 'number' &&
        typeof one.escalatorPerYear === 'number' &&
        typeof one.marketRentUsdPerKwMonth?.growthPerYear === 'number' &&
        typeof one.marketRentUsdPerKwMonth.values?.[0] === 'number',
    )
  );
}

function shockedLease(hall: ColocationBlockInput, ground: ShockGround): ColocationBlockInput {
  const renewed = shockedRenewals(hall, ground);
  const rent = signedPrice(renewed?.rentUsdPerKwMonth, 'marketRent', 'colocation', hall, ground);
  const lease = renewed && { ...renewed, rentUsdPerKwMonth: rent };
  const timeline = datesGiven(hall.timeline);
  const yearly = monthsOf(lease?.tenantDefaultProbabilityPerYear, 'tenantDefault', ground, (value) =>
    Math.max(0, Math.min(0.99, value)),
  );
  const { billingStart } = timeline ? aiDatesOf({ timeline } as unknown as AiBlock) : {};
  const emptied =
    billingStart !== undefined && isWholeLease(lease)
      ? tenantDefaultMonths(lease, leasePeriods(lease, billingStart), ground)
      : undefined;
  return {
    ...hall,
    lease,
    ...withMonths(hall, { tenantDefaultProbabilityPerYear: yearly, ...emptied }),
  };
}

function shockedCloud(hall: GpuCloudBlockInput, ground: ShockGround): GpuCloudBlockInput {
  const { cloud } = hall;
  if (!cloud) return hall;
  const { contract, market } = cloud;
  const price = signedPrice(contract?.priceUsdPerGpuHour, 'gpuMarketPrice', 'gpu_cloud', hall, ground);
  const atLeastNone = (value: number): number => Math.max(0, value);
  return {
    ...hall,
    cloud: {
      ...cloud,
      ...(contract && { contract: { ...contract, priceUsdPerGpuHour: price } }),
      ...(market && {
        market: {
          ...market,
          priceUsdPerGpuHour: shockedPath(market.priceUsdPerGpuHour, 'gpuMarketPrice', ground),
        },
      }),
    },
    ...withMonths(hall, {
      marketUtilisation: monthsOf(market?.utilisation, 'marketUtilisation', ground, share),
      gpuResidualShare: monthsOf(cloud.residualShare, 'gpuResidual', ground, atLeastNone),
    }),
  };
}

function withMonths(hall: HallInput, moved: HallMonths): { byMonth?: HallMonths } {
  const given = Object.entries(moved).filter(([, values]) => values !== undefined);
  if (given.length === 0) return {};
  return { byMonth: { ...(hall.byMonth as HallMonths | undefined), ...Object.fromEntries(given) } };
}

/** R7.3d – R7.3f A hall in which the shocks happen: its build first, since everything later is dated by it. */
export function shockedHall(planned: HallInput, ground: ShockGround): HallInput {
  const built = shockedBuild(planned, ground);
  const pue = monthsOf(built.pue, 'pue', ground, (value) => Math.max(1, value));
  const power = shockedPower(built.power, ground);
  const hall: HallInput = {
    ...built,
    ...withMonths(built, { pue }),
    ...(power !== built.power && { power }),
  };
  return hall.kind === 'colocation'
    ? shockedLease(hall as ColocationBlock, ground)
    : shockedCloud(hall as GpuCloudBlockInput, ground);
}
