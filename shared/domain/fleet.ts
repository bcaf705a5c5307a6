import { z } from 'zod';
import { Confidence } from './figure.ts';

/** R1.9a Machines of one model at a site. */
export const Fleet = z.strictObject({
  id: z.string(),
  model: z.string(),
  units: z.number().nullable(),
  hashrateThS: z.number().nullable(),
  efficiencyJPerTh: z.number().nullable(),
  /** Year, month or day, as exact as it is known. */
  purchased: z.string().nullable(),
  bookValueUsd: z.number().nullable(),
  /** Uptime, underclocking: words, not computed with. */
  operatingNote: z.string().nullable(),
  asOf: z.string().nullable(),
  source: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  confidence: Confidence.nullable(),
  enteredBy: z.string().nullable(),
});
export type Fleet = z.infer<typeof Fleet>;

/** A model of the shipped list, which a form proposes; any other may be typed. */
export const AsicModel = z.strictObject({
  name: z.string(),
  hashrateThS: z.number(),
  efficiencyJPerTh: z.number(),
  releaseYear: z.number().nullable(),
});
export type AsicModel = z.infer<typeof AsicModel>;
