import { recordFields, type RecordDetail, type RecordKind } from '../../../shared/domain/records.ts';
import type { ReadableDb } from '../access.ts';

/** Tables by kind of record. Names here are the only ones that reach SQL as text. */
export const recordTables = {
  company: 'company',
  site: 'site',
  contract: 'contract',
  instrument: 'debt_instrument',
  identity: 'identity_period',
  fleet: 'fleet',
} as const satisfies Readonly<Record<RecordKind, string>>;

type Row = Record<string, string | number | null>;

export function recordRow(db: ReadableDb, kind: RecordKind, id: string): Row | undefined {
  return db.prepare(`SELECT * FROM ${recordTables[kind]} WHERE id = ?`).get(id) as Row | undefined;
}

/** A record as its form shows it, with the source it was read from. */
export function recordDetail(db: ReadableDb, kind: RecordKind, id: string): RecordDetail | undefined {
  const row = recordRow(db, kind, id);
  if (!row) return undefined;
  const sourceId = row['source_id'] ?? null;
  const source = db.prepare('SELECT * FROM source WHERE id = ?').get(sourceId) as SourceRow | undefined;
  return {
    id,
    values: Object.fromEntries(recordFields[kind].map(({ key }) => [key, row[key] ?? null])),
    source: {
      title: source?.title ?? null,
      url: source?.url ?? null,
      page: (row['source_page'] ?? null) as string | null,
      publishedOn: source?.published_on ?? null,
    },
  };
}

function idStem(words: string, kind: RecordKind): string {
  const plain = /^[ -~]*$/.test(words)
    ? words
    : words.replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '');
  return (
    plain
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 60) || kind
  );
}

/** An id from words that is not taken: with a number where the words alone are. */
export function freeId(kind: RecordKind, words: string, isTaken: (id: string) => boolean): string {
  const stem = idStem(words, kind);
  let id = stem;
  for (let number = 2; isTaken(id); number += 1) id = `${stem}-${number}`;
  return id;
}

/** An id that no row of the table carries. */
export function freeRecordId(db: ReadableDb, kind: RecordKind, words: string): string {
  const taken = db.prepare(`SELECT 1 FROM ${recordTables[kind]} WHERE id = ?`);
  return freeId(kind, words, (id) => taken.get(id) !== undefined);
}

export interface SourceRow {
  readonly id: number;
  readonly title: string;
  readonly url: string | null;
  readonly published_on: string | null;
}

export function findSource(db: ReadableDb, title: string, url: string | null): SourceRow | undefined {
  return db.prepare('SELECT * FROM source WHERE title = ? AND url IS ?').get(title, url) as
    | SourceRow
    | undefined;
}

export function nextSourceId(db: ReadableDb): number {
  const { last } = db.prepare('SELECT coalesce(max(id), 0) AS last FROM source').get() as { last: number };
  return last + 1;
}

/** What hangs on a company or a site, leaves first, so that it can be taken away and put back in order. */
export const dependents = {
  company: [
    {
      table: 'attachment',
      where:
        "figure_id IN (SELECT id FROM figure WHERE (subject_kind = 'company' AND subject_id = @id) OR (subject_kind = 'site' AND subject_id IN (SELECT id FROM site WHERE company_id = @id))) OR contract_id IN (SELECT id FROM contract WHERE company_id = @id)",
    },
    {
      table: 'figure',
      where:
        "(subject_kind = 'company' AND subject_id = @id) OR (subject_kind = 'site' AND subject_id IN (SELECT id FROM site WHERE company_id = @id))",
    },
    { table: 'own_value', where: 'site_id IN (SELECT id FROM site WHERE company_id = @id)' },
    { table: 'own_plan', where: 'site_id IN (SELECT id FROM site WHERE company_id = @id)' },
    { table: 'monte_carlo_run', where: 'site_id IN (SELECT id FROM site WHERE company_id = @id)' },
    { table: 'difficulty_choice', where: 'site_id IN (SELECT id FROM site WHERE company_id = @id)' },
    {
      table: 'lease_announcement',
      where: 'contract_id IN (SELECT id FROM contract WHERE company_id = @id)',
    },
    { table: 'contract', where: 'company_id = @id' },
    { table: 'debt_instrument', where: 'company_id = @id' },
    { table: 'identity_period', where: 'company_id = @id' },
    { table: 'fleet', where: 'site_id IN (SELECT id FROM site WHERE company_id = @id)' },
    { table: 'production_report', where: 'company_id = @id' },
    { table: 'site', where: 'company_id = @id' },
  ],
  site: [
    {
      table: 'attachment',
      where: "figure_id IN (SELECT id FROM figure WHERE subject_kind = 'site' AND subject_id = @id)",
    },
    { table: 'figure', where: "subject_kind = 'site' AND subject_id = @id" },
    { table: 'own_value', where: 'site_id = @id' },
    { table: 'own_plan', where: 'site_id = @id' },
    { table: 'monte_carlo_run', where: 'site_id = @id' },
    { table: 'difficulty_choice', where: 'site_id = @id' },
    { table: 'fleet', where: 'site_id = @id' },
  ],
  contract: [
    { table: 'attachment', where: 'contract_id = @id' },
    { table: 'lease_announcement', where: 'contract_id = @id' },
  ],
  instrument: [],
  identity: [],
  fleet: [],
} as const satisfies Readonly<Record<RecordKind, readonly { table: string; where: string }[]>>;

export type DependentTable = (typeof dependents)[keyof typeof dependents][number]['table'];

export function dependentRows(db: ReadableDb, table: DependentTable, where: string, id: string): Row[] {
  return db.prepare(`SELECT * FROM ${table} WHERE ${where}`).all({ id }) as Row[];
}

/** Contracts or instruments that name a site. */
export function rowsOfSite(db: ReadableDb, table: 'contract' | 'debt_instrument', siteId: string): Row[] {
  return db.prepare(`SELECT * FROM ${table} WHERE site_id = ?`).all(siteId) as Row[];
}

/** Other values of the same fact. */
export function rivalFigures(
  db: ReadableDb,
  kind: string,
  subjectId: string,
  field: string,
  id: string,
): Row[] {
  return db
    .prepare(
      'SELECT * FROM figure WHERE subject_kind = ? AND subject_id = ? AND field = ? AND id <> ? ORDER BY id',
    )
    .all(kind, subjectId, field, id) as Row[];
}
