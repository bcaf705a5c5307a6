import type { WritableDb } from '../access.ts';

/** Scenarios of the analyst: what is changed in inputs, and what happens. Ready ones come with the program. */
export const version = 80;

export function up(db: WritableDb): void {
  db.exec(`
CREATE TABLE scenario (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL CHECK (json_valid(body)),
  entered_by TEXT, entered_at TEXT NOT NULL
) STRICT;
`);
}
