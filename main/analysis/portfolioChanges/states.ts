import type { Moment } from '../../../shared/domain/portfolioChanges.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { WritableDb } from '../../db/access.ts';
import { openReadOnly } from '../../db/openDatabase.ts';
import { eventOfStep, lastEventAt, memoryCopy, takeBackTo } from '../../db/history/pastState.ts';
import { metaValue } from '../../db/repositories/evidenceRepository.ts';

/** A portfolio as it was at a moment. */
export interface State {
  readonly db: WritableDb;
  /** The last event that is in it, of the history that `db` holds; null where all of that history is. */
  readonly lastEvent: number | null;
  close(): void;
}

/** Where a moment of another file lies. */
export type PathOf = (moment: Extract<Moment, { kind: 'backup' | 'file' }>) => string;

function eventOf(db: WritableDb, moment: Extract<Moment, { kind: 'start' | 'time' | 'step' }>): number {
  if (moment.kind === 'start') return 0;
  if (moment.kind === 'time') return lastEventAt(db, moment.at);
  const found = eventOfStep(db, moment.id);
  if (found === undefined) throw new UserFacingError('changes.noSuchStep', { id: String(moment.id) });
  return found;
}

function fileState(path: string, portfolioId: string | null): State {
  const file = openReadOnly(path);
  try {
    if (metaValue(file, 'portfolio_id') !== portfolioId)
      throw new UserFacingError('changes.otherPortfolio', { path });
    const db = memoryCopy(file);
    return { db, lastEvent: null, close: () => db.close() };
  } finally {
    file.close();
  }
}

/** R5.24 The portfolio at a moment; what is open is never changed. */
export function stateAt(open: WritableDb, moment: Moment, pathOf: PathOf): State {
  if (moment.kind === 'now') return { db: open, lastEvent: null, close: () => undefined };
  if (moment.kind === 'backup' || moment.kind === 'file')
    return fileState(pathOf(moment), metaValue(open, 'portfolio_id'));
  const db = memoryCopy(open);
  try {
    const lastEvent = eventOf(db, moment);
    takeBackTo(db, lastEvent);
    return { db, lastEvent, close: () => db.close() };
  } catch (error) {
    db.close();
    throw error;
  }
}
