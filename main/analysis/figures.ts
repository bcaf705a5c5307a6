import { randomUUID } from 'node:crypto';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import type { FigureEdit } from '../../shared/domain/records.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from '../db/access.ts';
import { recordStep, rowAt, type Change, type Row } from '../db/history/changeLog.ts';
import { attachmentRows } from '../db/repositories/attachmentRepository.ts';
import { recordRow, rivalFigures } from '../db/repositories/recordRepository.ts';
import { citation, sourceChange, type RecordStep } from './records.ts';

function superseding(rivals: readonly Row[]): Change[] {
  return rivals
    .filter((row) => row['superseded'] === 0)
    .map((row) => ({
      table: 'figure',
      key: { id: row['id'] ?? null },
      before: row,
      after: { ...row, superseded: 1 },
    }));
}

function subjectName(db: WritableDb, { subjectKind, subjectId }: FigureEdit): string {
  const row = recordRow(db, subjectKind, subjectId);
  if (!row) throw new UserFacingError(`${subjectKind}.unknown`, { id: subjectId });
  return String(row['name'] ?? '');
}

/** Enters or changes a figure; null as value means that it does not apply, which is no zero and no gap. */
export function saveFigure(
  db: WritableDb,
  edit: FigureEdit,
  entry: { readonly enteredBy: string | null; readonly now: string },
): RecordStep {
  const subject = subjectName(db, edit);
  const id = edit.id ?? randomUUID();
  const before = edit.id === null ? null : rowAt(db, 'figure', { id });
  if (edit.id !== null && before === null) throw new UserFacingError('record.unknown', { id });
  const source = sourceChange(db, edit.source);
  const after: Row = {
    ...before,
    id,
    subject_kind: edit.subjectKind,
    subject_id: edit.subjectId,
    field: edit.field,
    state: edit.value === null ? 'notApplicable' : 'known',
    value: edit.value,
    unit: edit.unit,
    basis: edit.basis,
    as_of: edit.asOf,
    superseded: 0,
    note: edit.note,
    ...citation(source.id, edit.source),
    confidence: edit.confidence,
    entered_by: entry.enteredBy,
  };
  const others = edit.replacesOthers
    ? superseding(rivalFigures(db, edit.subjectKind, edit.subjectId, edit.field, id))
    : [];
  const own: Change = { table: 'figure', key: { id }, before, after };
  const told = {
    field: edit.field,
    unit: edit.unit,
    name: subject,
    before: before === null ? '' : String(before['value'] ?? ''),
    after: edit.value === null ? '' : String(edit.value),
  };
  const label = before === null ? 'figure.create' : 'figure.edit';
  return { id, step: recordStep(db, label, told, [...source.changes, ...others, own], entry.now) };
}

function figureOrThrow(db: WritableDb, id: string): Row {
  const row = rowAt(db, 'figure', { id });
  if (!row) throw new UserFacingError('record.unknown', { id });
  return row;
}

function wordsOf(db: WritableDb, row: Row): Record<string, string> {
  const kind = row['subject_kind'] === 'site' ? 'site' : 'company';
  const subject = recordRow(db, kind, String(row['subject_id']));
  return {
    field: String(row['field']),
    unit: String(row['unit']),
    name: String(subject?.['name'] ?? ''),
    before: String(row['value'] ?? ''),
  };
}

/** P55 One of several values of a fact is used; the others stay, marked as set aside. */
export function chooseFigure(db: WritableDb, id: string, now: string): HistoryStep {
  const row = figureOrThrow(db, id);
  const rivals = rivalFigures(
    db,
    String(row['subject_kind']),
    String(row['subject_id']),
    String(row['field']),
    id,
  );
  const own: Change = { table: 'figure', key: { id }, before: row, after: { ...row, superseded: 0 } };
  return recordStep(db, 'figure.choose', wordsOf(db, row), [...superseding(rivals), own], now);
}

/** A figure that is used no more; it stays visible and can be chosen again. */
export function setFigureAside(db: WritableDb, id: string, now: string): HistoryStep {
  const row = figureOrThrow(db, id);
  const change: Change = { table: 'figure', key: { id }, before: row, after: { ...row, superseded: 1 } };
  return recordStep(db, 'figure.setAside', wordsOf(db, row), [change], now);
}

export function removeFigure(db: WritableDb, id: string, now: string): HistoryStep {
  const row = figureOrThrow(db, id);
  const files = attachmentRows(db, 'figure', id).map((file): Change => ({
    table: 'attachment',
    key: { id: file['id'] ?? null },
    before: file,
    after: null,
  }));
  const change: Change = { table: 'figure', key: { id }, before: row, after: null };
  return recordStep(db, 'figure.remove', wordsOf(db, row), [...files, change], now);
}
