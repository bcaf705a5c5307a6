import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import {
  recordFields,
  wrongField,
  type RecordEdit,
  type RecordKind,
  type SourceEntry,
} from '../../shared/domain/records.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from '../db/access.ts';
import { recordStep, type Change, type Row } from '../db/history/changeLog.ts';
import {
  dependentRows,
  dependents,
  findSource,
  freeRecordId,
  nextSourceId,
  recordRow,
  recordTables,
  rowsOfSite,
} from '../db/repositories/recordRepository.ts';

export interface RecordStep {
  readonly step: HistoryStep;
  readonly id: string;
}

/** The column that names a record. */
const nameOf: Readonly<Record<RecordKind, string>> = {
  company: 'name',
  site: 'name',
  contract: 'counterparty',
  instrument: 'instrument',
  identity: 'period',
  fleet: 'model',
};

function keyOf(table: Change['table'], row: Row): Row {
  if (table === 'own_value') return { site_id: row['site_id'] ?? null, key: row['key'] ?? null };
  if (table === 'difficulty_choice') return { site_id: row['site_id'] ?? null };
  if (table === 'lease_announcement') return { contract_id: row['contract_id'] ?? null };
  return { id: row['id'] ?? null };
}

/** The source's id, with the change that adds it where it is new; none where no title is given. */
export function sourceChange(
  db: WritableDb,
  { title, url, publishedOn }: SourceEntry,
): { readonly id: number | null; readonly changes: readonly Change[] } {
  const name = title?.trim() ?? '';
  if (name === '') return { id: null, changes: [] };
  const known = findSource(db, name, url);
  if (known) {
    // A date that is not given is not taken away; the source's own form does that.
    const isSame = publishedOn == null || publishedOn === known.published_on;
    const after = { ...known, published_on: publishedOn ?? null };
    const change: Change = { table: 'source', key: { id: known.id }, before: { ...known }, after };
    return { id: known.id, changes: isSame ? [] : [change] };
  }
  const id = nextSourceId(db);
  const after = { id, title: name, url, published_on: publishedOn ?? null };
  return { id, changes: [{ table: 'source', key: { id }, before: null, after }] };
}

/** Columns of a row by which it cites its source; a page that is not named stays. */
export function citation(sourceId: number | null, { page }: SourceEntry): Row {
  return { source_id: sourceId, ...(page !== undefined && { source_page: page }) };
}

function existing(db: WritableDb, kind: RecordKind, id: string): Row {
  const row = recordRow(db, kind, id);
  if (!row) throw new UserFacingError('record.unknown', { id });
  return row;
}

/** Columns that tie a new record to its company and site. */
export function tiesOf(
  db: WritableDb,
  { kind, companyId, siteId }: Pick<RecordEdit, 'kind' | 'companyId' | 'siteId'>,
): Row {
  if (kind === 'company') return {};
  if (kind === 'fleet') {
    if (siteId === null || !recordRow(db, 'site', siteId))
      throw new UserFacingError('site.unknown', { id: siteId ?? '' });
    return { site_id: siteId };
  }
  if (companyId === null || !recordRow(db, 'company', companyId))
    throw new UserFacingError('company.unknown', { id: companyId ?? '' });
  if (kind === 'site' || kind === 'identity') return { company_id: companyId };
  if (siteId !== null && !recordRow(db, 'site', siteId))
    throw new UserFacingError('site.unknown', { id: siteId });
  return { company_id: companyId, site_id: siteId };
}

/** Refuses values that cannot be stored, and a new record without what it needs. */
export function checked({ kind, values }: Pick<RecordEdit, 'kind' | 'values'>, isNew: boolean): void {
  const wrong =
    wrongField(kind, values) ??
    (isNew
      ? recordFields[kind].find(({ key, isRequired }) => isRequired === true && values[key] == null)?.key
      : undefined);
  if (wrong !== undefined) throw new UserFacingError('record.impossible', { key: wrong });
}

