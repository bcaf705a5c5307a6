import type { HistoryStep } from '../../../shared/domain/portfolio.ts';
import type { FramedTable } from '../../../shared/exchange/import/frameTable.ts';
import type { WritableDb } from '../../db/access.ts';
import { beginStep } from '../../db/history/changeLog.ts';
import type { Turns } from '../../exchange/import/unblocked.ts';
import { examineRow, readRow, repeats, type Examined, type mappedColumns } from './examineTable.ts';
import type { ImportContext } from './rowParts.ts';

export interface Batch {
  readonly table: FramedTable;
  readonly mapped: ReturnType<typeof mappedColumns>;
  readonly context: ImportContext;
  /** What the preview showed. */
  readonly shown: Examined['outcomes'];
  /** Rows to write, by their place in the table. */
  readonly taken: readonly number[];
  readonly fileName: string;
  readonly now: string;
}

/** A row that would do something else than the analyst was shown, by its place in the table. */
export class UnforeseenRow extends Error {
  readonly index: number;
  constructor(index: number) {
    super(`row ${index}`);
    this.index = index;
  }
}

/**
 * Writes rows as one step in one transaction that spans turns of others: until it is committed nothing is stored, and
 * a stop, a failure or a row that does something else than the preview showed takes everything back.
 * @returns the step, or undefined where it was stopped
 */
export async function writeBatch(
  db: WritableDb,
  batch: Batch,
  turns: Turns,
): Promise<HistoryStep | undefined> {
  const { table, mapped, context, shown, taken, fileName, now } = batch;
  const { batchId, plan, ground } = context;
  // Indexes of a hundred thousand rows do not fit into the usual two megabytes of pages.
  db.pragma('cache_size = -262144');
  db.exec('BEGIN IMMEDIATE');
  try {
    const told = { name: fileName, profile: plan.profile, count: String(taken.length) };
    const { step, write } = beginStep(db, 'import.table', told, now);
    const after = { id: batchId, name: fileName, created_at: now };
    write({ table: 'import_batch', key: { id: batchId }, before: null, after });
    const isRepeated = repeats();
    for (const [done, index] of taken.entries()) {
      const read = readRow(table.rows[index] ?? [], mapped, table.numbers[index] ?? 0);
      const { outcome, changes } = examineRow(read, context, isRepeated);
      if (outcome !== shown[index]) throw new UnforeseenRow(index);
      for (const change of changes) {
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
