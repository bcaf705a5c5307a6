import { miningBreakEven } from '../mining/breakEven.ts';
import { formatMonth, parseMonth } from '../time/months.ts';

/** The machine and the power on which a month's mining margin stands. */
export interface ReferenceMiner {
  readonly efficiencyJPerTh: number;
  readonly miningPue: number;
  readonly staleShare: number;
  readonly poolFeeShare: number;
}

/** What a grid MWh earns and keeps after its energy; fixed costs and capital are not in it. */
export interface MwhMargin {
  readonly revenueUsdPerGridMwh: number;
  readonly grossMarginUsdPerGridMwh: number;
}

/** How a GPU-hour was priced. Prices of different kinds are never one series. */
export type GpuPriceKind = 'contract' | 'onDemandList' | 'onDemandQuoted' | 'marketplaceOffer' | 'unstated';

/** A price of one GPU-hour in one month. */
export interface GpuPriceMonth {
  readonly month: string;
  readonly gpu: string;
  readonly kind: GpuPriceKind;
  readonly usdPerGpuHour: number | null;
  /** IT power of a GPU with its share of the server [kW]; null where not known */
  readonly kwPerGpu: number | null;
}

/** One series by month; null is a gap and stays one. */
export interface AiSeries {
  readonly gpu: string;
  readonly kind: GpuPriceKind;
  readonly margins: readonly (MwhMargin | null)[];
  readonly missing: readonly string[];
}

/** P63 Mining and AI beside each other, by calendar month. */
export interface MarginHistory {
  readonly months: readonly string[];
  readonly mining: readonly (MwhMargin | null)[];
  readonly ai: readonly AiSeries[];
}

/**
 * P63, R3.2, R3.7 Revenue and gross margin of a mined grid MWh:
 *   hashprice·1000/(24·e)·(1−stale)·(1−poolFee)/PUE − power price
 * @returns [USD/grid MWh]; before curtailment, which can only add
 * @example miningMargin(48, 60, { efficiencyJPerTh: 20, miningPue: 1, staleShare: 0, poolFeeShare: 0 }) // →
 *   { revenueUsdPerGridMwh: 100, grossMarginUsdPerGridMwh: 40 }
 */
export function miningMargin(
  hashpriceUsdPerPhDay: number,
  powerPriceUsdPerMwh: number,
  miner: ReferenceMiner,
): MwhMargin {
  const { revenueUsdPerMwh } = miningBreakEven(miner.efficiencyJPerTh, 0, hashpriceUsdPerPhDay);
  const revenue = (revenueUsdPerMwh * (1 - miner.staleShare) * (1 - miner.poolFeeShare)) / miner.miningPue;
  return { revenueUsdPerGridMwh: revenue, grossMarginUsdPerGridMwh: revenue - powerPriceUsdPerMwh };
}

/**
 * P63, R4.5, R4.24 Revenue and gross margin of a grid MWh while its GPU-hours are sold:
 *   price·1000/(kW per GPU·PUE) − power price
 * @param kwPerGpu IT power of a GPU [kW], above 0
 * @returns [USD/grid MWh]; unsold hours, GPU capital and opex are not in it
 * @example gpuMargin(2, 50, 2, 1.25) // → { revenueUsdPerGridMwh: 800, grossMarginUsdPerGridMwh: 750 }
 */
export function gpuMargin(
  usdPerGpuHour: number,
  powerPriceUsdPerMwh: number,
  kwPerGpu: number,
  aiPue: number,
): MwhMargin {
  const revenue = (usdPerGpuHour * 1000) / (kwPerGpu * aiPue);
  return { revenueUsdPerGridMwh: revenue, grossMarginUsdPerGridMwh: revenue - powerPriceUsdPerMwh };
}

/**
 * Every calendar month from the first to the last of those given, also where nothing was observed.
 * @example everyMonth(['2026-03', '2026-01']) // → ['2026-01', '2026-02', '2026-03']
 */
export function everyMonth(months: readonly string[]): string[] {
  const counts = months.flatMap((month) => parseMonth(month) ?? []);
  if (counts.length === 0) return [];
  const first = counts.reduce((least, count) => Math.min(least, count));
  const last = counts.reduce((most, count) => Math.max(most, count));
  return Array.from({ length: last - first + 1 }, (_, index) => formatMonth(first + index));
}

/** What prices and powers the history is built from. */
export interface MarginInputs {
  readonly hashprices: readonly { readonly month: string; readonly hashpriceUsdPerPhDay: number | null }[];
  readonly gpuPrices: readonly GpuPriceMonth[];
  readonly miner: ReferenceMiner;
  readonly aiPue: number;
  readonly powerPriceUsdPerMwh: number;
}

function aiSeries(
  prices: readonly GpuPriceMonth[],
  months: readonly string[],
  inputs: MarginInputs,
): AiSeries[] {
  const groups = new Map<string, GpuPriceMonth[]>();
  for (const price of prices) {
    const key = `${price.gpu}\n${price.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), price]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const byMonth = new Map(group.map((price) => [price.month, price]));
    const margins = months.map((month) => {
      const { usdPerGpuHour = null, kwPerGpu = null } = byMonth.get(month) ?? {};
      if (usdPerGpuHour === null || kwPerGpu === null || kwPerGpu <= 0) return null;
      return gpuMargin(usdPerGpuHour, inputs.powerPriceUsdPerMwh, kwPerGpu, inputs.aiPue);
    });
    const missing = group.every(({ kwPerGpu }) => kwPerGpu !== null) ? [] : ['kwPerGpu'];
    return [{ gpu: first.gpu, kind: first.kind, margins, missing }];
  });
}

/**
 * P63, R3.2, R4.5 Mining and AI margins of a grid MWh by month on one grid of months. A month without an observation
 * stays a gap; prices of another GPU or another kind of price never fill it.
 */
export function marginHistory(inputs: MarginInputs): MarginHistory {
  const { hashprices, gpuPrices, miner, powerPriceUsdPerMwh } = inputs;
  const months = everyMonth([...hashprices, ...gpuPrices].map(({ month }) => month));
  const byMonth = new Map(hashprices.map((row) => [row.month, row.hashpriceUsdPerPhDay]));
  return {
    months,
    mining: months.map((month) => {
      const hashprice = byMonth.get(month) ?? null;
      return hashprice === null ? null : miningMargin(hashprice, powerPriceUsdPerMwh, miner);
    }),
    ai: aiSeries(gpuPrices, months, inputs),
  };
}
