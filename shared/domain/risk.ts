import { z } from 'zod';
import type { ObservedRange } from '../engine/risk/inputRanges.ts';

/** The schema of what `risk.observed` answers; the engine's type is the definition. */
export const ObservedRangeSchema = z.strictObject({
  key: z.string(),
  low: z.number(),
  high: z.number(),
  fromMonth: z.string(),
  toMonth: z.string(),
  source: z.string(),
}) satisfies z.ZodType<ObservedRange>;
