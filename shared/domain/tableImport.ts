import { z } from 'zod';
import { dateShape, SourceEntry } from './records.ts';

/* P24 A table on its way into the portfolio: how its columns are read, and what would come of its rows. */

export const profileNames = ['sites', 'contracts', 'figures', 'identity', 'production', 'prices'] as const;
export const ProfileName = z.enum(profileNames);
export type ProfileName = z.infer<typeof ProfileName>;

/** How one column is read. Null: nothing to decide, or not yet answered. */
export const ImportColumn = z.strictObject({
  target: z.string().max(80).nullable(),
  unit: z.string().max(30).nullable(),
  notation: z.enum(['comma', 'point']).nullable(),
  dateOrder: z.enum(['dayFirst', 'monthFirst']).nullable(),
});
export type ImportColumn = z.infer<typeof ImportColumn>;

/** One cell that is in another unit than its column: a proposal that the analyst took. */
export const CellUnit = z.strictObject({
  row: z.number().int(),
  column: z.number().int(),
  unit: z.string().max(30),
});
export type CellUnit = z.infer<typeof CellUnit>;

export const ImportPlan = z.strictObject({
  profile: ProfileName,
  columns: z.array(ImportColumn).max(200),
  /** Company of rows without a column for it. */
  company: z.string().max(300).nullable(),
  /** Date of figures without a column for it. */
  asOf: z.string().regex(dateShape).nullable(),
  source: SourceEntry,
  cells: z.array(CellUnit).max(20_000).optional(),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

/** A mapping kept for files with the same heads. */
export const SavedImport = z.strictObject({
  name: z.string().min(1).max(80),
  profile: ProfileName,
  columns: z.array(
    z.strictObject({ head: z.string(), target: z.string().nullable(), unit: z.string().nullable() }),
  ),
});
export type SavedImport = z.infer<typeof SavedImport>;

export const ImportedFile = z.strictObject({
  name: z.string(),
  format: z.enum(['text', 'workbook']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheet: z.string().nullable(),
  notes: z.array(z.string()),
  rowCount: z.number().int(),
  heads: z.array(z.string()),
  plan: ImportPlan,
  saved: z.array(SavedImport),
});
export type ImportedFile = z.infer<typeof ImportedFile>;

export const outcomes = ['new', 'changed', 'same', 'check', 'repeated', 'rejected'] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

/** Why a row is marked, as a key of a sentence with its values. */
export const ImportNote = z.strictObject({ code: z.string(), values: z.record(z.string(), z.string()) });
export type ImportNote = z.infer<typeof ImportNote>;

/** What a column says of itself. */
export const ColumnReading = z.strictObject({
  state: z.enum(['plain', 'comma', 'point', 'likeOthers', 'chosen', 'open', 'contradictory']),
  /** Rows that speak for a decimal comma and for a decimal point. */
  commaRows: z.array(z.number().int()),
  pointRows: z.array(z.number().int()),
  /** Dates with slashes that two orders read differently. */
  hasOpenDates: z.boolean(),
  example: z.strictObject({ raw: z.string(), read: z.string() }).nullable(),
});
export type ColumnReading = z.infer<typeof ColumnReading>;

export const PreviewCell = z.strictObject({
  raw: z.string(),
  /** As it will be stored; null where the cell holds nothing. */
  read: z.string().nullable(),
  mark: z.enum(['none', 'missing', 'unusual', 'wrong']),
});
export type PreviewCell = z.infer<typeof PreviewCell>;

export const PreviewRow = z.strictObject({
  /** The row’s number in the file, as a table program or an editor counts it. */
  row: z.number().int(),
  outcome: Outcome,
  cells: z.array(PreviewCell),
  notes: z.array(ImportNote),
  /** What an unusual or impossible number was probably meant to be. */
  proposals: z.array(
    z.strictObject({ column: z.number().int(), key: z.string(), unit: z.string(), value: z.number() }),
  ),
});
export type PreviewRow = z.infer<typeof PreviewRow>;

export const ImportPreview = z.strictObject({
  counts: z.record(Outcome, z.number().int()),
  columns: z.array(ColumnReading),
  /** Why nothing can be imported yet. */
  problems: z.array(ImportNote),
  rows: z.array(PreviewRow),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Rows that the analyst decided otherwise than proposed. */
export const RowChoice = z.strictObject({ row: z.number().int(), isTaken: z.boolean() });
export type RowChoice = z.infer<typeof RowChoice>;

/** Whether a row is imported unless the analyst says otherwise. */
export function isTakenByItself(outcome: Outcome): boolean {
  return outcome === 'new' || outcome === 'changed';
}

/** Whether the analyst may take a row at all. */
export function canBeTaken(outcome: Outcome): boolean {
  return outcome === 'check' || isTakenByItself(outcome);
}
