import type { HistoryStep } from '../../../shared/domain/portfolio.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { Statement } from 'better-sqlite3';
import type { ReadableDb, WritableDb } from '../access.ts';
import { sweepContent } from '../repositories/attachmentRepository.ts';

/*
 * Undo by a change log: every step is written in the transaction of the change itself, so it survives a restart
 * and can never tell of something that did not happen.
 */

export type Row = Readonly<Record<string, string | number | null>>;

/** The tables whose rows can be undone, with their keys. Names here are the only ones that reach SQL as text. */
const logged = {
  own_value: ['site_id', 'key'],
  own_plan: ['id'],
  monte_carlo_run: ['id'],
  difficulty_choice: ['site_id'],
  scenario: ['id'],
  company: ['id'],
  site: ['id'],
  contract: ['id'],
  debt_instrument: ['id'],
  figure: ['id'],
  identity_period: ['id'],
  production_report: ['id'],
  lease_announcement: ['contract_id'],
  source: ['id'],
  attachment: ['id'],
  fleet: ['id'],
  portfolio_setting: ['key'],
  fault_dismissal: ['fault_id'],
  import_batch: ['id'],
  market_month: ['month'],
} as const satisfies Record<string, readonly string[]>;
export type LoggedTable = keyof typeof logged;

