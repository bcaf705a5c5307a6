import { z } from 'zod';
import { inputTable, isInputKey } from '../engine/analysis/inputTable.ts';
import { blockUses, serviceLines } from '../engine/analysis/ownPlans/ownPlan.ts';

const Id = z.string().min(1).max(60);
const Month = z.number().int().min(0).max(1200);

function fits({ key, value }: { readonly key: string; readonly value: number }): boolean {
  if (!isInputKey(key)) return false;
  const { min, max, isWhole } = inputTable[key];
  return value >= min && value <= max && (isWhole !== true || Number.isInteger(value));
}

const Terms = z.array(z.strictObject({ key: Id, value: z.number() }).refine(fits)).max(120);

export const OwnPlanBlock = z.strictObject({
  id: Id,
  use: z.enum(blockUses),
  gridMw: z.number().min(0.001).max(10_000),
  fromMonth: Month,
  toMonth: Month.nullable(),
  replaces: Id.nullable(),
  service: z.enum(serviceLines).nullable(),
  terms: Terms,
});

export const OwnPlanLoan = z.strictObject({
  id: Id,
  blockId: Id,
  repayment: z.enum(['annuity', 'sculpted']),
  terms: Terms,
});

/** What an analyst edits of a plan; who and when is added where it is stored. */
export const OwnPlanBody = z.strictObject({
  name: z
    .string()
    .max(80)
    .refine((name) => name.trim() !== ''),
  blocks: z.array(OwnPlanBlock).max(40),
  loans: z.array(OwnPlanLoan).max(20),
  isTaxed: z.boolean(),
  terms: Terms,
});
export type OwnPlanBody = z.infer<typeof OwnPlanBody>;

/** A plan with its name in the portfolio. */
export const OwnPlanRecord = OwnPlanBody.extend({
  id: z.string(),
  enteredBy: z.string().nullable(),
  enteredAt: z.string(),
});
