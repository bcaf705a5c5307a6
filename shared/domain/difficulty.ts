import { z } from 'zod';

const Point = z.strictObject({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  hashrateEhS: z.number().min(1).max(1_000_000),
});

const Constant = z.strictObject({ rule: z.literal('constant') });
const Table = z.strictObject({
  rule: z.literal('table'),
  points: z
    .array(Point)
    .min(1)
    .max(120)
    .refine((points) => new Set(points.map(({ month }) => month)).size === points.length),
});

/** R2.5a What an analyst chooses in place of the responsive rule. */
export const DifficultyChoiceBody = z.discriminatedUnion('rule', [Constant, Table]);
export type DifficultyChoiceBody = z.infer<typeof DifficultyChoiceBody>;

const entry = { enteredBy: z.string().nullable(), enteredAt: z.string() };

/** A choice as the portfolio knows it. */
export const DifficultyRecord = z.discriminatedUnion('rule', [Constant.extend(entry), Table.extend(entry)]);
