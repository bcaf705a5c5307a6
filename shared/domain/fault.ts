import { z } from 'zod';
import { faultCodes } from '../health/fault.ts';

const Mend = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ownValue'), key: z.string(), value: z.number().nullable() }),
  z.strictObject({ kind: z.literal('fact'), field: z.string(), value: z.number() }),
  z.strictObject({ kind: z.literal('contractLoad'), id: z.string(), itLoadMw: z.number() }),
  z.strictObject({ kind: z.literal('withoutContract'), id: z.string() }),
]);

const Fix = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('input.set'), key: z.string(), value: z.number() }),
  z.strictObject({ kind: z.literal('input.clear'), key: z.string() }),
  z.strictObject({
    kind: z.literal('contract.set'),
    id: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  }),
  z.strictObject({ kind: z.literal('contract.remove'), id: z.string() }),
  z.strictObject({ kind: z.literal('figure.setAside'), id: z.string() }),
]);

/** P31 A fault with its place, and whether it was put aside while its data stay as they are. */
export const Fault = z.strictObject({
  id: z.string(),
  code: z.enum(faultCodes),
  detail: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  mends: z.array(Mend).readonly(),
  fix: Fix.nullable(),
  blockedMw: z.number().nullable(),
  subject: z.strictObject({
    kind: z.enum(['market', 'company', 'site']),
    id: z.string(),
    /** Empty for the market, which has no name of its own. */
    name: z.string(),
    companyName: z.string(),
  }),
  /** The site on which its effect is computed (R5.20); null where nothing is to be computed. */
  effectSiteId: z.string().nullable(),
  /** SHA-256 of the data it rests on. */
  hash: z.string().length(64),
  isDismissed: z.boolean(),
});
export type Fault = z.infer<typeof Fault>;
