import type { WritableDb } from '../access.ts';

/**
 * When each step was made, taken back and done again, and by whom, so that any earlier state can be told. An older file
 * knows when a step was made, but not when it was taken back: that counts as having been at its last step.
 */
export const version = 100;

export function up(db: WritableDb): void {
  db.exec(`
CREATE TABLE change_event (
  id INTEGER PRIMARY KEY, step_id INTEGER NOT NULL REFERENCES change_step (id) ON DELETE CASCADE,
  act TEXT NOT NULL CHECK (act IN ('made', 'undone', 'redone')), at TEXT NOT NULL, entered_by TEXT
) STRICT;
CREATE INDEX change_event_of_step ON change_event (step_id);
INSERT INTO change_event (step_id, act, at) SELECT id, 'made', created_at FROM change_step ORDER BY id;
INSERT INTO change_event (step_id, act, at)
  SELECT id, 'undone', (SELECT max(created_at) FROM change_step) FROM change_step WHERE undone = 1 ORDER BY id DESC;
`);
}
