import type { WritableDb } from '../access.ts';

/** R7.2 Runs of a simulation that are kept: everything they follow from, and what they came to. */
export const version = 90;

const schema = `
CREATE TABLE monte_carlo_run (
  id TEXT PRIMARY KEY, site_id TEXT NOT NULL REFERENCES site (id) ON DELETE CASCADE, name TEXT NOT NULL,
  created_at TEXT NOT NULL, entered_by TEXT, seed INTEGER NOT NULL, paths INTEGER NOT NULL,
  engine_version TEXT NOT NULL, presets_version TEXT NOT NULL, data_hash TEXT NOT NULL,
  settings TEXT NOT NULL CHECK (json_valid(settings)), evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  result TEXT NOT NULL CHECK (json_valid(result)), result_hash TEXT NOT NULL, npv_sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX monte_carlo_run_of_site ON monte_carlo_run (site_id, created_at);
`;

export function up(db: WritableDb): void {
  db.exec(schema);
}
