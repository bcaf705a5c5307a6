import type { WritableDb } from '../access.ts';

/** How a portfolio counts age, and the faults of its data that were put aside. */
export const version = 50;

const schema = `
CREATE TABLE portfolio_setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE fault_dismissal (
  fault_id TEXT PRIMARY KEY, data_hash TEXT NOT NULL CHECK (length(data_hash) = 64), entered_by TEXT,
  entered_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

export function up(db: WritableDb): void {
  db.exec(schema);
}
