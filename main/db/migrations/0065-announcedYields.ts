import type { WritableDb } from '../access.ts';

/** What some leases announced beside a mean: the first year's rent, a range of margins, the yield; and where it was said. */
export const version = 65;

export function up(db: WritableDb): void {
  db.exec(`
ALTER TABLE lease_announcement ADD COLUMN noi_margin_high_share REAL;
ALTER TABLE lease_announcement ADD COLUMN year_one_rent_usd_per_kw_month REAL;
ALTER TABLE lease_announcement ADD COLUMN yield_low_share REAL;
ALTER TABLE lease_announcement ADD COLUMN yield_high_share REAL;
ALTER TABLE lease_announcement ADD COLUMN source TEXT;
ALTER TABLE lease_announcement ADD COLUMN source_url TEXT;
`);
}
