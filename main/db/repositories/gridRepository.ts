import { gridFields, subjectKind, type GridRow, type GridSubject } from '../../../shared/domain/gridEdit.ts';
import type { ReadableDb } from '../access.ts';
import { recordTables } from './recordRepository.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** Whose rows a list holds: a fleet knows its site only. */
function whose({ kind, siteId }: GridSubject): string {
  if (kind === 'fleet') return 'site_id = @siteId';
  return siteId === null || kind === 'site' || kind === 'identity'
    ? 'company_id = @companyId'
    : 'company_id = @companyId AND site_id = @siteId';
}

/** Rows of a list in the order in which they were entered, figures in force by their field. */
export function gridRows(db: ReadableDb, subject: GridSubject): GridRow[] {
  const { kind, companyId, siteId } = subject;
  const select = (table: string): string =>
    `SELECT own.*, source.title AS source_title FROM ${table} AS own LEFT JOIN source ON source.id = own.source_id`;
  const rows =
    kind === 'figure'
      ? db
          .prepare(
            `${select('figure')} WHERE subject_kind = ? AND subject_id = ? AND superseded = 0 ORDER BY field, as_of DESC, own.id`,
          )
          .all(subjectKind(subject), siteId ?? companyId)
      : db
          .prepare(`${select(recordTables[kind])} WHERE ${whose(subject)} ORDER BY own.rowid`)
          .all({ companyId, siteId });
  const keys = gridFields(subject).map(({ key }) => key);
  return (rows as Row[]).map((row) => ({
    id: String(row['id']),
    values: Object.fromEntries(keys.map((key) => [key, row[key] ?? null])),
    unit: kind === 'figure' ? String(row['unit']) : null,
  }));
}
