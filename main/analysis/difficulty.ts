import type { DifficultyChoiceBody } from '../../shared/domain/difficulty.ts';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from '../db/access.ts';
import { recordStep, rowAt } from '../db/history/changeLog.ts';
import { difficultyOf } from '../db/repositories/difficultyRepository.ts';
import { findSite } from '../db/repositories/siteRepository.ts';

/** A table is told with the number of its rows, so that two tables are not the same step. */
function nameOf(choice: DifficultyChoiceBody | null | undefined): string {
  if (!choice) return 'responsive';
  return choice.rule === 'table' ? `table ${choice.points.length}` : choice.rule;
}

/** R2.5a Stores a site's difficulty rule, as one step that can be undone; null is the responsive one. */
export function setDifficulty(
  db: WritableDb,
  siteId: string,
  choice: DifficultyChoiceBody | null,
  entry: { readonly enteredBy: string | null; readonly now: string },
): HistoryStep {
  const site = findSite(db, siteId);
  if (!site) throw new UserFacingError('site.unknown', { id: siteId });
  const key = { site_id: siteId };
  const before = rowAt(db, 'difficulty_choice', key);
  const known = difficultyOf(db, siteId) as DifficultyChoiceBody | undefined;
  const after = choice && {
    ...key,
    body: JSON.stringify(choice),
    entered_by: entry.enteredBy,
    entered_at: entry.now,
  };
  const values = { site: site.name, before: nameOf(known), after: nameOf(choice) };
  return recordStep(
    db,
    'market.difficulty',
    values,
    [{ table: 'difficulty_choice', key, before, after }],
    entry.now,
  );
}
