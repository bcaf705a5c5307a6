import { z } from 'zod';
import { BackcastPage } from './backcast.ts';
import { Contract } from './company.ts';

/** P61 What the claims rest on besides the sites and companies. */
export const ClaimsFacts = z.strictObject({
  contracts: z.array(Contract),
  /** P63 Null where the reference machine's presets are missing. */
  margins: BackcastPage.shape.margins,
  /** "YYYY-MM" of the last halving in the market's record; null where it shows none. */
  lastHalvingMonth: z.string().nullable(),
});
export type ClaimsFacts = z.infer<typeof ClaimsFacts>;
