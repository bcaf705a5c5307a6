import type { WritableDb } from '../access.ts';

/** R1.9a Machines of a site, model by model. */
export const version = 71;

export function up(db: WritableDb): void {
  db.exec(`
CREATE TABLE fleet (
  id TEXT PRIMARY KEY, site_id TEXT NOT NULL REFERENCES site (id) ON DELETE CASCADE, model TEXT NOT NULL,
  units REAL CHECK (units >= 0), hashrate_th_s REAL CHECK (hashrate_th_s >= 0),
  efficiency_j_th REAL CHECK (efficiency_j_th > 0), purchased TEXT, book_value_usd REAL, operating_note TEXT, as_of TEXT,
  source_id INTEGER REFERENCES source (id), source_page TEXT, confidence TEXT, entered_by TEXT,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX fleet_of_site ON fleet (site_id);
`);
}
