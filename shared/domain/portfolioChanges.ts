import { z } from 'zod';
import { BackupReason } from './backup.ts';

/** A point in a portfolio's life that another one is compared with. */
export const Moment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('now') }),
  /** Before the first step that the file remembers. */
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('time'), at: z.iso.datetime() }),
  /** After this step was made. */
  z.strictObject({ kind: z.literal('step'), id: z.number().int() }),
  z.strictObject({ kind: z.literal('backup'), id: z.string().max(600) }),
  /** Another file of the same portfolio. */
  z.strictObject({ kind: z.literal('file'), path: z.string().min(1) }),
]);
export type Moment = z.infer<typeof Moment>;

export const Span = z.strictObject({ from: Moment, to: Moment });
export type Span = z.infer<typeof Span>;

/** What can be compared besides days and steps. */
export const MomentChoices = z.strictObject({
  /** When the file was opened, newest first; the first one is the present opening. */
  openings: z.array(z.string()),
  backups: z.array(z.strictObject({ id: z.string(), writtenAt: z.string(), reason: BackupReason })),
});
export type MomentChoices = z.infer<typeof MomentChoices>;

/** A value of a change; `unit` is empty where it has none. */
const ChangedValue = z.strictObject({
  value: z.union([z.string(), z.number(), z.null()]),
  unit: z.string(),
  /** Null in the data is either not known, or said not to apply. */
  isNotApplicable: z.boolean(),
});
export type ChangedValue = z.infer<typeof ChangedValue>;

/** R5.24 One change: a field of a row, a fact, or a whole row that came or went. */
export const ChangedItem = z.strictObject({
  id: z.string(),
  /** The table that holds it. */
  table: z.string(),
  companyId: z.string().nullable(),
  companyName: z.string().nullable(),
  siteId: z.string().nullable(),
  siteName: z.string().nullable(),
  /** Of the row, where it has one: a counterparty, a plan, a month. */
  name: z.string(),
  /** Column, fact or input; null where the row as a whole came, went or was edited. */
  field: z.string().nullable(),
  act: z.enum(['came', 'gone', 'changed']),
  /** Several where rival values are in use. */
  before: z.array(ChangedValue),
  after: z.array(ChangedValue),
  /** Where values are the same: what else of them differs. */
  aspects: z.array(z.string()),
  /** Of the last step that touched it; null where the history does not hold it. */
  at: z.string().nullable(),
  by: z.string().nullable(),
});
export type ChangedItem = z.infer<typeof ChangedItem>;

export const PortfolioChanges = z.strictObject({
  items: z.array(ChangedItem),
  /** All there are; a page is sent no more than it can hold. */
  count: z.number().int(),
  /** Sites of both states that a change can reach. */
  sites: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
export type PortfolioChanges = z.infer<typeof PortfolioChanges>;
