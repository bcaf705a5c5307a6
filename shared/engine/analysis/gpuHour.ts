import type { GpuCloudBlockInput } from '../strategy/blockInput.ts';
import { createEvaluationCache, type EvaluationCache } from '../strategy/evaluationCache.ts';
import type { SiteCaseInput } from '../strategy/siteCaseInput.ts';
import type { ComputedBlock, SiteCaseResult } from '../strategy/siteCaseResult.ts';
import { pathSeries, type Path } from '../time/path.ts';
import { baseMarket } from './baseMarket.ts';
import { presentValueUsd } from './comparePlans.ts';
import { evaluatePlan } from './evaluatePlan.ts';
import type { SiteEvidence } from './evidence.ts';
import { rateOfBlock } from './rateOfBlock.ts';
import { resolveInputs, valuesOf, type InputValues } from './resolveInputs.ts';
import type { ResolvedInput } from './siteAnalysis.ts';
import { missingInputs } from './strategyFigures.ts';

/** R5.14 What a GPU-hour must cost to pay for the hall and its GPUs, by how long these last. */
export interface GpuLifeCost {
  readonly lifeMonths: number;
  /** Whether it is the life that the site's figures rest on. */
  readonly isCurrent: boolean;
  /** null where no hour is sold */
  readonly lcocUsdPerGpuHour: number | null;
}

/** R5.14a The price path of a GPU-hour, and its cost by useful life. */
export type GpuHourView =
  | {
      readonly computable: true;
      readonly months: readonly string[];
      /** Revenue over hours sold; null where none are. */
      readonly planUsdPerGpuHour: readonly (number | null)[];
      /** R4.21 The market price of today's generation as assumed, and at either end of the assumption's range. */
      readonly marketUsdPerGpuHour: readonly number[];
      readonly marketRange: {
        readonly lowChangePerYear: number;
        readonly highChangePerYear: number;
        readonly lowUsdPerGpuHour: readonly number[];
        readonly highUsdPerGpuHour: readonly number[];
      } | null;
      readonly changePerYear: number;
      /** The plan's revenue and hours at one flat price, to stand beside the cost. */
      readonly levelisedPriceUsdPerGpuHour: number | null;
      readonly lives: readonly GpuLifeCost[];
    }
  | { readonly computable: false; readonly missing: readonly string[] };

/** Three to six years, within which GPUs are written off. */
const shownLives = [36, 48, 60, 72] as const;

function cloudOf({ blocks }: SiteCaseResult): ComputedBlock | undefined {
  const found = blocks.find(({ id }) => id === 'gpuCloud');
  return found?.computable ? found : undefined;
}

/** R4.21, R7.3d The market price as the plan was computed with it. */
function marketPathOf({ blocks }: SiteCaseInput): Path | undefined {
  for (const block of blocks ?? [])
    if (block?.kind === 'gpuCloud') {
      const { cloud } = block as GpuCloudBlockInput;
      return (cloud?.market?.priceUsdPerGpuHour ?? undefined) as Path | undefined;
    }
  return undefined;
}

function levelisedPrice(plan: SiteCaseInput, { id, monthly, atValuation }: ComputedBlock): number | null {
  const rate = rateOfBlock(plan, id);
  const present = (line: string): number =>
    presentValueUsd({ valuationUsd: atValuation[line] ?? 0, monthly: monthly[line] ?? [] }, rate);
  const hours = present('billedGpuHours');
  return hours > 0 ? present('gpuRevenueUsd') / hours : null;
}

function planPrices({ monthly }: ComputedBlock, months: number): (number | null)[] {
  return Array.from({ length: months }, (_, month) => {
    const hours = monthly['billedGpuHours']?.[month] ?? 0;
    return hours > 0 ? (monthly['gpuRevenueUsd']?.[month] ?? 0) / hours : null;
  });
}

function marketRange(price: number, months: number, change: ResolvedInput | undefined) {
  if (!change || change.low === null || change.high === null) return null;
  const at = (growthPerYear: number): number[] => [...pathSeries({ values: [price], growthPerYear }, months)];
  return {
    lowChangePerYear: change.low,
    highChangePerYear: change.high,
    lowUsdPerGpuHour: at(change.low),
    highUsdPerGpuHour: at(change.high),
  };
}

/**
 * R4.21, R5.14, R5.14a The price of a GPU-hour as the plan "GPU cloud" assumes it, month by month, and the levelised cost
 * of an hour where the GPUs last three, four, five or six years, everything else as it is.
 * @param evidence what the portfolio knows of the site
 * @param cache what evaluations of the same site share
 * @returns [USD/GPU-h], nominal
 */
export function gpuHourView(
  evidence: SiteEvidence,
  cache: EvaluationCache = createEvaluationCache(),
): GpuHourView {
  const inputs = resolveInputs(evidence);
  const values = valuesOf(inputs);
  const market = baseMarket(evidence, values);
  const evaluated = (at: InputValues) => evaluatePlan('gpuCloud', evidence, at, market, cache);
  const { plan, result } = evaluated(values);
  const cloud = cloudOf(result);
  const { gpuLifeMonths, gpuMarketPriceUsdPerGpuHour, gpuPriceChangePerYear } = values;
  if (
    !cloud ||
    gpuLifeMonths === undefined ||
    gpuMarketPriceUsdPerGpuHour === undefined ||
    gpuPriceChangePerYear === undefined
  )
    return {
      computable: false,
      missing: result.site.computable ? [] : missingInputs(result.site.missing),
    };
  const months = result.months.length;
  const path = marketPathOf(plan) ?? {
    values: [gpuMarketPriceUsdPerGpuHour],
    growthPerYear: gpuPriceChangePerYear,
  };
  const lives = [...new Set([...shownLives, gpuLifeMonths])].toSorted((a, b) => a - b);
  return {
    computable: true,
    months: result.months,
    planUsdPerGpuHour: planPrices(cloud, months),
    marketUsdPerGpuHour: [...pathSeries(path, months)],
    // In a scenario that moves the price from month to month the range of a steady change says nothing.
    marketRange:
      path.values.length > 1
        ? null
        : marketRange(
            gpuMarketPriceUsdPerGpuHour,
            months,
            inputs.find(({ key }) => key === 'gpuPriceChangePerYear'),
          ),
    changePerYear: gpuPriceChangePerYear,
    levelisedPriceUsdPerGpuHour: levelisedPrice(plan, cloud),
    lives: lives.map((lifeMonths) => ({
      lifeMonths,
      isCurrent: lifeMonths === gpuLifeMonths,
      lcocUsdPerGpuHour:
        cloudOf(evaluated({ ...values, gpuLifeMonths: lifeMonths }).result)?.metrics.lcocUsdPerGpuHour ??
        null,
    })),
  };
}
