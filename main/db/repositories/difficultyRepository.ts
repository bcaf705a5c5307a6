import { DifficultyChoiceBody } from '../../../shared/domain/difficulty.ts';
import type { EvidenceDifficulty } from '../../../shared/engine/analysis/difficultyChoice.ts';
import type { ReadableDb } from '../access.ts';

interface DifficultyRow {
  body: string;
  entered_by: string | null;
  entered_at: string;
}

/** R2.5a The choice of a site; undefined where the hash rate responds. */
export function difficultyOf(db: ReadableDb, siteId: string): EvidenceDifficulty | undefined {
  const row = db.prepare('SELECT * FROM difficulty_choice WHERE site_id = ?').get(siteId) as
    | DifficultyRow
    | undefined;
  if (!row) return undefined;
  const choice = DifficultyChoiceBody.parse(JSON.parse(row.body));
  return { ...choice, enteredBy: row.entered_by, enteredAt: row.entered_at };
}
