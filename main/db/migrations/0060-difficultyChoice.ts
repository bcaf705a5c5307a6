import type { WritableDb } from '../access.ts';

/** How the network's hash rate goes on, where an analyst chose another way than the responsive one. */
export const version = 60;

export function up(db: WritableDb): void {
  db.exec(`
CREATE TABLE difficulty_choice (
  site_id TEXT PRIMARY KEY REFERENCES site (id) ON DELETE CASCADE,
  body TEXT NOT NULL CHECK (json_valid(body)), entered_by TEXT, entered_at TEXT NOT NULL
) STRICT;
`);
}
