import { z } from 'zod';
import type { Distribution, Estimate, MonteCarloResult } from '../engine/montecarlo/monteCarloResult.ts';
import type { MonteCarloSettings } from '../engine/montecarlo/settings.ts';
import type { PlanRef } from '../engine/analysis/planFlows.ts';
import { isStrategyKind, type StrategyKind } from '../engine/strategy/verdict.ts';
import type { ObservedMonth } from '../engine/montecarlo/backtest/marketBacktest.ts';
import { drivers, pathDrivers, rangeDrivers } from '../engine/montecarlo/drivers.ts';
import { SiteEvidenceSchema } from './evidence.ts';

/*
 * R7.2 The schemas of what a run is told and says; the engine's types are the definition.
 */

const strategy = z.custom<StrategyKind>(isStrategyKind);
const plan = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('strategy'), strategy }),
  z.strictObject({ kind: z.literal('own'), id: z.string() }),
]) satisfies z.ZodType<PlanRef>;
const driver = z.enum(drivers);

const share = z.number().min(0).max(1);
const volatility = z.number().min(0).max(20);
const reversion = z.number().min(0).max(100);
const range = z
  .strictObject({ low: z.number(), base: z.number(), high: z.number() })
  .refine(({ low, base, high }) => low <= base && base <= high);

function square(size: number) {
  return z.array(z.array(z.number().min(-1).max(1)).length(size)).length(size);
}

/** The most paths of one run: their numbers are held in memory. */
export const mostPaths = 100_000;

const flags = Object.fromEntries(drivers.map((name) => [name, z.boolean()])) as Record<
  (typeof drivers)[number],
  z.ZodBoolean
>;

export const MonteCarloSettingsSchema = z.strictObject({
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  paths: z.number().int().min(1).max(mostPaths),
  isOn: z.strictObject(flags),
  drivers: z.strictObject({
    btcPrice: z.strictObject({
      volatilityPerYear: volatility,
      reversionPerYear: reversion,
      jumps: z
        .strictObject({ perYear: z.number().min(0).max(52), mean: z.number().min(-5).max(5), sd: volatility })
        .nullable(),
    }),
    networkHashrate: z.strictObject({ volatilityPerYear: volatility }),
    feeShare: z.strictObject({ volatilityPerYear: volatility, reversionPerYear: reversion }),
    powerPrice: z.strictObject({
      volatilityPerYear: volatility,
      reversionPerYear: reversion,
      marketShare: share,
      seasonShare: share,
    }),
    gpuPrice: z.strictObject({ volatilityPerYear: volatility }),
    marketRent: range,
    utilisation: range,
    buildCost: range,
    delay: range,
    tenantDefault: z.strictObject({ probabilityPerYear: z.number().min(0).max(0.99) }),
  }),
  correlations: z.strictObject({
    paths: square(pathDrivers.length),
    ranges: square(rangeDrivers.length),
  }),
  basis: z.enum(['unleveredPreTax', 'financed']),
}) satisfies z.ZodType<MonteCarloSettings>;

const estimate = z.strictObject({
  value: z.number(),
  standardError: z.number(),
}) satisfies z.ZodType<Estimate>;
const distribution = z.strictObject({
  mean: estimate,
  standardDeviation: z.number(),
  lowest: z.number(),
  highest: z.number(),
  percentiles: z.array(estimate.extend({ exceededWith: share })),
  cvar05: estimate,
  probabilityAboveZero: estimate,
  histogram: z.strictObject({ from: z.number(), width: z.number(), counts: z.array(z.number().int()) }),
}) satisfies z.ZodType<Distribution>;
const five = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]);

export const MonteCarloResultSchema = z.strictObject({
  engineVersion: z.string(),
  siteId: z.string(),
  valuationMonth: z.string(),
  horizonMonths: z.number().int(),
  seed: z.number().int(),
  basis: z.enum(['unleveredPreTax', 'financed']),
  paths: z.number().int(),
  plans: z.array(
    z.strictObject({
      plan,
      computedBy: z.enum(['compiled', 'engine']),
      isFinanced: z.boolean(),
      baseNpvUsd: z.number(),
      npvUsd: distribution,
      probabilityBest: estimate.nullable(),
      fan: z.array(z.strictObject({ year: z.number().int(), exceededUsd: five })),
      medianPaybackYear: z.number().int().nullable(),
    }),
  ),
  leftOut: z.array(z.strictObject({ plan, missing: z.array(z.string()) })),
  gain: z.strictObject({ conversion: strategy, baseGainUsd: z.number(), gainUsd: distribution }).nullable(),
  importance: z.array(z.strictObject({ driver, rankCorrelation: estimate })),
  importanceOf: z.union([z.literal('gain'), strategy]).nullable(),
  ranking: z
    .strictObject({
      first: strategy,
      second: strategy,
      meanDifferenceUsd: estimate,
      mayChange: z.boolean(),
    })
    .nullable(),
  failed: z.array(
    z.strictObject({
      driver: driver.nullable(),
      plan: plan.nullable(),
      count: z.number().int(),
      paths: z.array(z.number().int()),
    }),
  ),
  spreads: z.array(
    z.strictObject({
      driver,
      isOn: z.boolean(),
      mean: z.number(),
      exceeded: z.tuple([z.number(), z.number(), z.number()]),
    }),
  ),
  correlations: z.strictObject({
    used: MonteCarloSettingsSchema.shape.correlations,
    largestChange: z.number(),
  }),
}) satisfies z.ZodType<MonteCarloResult>;

/** R7.2o A market month as the back-test needs it; the engine's type is the definition. */
export const ObservedMonthSchema = z.strictObject({
  month: z.string(),
  btcPriceUsd: z.number(),
  hashrateEhS: z.number(),
  subsidyBtcPerBlock: z.number(),
}) satisfies z.ZodType<ObservedMonth>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** P36 A kept run in a list. */
export const KeptRun = z.strictObject({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  seed: z.number().int(),
  paths: z.number().int(),
  engineVersion: z.string(),
  presetsVersion: z.string(),
  dataHash: z.string(),
  npvSha256: Sha256,
});
export type KeptRun = z.infer<typeof KeptRun>;

/** A kept run with everything it follows from. */
export const KeptRunDetail = KeptRun.extend({
  settings: MonteCarloSettingsSchema,
  evidence: SiteEvidenceSchema,
  result: MonteCarloResultSchema,
});
export type KeptRunDetail = z.infer<typeof KeptRunDetail>;

/** A run to be kept; its name may be empty. */
export const RunToKeep = z.strictObject({
  name: z.string().max(200),
  settings: MonteCarloSettingsSchema,
  evidence: SiteEvidenceSchema,
  result: MonteCarloResultSchema,
  npvSha256: Sha256,
});
export type RunToKeep = z.infer<typeof RunToKeep>;
