import type { WritableDb } from '../access.ts';

/** An issued briefing is frozen: the hash of what it showed tells whether it still is. Older ones have none. */
export const version = 30;

export function up(db: WritableDb): void {
  db.exec('ALTER TABLE briefing ADD COLUMN content_sha256 TEXT');
}