export interface Change {
  readonly table: LoggedTable;
  readonly key: Row;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** A step that was taken back and can no longer be done again, because another came after it. */
const discarded = 2;

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

/** The columns by which a row of a table is found. */
export function keyColumns(table: LoggedTable): readonly string[] {
  return logged[table];
}

const authors = new WeakMap<WritableDb, () => string | null>();

/** Names who makes the changes of a connection from now on. */
export function writtenBy(db: WritableDb, author: () => string | null): void {
  authors.set(db, author);
}

function logEvent(db: WritableDb, stepId: number, act: 'made' | 'undone' | 'redone', at: string): void {
  db.prepare('INSERT INTO change_event (step_id, act, at, entered_by) VALUES (?, ?, ?, ?)').run(
    stepId,
    act,
    at,
    authors.get(db)?.() ?? null,
  );
}

function whereKey(table: LoggedTable): string {
  return logged[table].map((column) => `${column} = @${column}`).join(' AND ');
}

/** The row as it stands, or null. */
export function rowAt(db: ReadableDb, table: LoggedTable, key: Row): Row | null {
  const row = db.prepare(`SELECT * FROM ${table} WHERE ${whereKey(table)}`).get(key) as Row | undefined;
  return row ?? null;
}

/** Puts a row in its place, or takes it away. Who knows that there is none says so: two of a kind are refused then. */
export type Put = (table: LoggedTable, key: Row, row: Row | null, isNew?: boolean) => void;

interface Shape {
  readonly statement: Statement;
  readonly columns: readonly string[];
  /** The columns in the order of the rows it was made for. */
  readonly keys: readonly string[];
  readonly isNew: boolean;
}

function hasKeys(row: Row, keys: readonly string[]): boolean {
  let count = 0;
  for (const key in row) {
    if (key !== keys[count]) return false;
    count += 1;
  }
  return count === keys.length;
}

/** Writes rows with statements that are prepared once a shape: an import writes a hundred thousand of one. */
export function rowWriter(db: WritableDb): Put {
  const names = db.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  const shapes = new Map<LoggedTable, Shape[]>();
  const shapeOf = (table: LoggedTable, row: Row, isNew: boolean): Shape => {
    const ofTable = shapes.get(table) ?? [];
    for (const known of ofTable) if (known.isNew === isNew && hasKeys(row, known.keys)) return known;
    // A step of an older file may lack columns, which keep their defaults.
    const columns = (names.all(table) as string[]).filter((column) => column in row);
    const updates = columns.map((column) => `${column} = excluded.${column}`).join(', ');
    // A row is updated in place: deleting it first would take along what hangs on it.
    const inPlace = `ON CONFLICT (${logged[table].join(', ')}) DO UPDATE SET ${updates}`;
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    const statement = db.prepare(isNew ? sql : `${sql} ${inPlace}`);
    const shape = { statement, columns, keys: Object.keys(row), isNew };
    shapes.set(table, [...ofTable, shape]);
    return shape;
  };
  const removals = new Map<LoggedTable, Statement>();
  return (table, key, row, isNew = false) => {
    if (row !== null) {
      const { statement, columns } = shapeOf(table, row, isNew);
      statement.run(columns.map((column) => row[column]));
      return;
    }
    const removal = removals.get(table) ?? db.prepare(`DELETE FROM ${table} WHERE ${whereKey(table)}`);
    removals.set(table, removal);
    removal.run(key);
  };
}

/** A step being written; whoever opens one holds the transaction. */
export interface OpenStep {
  readonly step: HistoryStep;
  readonly write: (change: Change) => void;
}

/** Begins a named step inside a transaction of the caller. A step after an undo ends the redo list. */
export function beginStep(
  db: WritableDb,
  label: string,
  values: Readonly<Record<string, string>>,
  now: string,
): OpenStep {
  const { changes } = db.prepare('UPDATE change_step SET undone = ? WHERE undone = 1').run(discarded);
  // What only a step named that can no longer be done again cannot come back.
  if (changes > 0) sweepContent(db);
  const step = db
    .prepare('INSERT INTO change_step (label, label_values, created_at) VALUES (?, ?, ?) RETURNING *')
    .get(label, JSON.stringify(values), now) as StepRow;
  logEvent(db, step.id, 'made', now);
  const insert = db.prepare(
    'INSERT INTO change (step_id, table_name, row_key, before, after) VALUES (?, ?, ?, ?, ?)',
  );
  const put = rowWriter(db);
  const write = ({ table, key, before, after }: Change): void => {
    put(table, key, after, before === null);
    insert.run(
      step.id,
      table,
      JSON.stringify(key),
      before === null ? null : JSON.stringify(before),
      after === null ? null : JSON.stringify(after),
    );
  };
  return { step: toStep(step), write };
}

/** Applies changes and logs them as one named step, in one transaction. */
export function recordStep(
  db: WritableDb,
  label: string,
  values: Readonly<Record<string, string>>,
  changes: readonly Change[],
  now: string,
): HistoryStep {
  return db.transaction(() => {
    const { step, write } = beginStep(db, label, values, now);
    for (const change of changes) write(change);
    return step;
  })();
}

/** Puts the rows of a step into one of their two states. */
export function putSide(db: ReadableDb, put: Put, stepId: number, side: 'before' | 'after'): void {
  const order = side === 'before' ? 'DESC' : 'ASC';
  const changes = db.prepare(`SELECT * FROM change WHERE step_id = ? ORDER BY id ${order}`).all(stepId);
  for (const change of changes as ChangeRow[]) {
    const row = change[side];
    put(change.table_name, JSON.parse(change.row_key) as Row, row === null ? null : (JSON.parse(row) as Row));
  }
}

function replay(db: WritableDb, step: StepRow, side: 'before' | 'after', now: string): HistoryStep {
  return db.transaction(() => {
    putSide(db, rowWriter(db), step.id, side);
    const undone = side === 'before' ? 1 : 0;
    logEvent(db, step.id, undone === 1 ? 'undone' : 'redone', now);
    db.prepare('UPDATE change_step SET undone = ? WHERE id = ?').run(undone, step.id);
    return toStep({ ...step, undone });
  })();
}

/** The clock is asked where nobody says the time. */
const clock = (): string => new Date().toISOString();

export function undoLast(db: WritableDb, now = clock()): HistoryStep {
  const step = db.prepare('SELECT * FROM change_step WHERE undone = 0 ORDER BY id DESC LIMIT 1').get();
  if (step === undefined) throw new UserFacingError('history.nothingToUndo');
  return replay(db, step as StepRow, 'before', now);
}

export function redoNext(db: WritableDb, now = clock()): HistoryStep {
  const step = db.prepare('SELECT * FROM change_step WHERE undone = 1 ORDER BY id LIMIT 1').get();
  if (step === undefined) throw new UserFacingError('history.nothingToRedo');
  return replay(db, step as StepRow, 'after', now);
}

/** The steps that are done or can be done again, newest first. */
export function listSteps(db: ReadableDb): HistoryStep[] {
  const rows = db.prepare('SELECT * FROM change_step WHERE undone < ? ORDER BY id DESC LIMIT 500');
  return (rows.all(discarded) as StepRow[]).map(toStep);
}

/** The steps in force that touched a row, newest first, each with the value it left there. */
export function stepsOfRow(
  db: ReadableDb,
  table: LoggedTable,
  key: Row,
): { readonly step: HistoryStep; readonly value: number | null }[] {
  const rows = db
    .prepare(
      `SELECT change_step.*, json_extract(change.after, '$.value') AS value FROM change
       JOIN change_step ON change_step.id = change.step_id
       WHERE change.table_name = ? AND change.row_key = ? AND change_step.undone = 0
       ORDER BY change.id DESC LIMIT 20`,
    )
    .all(table, JSON.stringify(key)) as (StepRow & { value: number | null })[];
  return rows.map(({ value, ...row }) => ({ step: toStep(row), value }));
}

/** Time of the newest step, or null. */
export function lastChangeAt(db: ReadableDb): string | null {
  const row = db.prepare('SELECT max(created_at) AS at FROM change_step').get() as { at: string | null };
  return row.at;
}
