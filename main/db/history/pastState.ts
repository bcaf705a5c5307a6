import Database from 'better-sqlite3';
import type { ReadableDb, WritableDb } from '../access.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';
import { putSide, rowWriter } from './changeLog.ts';

interface EventRow {
  id: number;
  step_id: number;
  act: 'made' | 'undone' | 'redone';
}

/** Bytes 18 and 19 of a file's head say how it keeps its log; memory has room for none. */
const logFormat = [18, 19] as const;
const withoutLog = 1;

/** A copy of the whole file in memory, in the newest schema; the file is read and not changed. */
export function memoryCopy(db: WritableDb): WritableDb {
  const bytes = db.serialize();
  for (const place of logFormat) bytes[place] = withoutLog;
  const copy = new Database(bytes);
  migrate(copy, migrations, () => undefined);
  copy.pragma('foreign_keys = OFF');
  return copy;
}

/** R5.24 The last event not later than a moment; 0 where there is none. */
export function lastEventAt(db: ReadableDb, at: string): number {
  const later = db.prepare('SELECT min(id) FROM change_event WHERE at > ?').pluck().get(at) as number | null;
  if (later !== null) return later - 1;
  return (db.prepare('SELECT max(id) FROM change_event').pluck().get() as number | null) ?? 0;
}

/** The event by which a step was made; undefined where the file has no such step. */
export function eventOfStep(db: ReadableDb, stepId: number): number | undefined {
  const found = db
    .prepare("SELECT id FROM change_event WHERE step_id = ? AND act = 'made'")
    .pluck()
    .get(stepId);
  return found as number | undefined;
}

/** R5.24 Takes a copy back to what it was after an event: later ones are reversed, the newest first. */
export function takeBackTo(copy: WritableDb, eventId: number): void {
  const later = copy.prepare('SELECT id, step_id, act FROM change_event WHERE id > ? ORDER BY id DESC');
  const events = later.all(eventId) as EventRow[];
  copy.transaction(() => {
    const put = rowWriter(copy);
    for (const { step_id: stepId, act } of events)
      putSide(copy, put, stepId, act === 'undone' ? 'after' : 'before');
  })();
}
