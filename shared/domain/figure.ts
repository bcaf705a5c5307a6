import { z } from 'zod';

export const Confidence = z.enum(['high', 'medium', 'low']);
export type Confidence = z.infer<typeof Confidence>;

/**
 * Where a value comes from. `own` is the analyst's, `preset` an assumption (R1.9), `derived` follows from facts by a rule,
 * `scenario` is what a scenario makes of any of them (R7.3a).
 */
export const Origin = z.enum(['fact', 'own', 'preset', 'derived', 'convention', 'scenario']);
export type Origin = z.infer<typeof Origin>;

/** A number with its provenance. Known, zero, not applicable and missing are different states. */
export const Figure = z.strictObject({
  id: z.string(),
  field: z.string(),
  state: z.enum(['known', 'notApplicable', 'missing']),
  value: z.number().nullable(),
  unit: z.string(),
  basis: z.string().nullable(),
  /** ISO date, month or year: as exact as the source is. */
  asOf: z.string().nullable(),
  source: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  confidence: Confidence.nullable(),
  note: z.string().nullable(),
  origin: Origin,
  enteredBy: z.string().nullable(),
  superseded: z.boolean(),
});
export type Figure = z.infer<typeof Figure>;
