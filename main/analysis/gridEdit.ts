import { randomUUID } from 'node:crypto';
import { figureField } from '../../shared/domain/figureFields.ts';
import {
  fieldInRow,
  gridFields,
  subjectKind,
  type GridRow,
  type GridSubject,
  type GridWrite,
} from '../../shared/domain/gridEdit.ts';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import { dateShape, type RecordValues } from '../../shared/domain/records.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from '../db/access.ts';
import { beginStep, rowAt, type OpenStep, type Row } from '../db/history/changeLog.ts';
import { gridRows } from '../db/repositories/gridRepository.ts';
import { freeRecordId, recordRow, recordTables } from '../db/repositories/recordRepository.ts';
import { checked, sourceChange, tiesOf } from './records.ts';

interface Entering {
  readonly enteredBy: string | null;
  readonly now: string;
}

function subjectName(db: WritableDb, { companyId, siteId }: GridSubject): string {
  const row = recordRow(db, siteId === null ? 'company' : 'site', siteId ?? companyId);
  if (!row) throw new UserFacingError('record.unknown', { id: siteId ?? companyId });
  return String(row['name'] ?? '');
}

export function readGrid(db: WritableDb, subject: GridSubject): GridRow[] {
  subjectName(db, subject);
  return gridRows(db, subject);
}

function impossible(key: string): UserFacingError {
  return new UserFacingError('record.impossible', { key });
}

interface RowEdit {
  readonly id: string | null;
  /** Columns of the table; the source stands apart. */
  readonly values: RecordValues;
  readonly sourceTitle: string | null | undefined;
}

/** The row's new source: the one given for all, else the one typed in its cell, else the one it has. */
function sourceOf(db: WritableDb, open: OpenStep, { sourceTitle }: RowEdit, given: GridWrite['source']): Row {
  const entry = given.title?.trim()
    ? given
    : sourceTitle === undefined
      ? undefined
      : { title: sourceTitle, url: null };
  if (!entry) return {};
  const { id, changes } = sourceChange(db, entry);
  for (const change of changes) open.write(change);
  // A page is one of its document.
  return { source_id: id, source_page: null };
}

function checkFigure(subject: GridSubject, values: RecordValues, present: Row): void {
  const row = { values: { ...present, ...values }, unit: String(present['unit'] ?? '') };
  for (const field of gridFields(subject)) {
    const value = values[field.key];
    if (value === undefined || field.key === 'source_title') continue;
    const { min = -Infinity, max = Infinity, type, options, isRequired } = fieldInRow(subject, field, row);
    const fits =
      value === null
        ? isRequired !== true
        : type === 'number'
          ? typeof value === 'number' && value >= min && value <= max
          : typeof value === 'string' &&
            value.trim() !== '' &&
            (type !== 'date' || dateShape.test(value)) &&
            (type !== 'choice' || options?.includes(value) === true);
    if (!fits) throw impossible(field.key);
  }
}

function putFigure(db: WritableDb, subject: GridSubject, edit: RowEdit, more: Row, { enteredBy }: Entering) {
  const id = edit.id ?? randomUUID();
  const before = edit.id === null ? null : rowAt(db, 'figure', { id });
  if (edit.id !== null && before === null) throw new UserFacingError('record.unknown', { id });
  const kind = subjectKind(subject);
  const known = figureField(kind, String(edit.values['field'] ?? ''));
  if (before === null && (!known || typeof edit.values['value'] !== 'number')) throw impossible('value');
  if (before !== null && edit.values['field'] !== undefined && edit.values['field'] !== before['field'])
    throw impossible('field');
  checkFigure(subject, edit.values, before ?? {});
  const started: Row = before ?? {
    id,
    subject_kind: kind,
    subject_id: subject.siteId ?? subject.companyId,
    unit: known?.unit ?? '1',
    basis: known?.basis ?? null,
    superseded: 0,
  };
  const isValued = typeof edit.values['value'] === 'number';
  const author: Row = isValued ? { state: 'known', entered_by: enteredBy } : {};
  return {
    table: 'figure',
    key: { id },
    before,
    after: { ...started, ...edit.values, ...author, ...more },
  } as const;
}

function putRecord(db: WritableDb, subject: GridSubject, edit: RowEdit, more: Row, { enteredBy }: Entering) {
  const { kind } = subject;
  if (kind === 'figure') throw impossible('kind');
  const isNew = edit.id === null;
  checked({ kind, values: edit.values }, isNew);
  const name = ['name', 'counterparty', 'instrument', 'period', 'model'].find(
    (key) => edit.values[key] != null,
  );
  const owner = kind === 'fleet' ? (subject.siteId ?? subject.companyId) : subject.companyId;
  const id = edit.id ?? freeRecordId(db, kind, `${owner}-${edit.values[name ?? ''] ?? ''}`);
  const before = edit.id === null ? null : (recordRow(db, kind, id) ?? null);
  if (!isNew && before === null) throw new UserFacingError('record.unknown', { id });
  const ties = isNew ? tiesOf(db, { ...subject, kind }) : {};
  const after = { ...before, ...ties, ...edit.values, ...more, entered_by: enteredBy, id };
  return { table: recordTables[kind], key: { id }, before, after } as const;
}

/** Stores cells and new rows of a list as one step: all of them, or none where one cannot be stored. */
export function writeGrid(db: WritableDb, { subject, rows, source }: GridWrite, how: Entering): HistoryStep {
  const cells = rows.reduce((sum, { values }) => sum + Object.keys(values).length, 0);
  const told = {
    kind: subject.kind,
    name: subjectName(db, subject),
    count: String(cells),
    rows: String(rows.length),
  };
  return db.transaction(() => {
    const open = beginStep(db, 'import.cells', told, how.now);
    for (const { id, values } of rows) {
      const { source_title: title, ...rest } = values;
      const sourceTitle = title === undefined || title === null ? title : String(title);
      const edit: RowEdit = { id, values: rest, sourceTitle };
      const more = sourceOf(db, open, edit, source);
      const change =
        subject.kind === 'figure'
          ? putFigure(db, subject, edit, more, how)
          : putRecord(db, subject, edit, more, how);
      open.write(change);
    }
    return open.step;
  })();
}
