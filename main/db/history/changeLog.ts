import type { HistoryStep } from '../../../shared/domain/portfolio.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { ReadableDb, WritableDb } from '../access.ts';

/*
 * Undo by a change log: every step is written in the transaction of the change itself, so it survives a restart
 * and can never tell of something that did not happen.
 */

export type Row = Readonly<Record<string, string | number | null>>;

/** The tables whose rows can be undone, with their keys. Names here are the only ones that reach SQL as text. */
const logged = {
  own_value: ['site_id', 'key'],
  own_plan: ['id'],
  difficulty_choice: ['site_id'],
  company: ['id'],
  site: ['id'],
  contract: ['id'],
  debt_instrument: ['id'],
  figure: ['id'],
  identity_period: ['id'],
  production_report: ['id'],
  lease_announcement: ['contract_id'],
  source: ['id'],
  portfolio_setting: ['key'],
  fault_dismissal: ['fault_id'],
} as const satisfies Record<string, readonly string[]>;
export type LoggedTable = keyof typeof logged;

export interface Change {
  readonly table: LoggedTable;
  readonly key: Row;
  readonly before: Row | null;
  readonly after: Row | null;
}

interface StepRow {
  id: number;
  label: string;
  label_values: string;
  created_at: string;
  undone: number;
}

interface ChangeRow {
  table_name: LoggedTable;
  row_key: string;
  before: string | null;
  after: string | null;
}

function toStep(row: StepRow): HistoryStep {
  return {
    id: row.id,
    label: row.label,
    values: JSON.parse(row.label_values) as Record<string, string>,
    createdAt: row.created_at,
    undone: row.undone === 1,
  };
}

function whereKey(table: LoggedTable): string {
  return logged[table].map((column) => `${column} = @${column}`).join(' AND ');
}

/** The row as it stands, or null. */
export function rowAt(db: ReadableDb, table: LoggedTable, key: Row): Row | null {
  const row = db.prepare(`SELECT * FROM ${table} WHERE ${whereKey(table)}`).get(key) as Row | undefined;
  return row ?? null;
}

/** Columns as the file has them: a step of an older file may lack some, which keep their defaults. */
function columnsOf(db: WritableDb, table: LoggedTable, row: Row): string[] {
  const names = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
  return names.filter((name) => name in row);
}

/** A row is updated in place: deleting it first would take along what hangs on it. */
function put(db: WritableDb, table: LoggedTable, key: Row, row: Row | null): void {
  if (row === null) {
    db.prepare(`DELETE FROM ${table} WHERE ${whereKey(table)}`).run(key);
    return;
  }
  const columns = columnsOf(db, table, row);
  const values = columns.map((column) => `@${column}`).join(', ');
  const updates = columns.map((column) => `${column} = excluded.${column}`).join(', ');
  db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})
     ON CONFLICT (${logged[table].join(', ')}) DO UPDATE SET ${updates}`,
  ).run(row);
}

/** Applies changes and logs them as one named step, in one transaction. A step after an undo ends the redo list. */
export function recordStep(
  db: WritableDb,
  label: string,
  values: Readonly<Record<string, string>>,
  changes: readonly Change[],
  now: string,
): HistoryStep {
  return db.transaction(() => {
    db.prepare('DELETE FROM change_step WHERE undone = 1').run();
    const step = db
      .prepare('INSERT INTO change_step (label, label_values, created_at) VALUES (?, ?, ?) RETURNING *')
      .get(label, JSON.stringify(values), now) as StepRow;
    const insert = db.prepare(
      'INSERT INTO change (step_id, table_name, row_key, before, after) VALUES (?, ?, ?, ?, ?)',
    );
    for (const change of changes) {
      put(db, change.table, change.key, change.after);
      insert.run(
        step.id,
        change.table,
        JSON.stringify(change.key),
        change.before === null ? null : JSON.stringify(change.before),
        change.after === null ? null : JSON.stringify(change.after),
      );
    }
    return toStep(step);
  })();
}

function replay(db: WritableDb, step: StepRow, side: 'before' | 'after'): HistoryStep {
  const order = side === 'before' ? 'DESC' : 'ASC';
  const changes = db
    .prepare(`SELECT * FROM change WHERE step_id = ? ORDER BY id ${order}`)
    .all(step.id) as ChangeRow[];
  return db.transaction(() => {
    for (const change of changes) {
      const row = change[side];
      put(
        db,
        change.table_name,
        JSON.parse(change.row_key) as Row,
        row === null ? null : (JSON.parse(row) as Row),
      );
    }
    const undone = side === 'before' ? 1 : 0;
    db.prepare('UPDATE change_step SET undone = ? WHERE id = ?').run(undone, step.id);
    return toStep({ ...step, undone });
  })();
}

export function undoLast(db: WritableDb): HistoryStep {
  const step = db.prepare('SELECT * FROM change_step WHERE undone = 0 ORDER BY id DESC LIMIT 1').get();
  if (step === undefined) throw new UserFacingError('history.nothingToUndo');
  return replay(db, step as StepRow, 'before');
}

export function redoNext(db: WritableDb): HistoryStep {
  const step = db.prepare('SELECT * FROM change_step WHERE undone = 1 ORDER BY id LIMIT 1').get();
  if (step === undefined) throw new UserFacingError('history.nothingToRedo');
  return replay(db, step as StepRow, 'after');
}

/** All steps, newest first. */
export function listSteps(db: ReadableDb): HistoryStep[] {
  return (db.prepare('SELECT * FROM change_step ORDER BY id DESC LIMIT 500').all() as StepRow[]).map(toStep);
}

/** Time of the newest step, or null. */
export function lastChangeAt(db: ReadableDb): string | null {
  const row = db.prepare('SELECT max(created_at) AS at FROM change_step').get() as { at: string | null };
  return row.at;
}
