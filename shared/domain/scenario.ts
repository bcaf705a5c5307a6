import { z } from 'zod';
import { isInputKey, type InputKey } from '../engine/analysis/inputTable.ts';
import type { EvidenceScenario, InputChange, Shock } from '../engine/scenario/scenario.ts';
import { changeOperations } from '../engine/scenario/scenario.ts';
import { shockKinds, shockTable, type ShockKind } from '../engine/scenario/shockTable.ts';

const Id = z.string().min(1).max(200);
const Text = z.string().max(2_000);
const Source = z.string().max(500).nullable();

/** R7.3 For which sites. */
export const ScenarioScope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('all') }),
  z.strictObject({ of: z.literal('grid'), gridOperator: Id }),
  z.strictObject({ of: z.literal('company'), companyId: Id }),
  z.strictObject({ of: z.literal('site'), siteId: Id }),
]);

const Key = z.custom<InputKey>((key) => typeof key === 'string' && isInputKey(key));

/** R1.9 A value that a fact gives may lie outside the bounds of what is entered, and is set again as it is. */
const Change = z.strictObject({
  key: Key,
  operation: z.enum(changeOperations),
  value: z.number().min(-1e15).max(1e15),
  scope: ScenarioScope,
  source: Source,
}) satisfies z.ZodType<InputChange>;

const Start = z.discriminatedUnion('counted', [
  z.strictObject({ counted: z.literal('fromValuation'), month: z.number().int().min(0).max(360) }),
  z.strictObject({ counted: z.literal('calendar'), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
]);

function sizesFit({
  kind,
  sizes,
}: {
  readonly kind: ShockKind;
  readonly sizes: Record<string, number>;
}): boolean {
  const known = new Map(shockTable[kind].sizes.map((size) => [size.name, size]));
  return Object.entries(sizes).every(([name, value]) => {
    const size = known.get(name);
    if (!size || value < size.min || value > size.max) return false;
    return size.isWhole !== true || Number.isInteger(value);
  });
}

const ScenarioShock = z
  .strictObject({
    kind: z.enum(shockKinds as readonly [ShockKind, ...ShockKind[]]),
    start: Start,
    durationMonths: z.number().int().min(1).max(360).nullable(),
    sizes: z.record(z.string(), z.number()),
    tenant: z.string().max(200).nullable(),
    scope: ScenarioScope,
    source: Source,
  })
  .refine(sizesFit) satisfies z.ZodType<Shock>;

/** A scenario as far as it concerns one site, part of the site's evidence. */
export const EvidenceScenarioSchema = z.strictObject({
  id: Id,
  name: z.string(),
  changes: z.array(Change),
  shocks: z.array(ScenarioShock),
}) satisfies z.ZodType<EvidenceScenario>;

/** What an analyst edits of a scenario; who and when is added where it is stored. */
export const ScenarioBody = z.strictObject({
  name: z
    .string()
    .max(80)
    .refine((name) => name.trim() !== ''),
  note: Text,
  source: Text,
  isLocked: z.boolean(),
  /** The scenario it was cloned from. */
  parentId: Id.nullable(),
  changes: z.array(Change).max(400),
  shocks: z.array(ScenarioShock).max(60),
});
export type ScenarioBody = z.infer<typeof ScenarioBody>;

/** A scenario with its name in the portfolio; a ready one is shipped, has no author and cannot be edited. */
export const ScenarioRecord = ScenarioBody.extend({
  id: Id,
  isReady: z.boolean(),
  enteredBy: z.string().nullable(),
  enteredAt: z.string().nullable(),
});
export type ScenarioRecord = z.infer<typeof ScenarioRecord>;
