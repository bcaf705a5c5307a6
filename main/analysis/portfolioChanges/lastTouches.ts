import type { ReadableDb } from '../../db/access.ts';
import { keyText } from './rowsApart.ts';

/** Who changed a row last, and when. */
export interface Touch {
  readonly at: string;
  readonly by: string | null;
}

interface TouchRow {
  table_name: string;
  row_key: string;
  at: string;
  entered_by: string | null;
}

/** The last change of every row between two events of a history; null as the last one means up to its end. */
export function lastTouches(
  db: ReadableDb,
  after: number,
  last: number | null,
): (table: string, key: string) => Touch | undefined {
  const rows = db
    .prepare(
      `SELECT change.table_name, change.row_key, change_event.at, change_event.entered_by
       FROM change_event JOIN change ON change.step_id = change_event.step_id
       WHERE change_event.id > ? AND change_event.id <= ? ORDER BY change_event.id`,
    )
    .iterate(after, last ?? Number.MAX_SAFE_INTEGER) as IterableIterator<TouchRow>;
  const touches = new Map<string, Touch>();
  for (const { table_name: table, row_key: key, at, entered_by: by } of rows) {
    const values = Object.values(JSON.parse(key) as Record<string, string | number | null>);
    touches.set(`${table} ${keyText(values)}`, { at, by });
  }
  return (table, key) => touches.get(`${table} ${key}`);
}
