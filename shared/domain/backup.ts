import { z } from 'zod';

/** Why a backup was written; `upgrade` and `restore` keep what was there before the act. */
export const BackupReason = z.enum(['daily', 'close', 'byHand', 'upgrade', 'restore']);
export type BackupReason = z.infer<typeof BackupReason>;

/** What is inside a file, read without opening it for writing. */
export const Inside = z.strictObject({
  companyCount: z.number().int(),
  siteCount: z.number().int(),
  contractCount: z.number().int(),
  /** Null where the file holds no history. */
  lastChangeAt: z.string().nullable(),
  schemaVersion: z.number().int(),
});
export type Inside = z.infer<typeof Inside>;

export const Backup = z.strictObject({
  /** Names it among the listed ones; never a path that is opened unlooked at. */
  id: z.string(),
  path: z.string(),
  /** Of the portfolio that was backed up. */
  fileName: z.string(),
  writtenAt: z.string(),
  bytes: z.number().int(),
  reason: BackupReason,
  isEncrypted: z.boolean(),
  /** Null where it cannot be read, or not without its password. */
  inside: Inside.nullable(),
});
export type Backup = z.infer<typeof Backup>;

export const BackupList = z.strictObject({
  /** The portfolio they belong to; what is in it is null where it is gone or damaged. */
  path: z.string(),
  fileName: z.string(),
  inside: Inside.nullable(),
  folder: z.string(),
  backups: z.array(Backup),
});
export type BackupList = z.infer<typeof BackupList>;

/** The headline of a site, as the engine gives it. */
const SiteHeadline = z.strictObject({ verdict: z.string(), bestNpvUsd: z.number().nullable() });
export type SiteHeadline = z.infer<typeof SiteHeadline>;

/** P23 What an upgrade did: rows of every table and headline of every site, before and after. */
export const UpgradeReport = z.strictObject({
  fromSchema: z.number().int(),
  toSchema: z.number().int(),
  keptCopy: z.string(),
  /** Null: the table was not there yet, or is not any more. */
  tables: z.array(
    z.strictObject({
      name: z.string(),
      before: z.number().int().nullable(),
      after: z.number().int().nullable(),
    }),
  ),
  siteCount: z.number().int(),
  /** Sites computed before and after; the older format of some files cannot be computed as it was. */
  comparedSites: z.number().int(),
  changedSites: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      before: SiteHeadline,
      after: SiteHeadline,
    }),
  ),
});
export type UpgradeReport = z.infer<typeof UpgradeReport>;
