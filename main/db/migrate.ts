import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from './access.ts';
import type { Migration } from './migrations/index.ts';

export function userVersion(db: WritableDb): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function assertForeignKeys(db: WritableDb): void {
  const broken = db.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) throw new UserFacingError('db.upgradeFailed');
}

/**
 * Brings a file to the newest schema: one transaction a step, a copy before the first step of a file that
 * already has data, and a refusal where the file is newer than this application.
 */
export function migrate(
  db: WritableDb,
  all: readonly Migration[],
  backUp: (fromVersion: number) => void,
): void {
  const from = userVersion(db);
  const known = all.at(-1)?.version ?? 0;
  if (from > known) throw new UserFacingError('db.fromFuture', { found: String(from), known: String(known) });
  const pending = all.filter((step) => step.version > from);
  if (pending.length === 0) return;
  if (from > 0) backUp(from);
  // Rebuilding a table with foreign keys on deletes its children, and the pragma does nothing inside a transaction.
  db.pragma('foreign_keys = OFF');
  try {
    for (const step of pending) {
      db.transaction(() => {
        step.up(db);
        assertForeignKeys(db);
        db.pragma(`user_version = ${step.version}`);
      })();
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
