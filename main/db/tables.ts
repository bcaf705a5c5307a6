import type { ReadableDb } from './access.ts';

/** Names of the portfolio's own tables, as the file itself tells them: a later schema's are among them. */
export function tableNames(db: ReadableDb): string[] {
  const rows = db
    .prepare(
      String.raw`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name`,
    )
    .all() as { name: string }[];
  return rows.map(({ name }) => name);
}

/** A name in SQL; only names that the file's own schema tells are handed in. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export type RowCounts = Readonly<Record<string, number>>;

export function rowCounts(db: ReadableDb): RowCounts {
  return Object.fromEntries(
    tableNames(db).map((name) => {
      const { n } = db.prepare(`SELECT count(*) AS n FROM ${quotedName(name)}`).get() as { n: number };
      return [name, n];
    }),
  );
}
