import type { HistoryStep } from '../../../shared/domain/portfolio.ts';
import type { FramedTable } from '../../../shared/exchange/import/frameTable.ts';
import type { WritableDb } from '../../db/access.ts';
import { beginStep } from '../../db/history/changeLog.ts';
import type { Turns } from '../../exchange/import/unblocked.ts';
import { readRow, type mappedColumns } from './examineTable.ts';
import { planRow, type ImportContext } from './planRow.ts';

export interface Batch {
  readonly table: FramedTable;
  readonly mapped: ReturnType<typeof mappedColumns>;
  readonly context: ImportContext;
  /** Rows to write, by their place in the table. */
  readonly taken: readonly number[];
  readonly fileName: string;
  readonly now: string;
}

/**
 * Writes rows as one step in one transaction that spans turns of others: until it is committed nothing is stored, and
 * a stop or a failure takes everything back.
 * @returns the step, or undefined where it was stopped
 */
export async function writeBatch(
  db: WritableDb,
  batch: Batch,
  turns: Turns,
): Promise<HistoryStep | undefined> {
  const { table, mapped, context, taken, fileName, now } = batch;
  const { batchId, plan, ground } = context;
  // Indexes of a hundred thousand rows do not fit into the usual two megabytes of pages.
  db.pragma('cache_size = -262144');
  db.exec('BEGIN IMMEDIATE');
  try {
    const told = { name: fileName, profile: plan.profile, count: String(taken.length) };
    const { step, write } = beginStep(db, 'import.table', told, now);
    const after = { id: batchId, name: fileName, created_at: now };
    write({ table: 'import_batch', key: { id: batchId }, before: null, after });
    for (const [done, index] of taken.entries()) {
      const planned = planRow(readRow(table.rows[index] ?? [], mapped).values, context);
      if ('fault' in planned) continue;
      for (const change of planned.changes) {
        write(change);
        ground.adopt(change);
      }
      if (done % 32 === 0 && !(await turns.next(done))) {
        db.exec('ROLLBACK');
        return undefined;
      }
    }
    db.exec('COMMIT');
    return step;
  } catch (error) {
    // A full disk has rolled back by itself.
    if (db.open && db.inTransaction) db.exec('ROLLBACK');
    throw error;
  } finally {
    if (db.open) db.pragma('cache_size = -2000');
  }
}