/** What a step says of an edit: the first column that changed, and how many did. */
function changeValues(kind: RecordKind, before: Row, after: Row): Record<string, string> {
  const changed = recordFields[kind].filter(({ key }) => (before[key] ?? null) !== (after[key] ?? null));
  const [first] = changed;
  const isCited = (['source_id', 'source_page'] as const).some(
    (column) => (before[column] ?? null) !== (after[column] ?? null),
  );
  if (!first) return { count: isCited ? '1' : '0', field: isCited ? 'source' : '' };
  return {
    count: String(changed.length),
    field: first.key,
    before: String(before[first.key] ?? ''),
    after: String(after[first.key] ?? ''),
  };
}

/** Creates or edits a record; columns that are not named keep their values. */
export function saveRecord(
  db: WritableDb,
  edit: RecordEdit,
  now: string,
  enteredBy: string | null = null,
): RecordStep {
  const { kind, values } = edit;
  const isNew = edit.id === null;
  checked(edit, isNew);
  const before = edit.id === null ? null : existing(db, kind, edit.id);
  const name = String(values[nameOf[kind]] ?? before?.[nameOf[kind]] ?? '');
  const owner = edit.companyId ?? edit.siteId;
  const id = edit.id ?? freeRecordId(db, kind, owner === null ? name : `${owner}-${name}`);
  const source = sourceChange(db, edit.source);
  // A company has no source of its own: its figures have theirs.
  const sourced: Row =
    kind === 'company' ? {} : { ...citation(source.id, edit.source), entered_by: enteredBy };
  const after: Row = { ...before, ...(isNew ? tiesOf(db, edit) : {}), ...values, ...sourced, id };
  const change: Change = { table: recordTables[kind], key: { id }, before, after };
  const steps = kind === 'company' ? [change] : [...source.changes, change];
  const told = { kind, name, ...(before ? changeValues(kind, before, after) : {}) };
  return { id, step: recordStep(db, isNew ? 'record.create' : 'record.edit', told, steps, now) };
}

/** A copy beside the original, without what hangs on it. */
export function duplicateRecord(db: WritableDb, kind: RecordKind, id: string, now: string): RecordStep {
  const row = existing(db, kind, id);
  const name = String(row[nameOf[kind]] ?? '');
  const copyId = freeRecordId(db, kind, id);
  const after = { ...row, id: copyId, batch_id: null };
  const change: Change = { table: recordTables[kind], key: { id: copyId }, before: null, after };
  return { id: copyId, step: recordStep(db, 'record.duplicate', { kind, name }, [change], now) };
}

/** Contracts and instruments outlive their site; they only lose the tie to it. */
function untied(db: WritableDb, kind: RecordKind, id: string): Change[] {
  if (kind !== 'site') return [];
  return (['contract', 'debt_instrument'] as const).flatMap((table) =>
    rowsOfSite(db, table, id).map((row) => ({
      table,
      key: keyOf(table, row),
      before: row,
      after: { ...row, site_id: null },
    })),
  );
}

/** Everything that goes with a record, leaves first, the record itself last. */
export function removal(db: WritableDb, kind: RecordKind, id: string): Change[] {
  const row = existing(db, kind, id);
  const hanging = dependents[kind].flatMap(({ table, where }) =>
    dependentRows(db, table, where, id).map((dependent): Change => ({
      table,
      key: keyOf(table, dependent),
      before: dependent,
      after: null,
    })),
  );
  const own: Change = { table: recordTables[kind], key: { id }, before: row, after: null };
  return [...untied(db, kind, id), ...hanging, own];
}

/** Deletes a record with all that hangs on it, as one step that can be undone; so nothing asks. */
export function removeRecord(db: WritableDb, kind: RecordKind, id: string, now: string): HistoryStep {
  const row = existing(db, kind, id);
  const changes = removal(db, kind, id);
  const hanging = changes.filter(({ after }) => after === null).length - 1;
  const told = { kind, name: String(row[nameOf[kind]] ?? ''), count: String(hanging) };
  return recordStep(db, 'record.remove', told, changes, now);
}
