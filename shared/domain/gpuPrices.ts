import { z } from 'zod';

/** One observed price of a GPU-hour; prices of different kinds or GPUs are never one series. */
export const GpuPriceObservation = z.strictObject({
  month: z.string(),
  gpu: z.string(),
  kind: z.enum(['contract', 'onDemandList', 'onDemandQuoted', 'marketplaceOffer', 'unstated']),
  usdPerGpuHour: z.number().nullable(),
  observations: z.number().int().nullable(),
  note: z.string().nullable(),
  source: z.string().nullable(),
});
export type GpuPriceObservation = z.infer<typeof GpuPriceObservation>;
