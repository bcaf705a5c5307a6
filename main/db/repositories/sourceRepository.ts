import type { SourceRecord } from '../../../shared/domain/attachment.ts';
import type { SourceRow, SourceUse } from '../../../shared/domain/source.ts';
import type { ReadableDb } from '../access.ts';
import type { LoggedTable, Row } from '../history/changeLog.ts';

interface StoredSource {
  readonly id: number;
  readonly title: string;
  readonly url: string | null;
  readonly published_on: string | null;
}

function toSourceRecord({ id, title, url, published_on }: StoredSource): SourceRecord {
  return { id: String(id), title, url, publishedOn: published_on };
}

export function findSourceRecord(db: ReadableDb, id: string): SourceRecord | undefined {
  const row = db.prepare('SELECT * FROM source WHERE id = ?').get(Number(id)) as StoredSource | undefined;
  return row && toSourceRecord(row);
}

interface Citing {
  readonly kind: SourceUse['kind'];
  readonly table: LoggedTable;
  /** Its name, the field of a figure, and the page, as SQL over the table. */
  readonly name: string;
  readonly field: string;
  readonly page: string;
}

const subject = `CASE subject_kind WHEN 'company' THEN (SELECT name FROM company WHERE id = subject_id)
  WHEN 'site' THEN (SELECT name FROM site WHERE id = subject_id) ELSE subject_id END`;
const company = '(SELECT name FROM company WHERE id = company_id)';

/** Every table whose rows cite a source. Names here are the only ones that reach SQL as text. */
const citing: readonly Citing[] = [
  { kind: 'figure', table: 'figure', name: subject, field: 'field', page: 'source_page' },
  { kind: 'site', table: 'site', name: 'name', field: 'NULL', page: 'source_page' },
  { kind: 'contract', table: 'contract', name: 'counterparty', field: 'NULL', page: 'source_page' },
  { kind: 'instrument', table: 'debt_instrument', name: 'instrument', field: 'NULL', page: 'source_page' },
  {
    kind: 'identity',
    table: 'identity_period',
    name: `${company} || ', ' || period`,
    field: 'NULL',
    page: 'source_page',
  },
  {
    kind: 'fleet',
    table: 'fleet',
    name: "model || ', ' || (SELECT name FROM site WHERE id = site_id)",
    field: 'NULL',
    page: 'source_page',
  },
  {
    kind: 'production',
    table: 'production_report',
    name: `${company} || ', ' || last_month`,
    field: 'NULL',
    page: 'NULL',
  },
];

const allUses = citing
  .map(
    ({ kind, table, name, field, page }) =>
      `SELECT source_id, '${kind}' AS kind, ${field} AS field, ${name} AS name, ${page} AS page FROM ${table}
       WHERE source_id IS NOT NULL`,
  )
  .join(' UNION ALL ');

/** What cites a source, by kind and name. */
export function usesOfSource(db: ReadableDb, id: string): SourceUse[] {
  return db
    .prepare(
      `SELECT kind, field, coalesce(name, '') AS name, page FROM (${allUses}) WHERE source_id = ?
       ORDER BY kind, name, field`,
    )
    .all(Number(id)) as SourceUse[];
}

/** Rows of one table that cite a source, as the change log keeps them. */
export function citingRows(db: ReadableDb, id: number): { readonly table: LoggedTable; readonly row: Row }[] {
  return citing.flatMap(({ table }) =>
    (db.prepare(`SELECT * FROM ${table} WHERE source_id = ? ORDER BY id`).all(id) as Row[]).map((row) => ({
      table,
      row,
    })),
  );
}

/** All sources with what rests on them, by title. */
export function listSources(db: ReadableDb): SourceRow[] {
  const counts = citing
    .map(({ table, page }) => `SELECT source_id, ${page} AS page FROM ${table} WHERE source_id IS NOT NULL`)
    .join(' UNION ALL ');
  const rows = db
    .prepare(
      `WITH cited AS (${counts}), used AS (
         SELECT source_id, count(*) AS uses, json_group_array(DISTINCT page) AS pages FROM cited GROUP BY source_id
       )
       SELECT source.*, coalesce(used.uses, 0) AS uses, coalesce(used.pages, '[]') AS pages,
         (SELECT count(*) FROM attachment WHERE attachment.source_id = source.id) AS files
       FROM source LEFT JOIN used ON used.source_id = source.id ORDER BY title, source.id`,
    )
    .all() as (StoredSource & { uses: number; pages: string; files: number })[];
  return rows.map(({ uses, pages, files, ...source }) => ({
    ...toSourceRecord(source),
    uses,
    pages: (JSON.parse(pages) as (string | null)[]).filter((page) => page !== null),
    files,
  }));
}
