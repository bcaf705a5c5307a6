import { z } from 'zod';
import { Confidence } from './figure.ts';

const Sourced = {
  note: z.string().nullable(),
  source: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  confidence: Confidence.nullable(),
};

/** The engine's figure beside a published one; null where a part is missing, which is then named. */
const Compared = {
  engine: z.number().nullable(),
  published: z.number().nullable(),
  differenceShare: z.number().nullable(),
  missing: z.array(z.string()),
};

export const ProductionCheck = z.strictObject({
  companyId: z.string(),
  companyName: z.string(),
  period: z.enum(['month', 'quarter', 'year']),
  lastMonth: z.string(),
  averageHashrateEhS: z.number().nullable(),
  ...Compared,
  ...Sourced,
});
export type ProductionCheck = z.infer<typeof ProductionCheck>;

export const HashpriceCheck = z.strictObject({ date: z.string(), ...Compared, ...Sourced });
export type HashpriceCheck = z.infer<typeof HashpriceCheck>;

export const LeaseCheck = z.strictObject({
  contractId: z.string(),
  companyName: z.string(),
  siteName: z.string().nullable(),
  counterparty: z.string(),
  /** A lease that was overtaken or sold is an announcement like others, but no contract that holds. */
  status: z.string(),
  averageRentUsdPerKwMonth: z.number().nullable(),
  announcedAverageRentUsdPerKwMonth: z.number().nullable(),
  yearOneRentUsdPerKwMonth: z.number().nullable(),
  escalatorPerYear: z.number().nullable(),
  escalatorOrigin: z.enum(['announced', 'preset', 'missing']),
  yieldYearOneLow: z.number().nullable(),
  yieldYearOneHigh: z.number().nullable(),
  yieldTermAverageLow: z.number().nullable(),
  yieldTermAverageHigh: z.number().nullable(),
  yieldAnnouncedLow: z.number().nullable(),
  yieldAnnouncedHigh: z.number().nullable(),
  missing: z.array(z.string()),
  ...Sourced,
});
export type LeaseCheck = z.infer<typeof LeaseCheck>;

/** A month without an observation is null: gaps stay gaps. */
const Monthly = z.array(z.number().nullable());

export const BackcastPage = z.strictObject({
  production: z.array(ProductionCheck),
  hashprice: z.array(HashpriceCheck),
  hashpriceMonths: z.strictObject({ months: z.array(z.string()), engine: Monthly, published: Monthly }),
  leases: z.array(LeaseCheck),
  /** Gross margin of a grid MWh [USD]; null where the reference machine's presets are missing. */
  margins: z
    .strictObject({
      months: z.array(z.string()),
      mining: Monthly,
      ai: z.array(
        z.strictObject({
          gpu: z.string(),
          kind: z.enum(['contract', 'onDemandList', 'onDemandQuoted', 'marketplaceOffer', 'unstated']),
          values: Monthly,
        }),
      ),
      powerPriceUsdPerMwh: z.number(),
      fleetEfficiencyJPerTh: z.number(),
    })
    .nullable(),
});
export type BackcastPage = z.infer<typeof BackcastPage>;
