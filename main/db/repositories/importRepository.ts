import type { ReadableDb } from '../access.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** Everything that rows of an import are compared with, read once: a query a row would be a hundred thousand. */
export interface ImportGround {
  readonly companies: readonly Row[];
  readonly sites: readonly Row[];
  readonly contracts: readonly Row[];
  /** Figures in force. */
  readonly figures: readonly Row[];
  readonly reports: readonly Row[];
  readonly months: readonly Row[];
  readonly periods: readonly Row[];
  readonly sources: readonly Row[];
}

export function importGround(db: ReadableDb): ImportGround {
  const all = (sql: string): Row[] => db.prepare(sql).all() as Row[];
  return {
    companies: all('SELECT * FROM company'),
    sites: all('SELECT * FROM site'),
    contracts: all('SELECT * FROM contract'),
    figures: all('SELECT * FROM figure WHERE superseded = 0'),
    reports: all('SELECT * FROM production_report'),
    months: all('SELECT * FROM market_month'),
    periods: all('SELECT * FROM identity_period'),
    sources: all('SELECT * FROM source'),
  };
}

/** The import that brought a row, by its name and time. */
export function batchOf(db: ReadableDb, id: string): { name: string; createdAt: string } | null {
  const row = db.prepare('SELECT name, created_at AS createdAt FROM import_batch WHERE id = ?').get(id);
  return (row as { name: string; createdAt: string } | undefined) ?? null;
}
