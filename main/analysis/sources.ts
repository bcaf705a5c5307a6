import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import type { SourceDetail, SourceEdit } from '../../shared/domain/source.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { ReadableDb, WritableDb } from '../db/access.ts';
import { recordStep, rowAt, type Change, type Row } from '../db/history/changeLog.ts';
import { attachmentRows, attachmentsOf } from '../db/repositories/attachmentRepository.ts';
import { findSource, nextSourceId } from '../db/repositories/recordRepository.ts';
import { citingRows, findSourceRecord, usesOfSource } from '../db/repositories/sourceRepository.ts';
import type { RecordStep } from './records.ts';

function sourceRow(db: ReadableDb, id: string): Row {
  const row = rowAt(db, 'source', { id: Number(id) });
  if (!row) throw new UserFacingError('record.unknown', { id });
  return row;
}

/** A source with everything that rests on it. */
export function sourceDetail(db: ReadableDb, id: string): SourceDetail {
  const source = findSourceRecord(db, id);
  if (!source) throw new UserFacingError('record.unknown', { id });
  return { source, uses: usesOfSource(db, id), attachments: attachmentsOf(db, { kind: 'source', id }) };
}

/** Enters or edits a source; two of one title and address would be one document twice. */
export function saveSource(db: WritableDb, edit: SourceEdit, now: string): RecordStep {
  const title = edit.title.trim();
  const same = findSource(db, title, edit.url);
  if (same && String(same.id) !== edit.id) throw new UserFacingError('source.exists', { title });
  const before = edit.id === null ? null : sourceRow(db, edit.id);
  const id = before === null ? nextSourceId(db) : Number(before['id']);
  const after = { ...before, id, title, url: edit.url, published_on: edit.publishedOn };
  const change: Change = { table: 'source', key: { id }, before, after };
  const label = before === null ? 'source.create' : 'source.edit';
  return { id: String(id), step: recordStep(db, label, { title }, [change], now) };
}

/** Lets everything that cites one source cite another, and removes the one. Its files move, but no bytes twice. */
export function mergeSources(db: WritableDb, from: string, into: string, now: string): HistoryStep {
  const [gone, kept] = [sourceRow(db, from), sourceRow(db, into)];
  const [goneId, keptId] = [Number(gone['id']), Number(kept['id'])];
  if (goneId === keptId) throw new UserFacingError('source.sameTwice');
  const cited = citingRows(db, goneId).map(({ table, row }): Change => ({
    table,
    key: { id: row['id'] ?? null },
    before: row,
    after: { ...row, source_id: keptId },
  }));
  const known = new Set(attachmentRows(db, 'source', keptId).map(({ sha256 }) => sha256));
  const files = attachmentRows(db, 'source', goneId).map((row): Change => ({
    table: 'attachment',
    key: { id: row['id'] ?? null },
    before: row,
    after: known.has(row['sha256'] ?? null) ? null : { ...row, source_id: keptId },
  }));
  // What only the one that goes knows is not lost.
  const after = { ...kept };
  for (const column of ['url', 'published_on']) after[column] ??= gone[column] ?? null;
  const filled: Change[] =
    JSON.stringify(after) === JSON.stringify(kept)
      ? []
      : [{ table: 'source', key: { id: keptId }, before: kept, after }];
  const removed: Change = { table: 'source', key: { id: goneId }, before: gone, after: null };
  const told = {
    from: String(gone['title']),
    title: String(kept['title']),
    count: String(cited.length),
  };
  return recordStep(db, 'source.merge', told, [...cited, ...files, removed, ...filled], now);
}

/** Removes a source that nothing cites, with its files. */
export function removeSource(db: WritableDb, id: string, now: string): HistoryStep {
  const row = sourceRow(db, id);
  const title = String(row['title']);
  const count = citingRows(db, Number(row['id'])).length;
  if (count > 0) throw new UserFacingError('source.inUse', { title, count: String(count) });
  const files = attachmentRows(db, 'source', Number(row['id'])).map((file): Change => ({
    table: 'attachment',
    key: { id: file['id'] ?? null },
    before: file,
    after: null,
  }));
  const own: Change = { table: 'source', key: { id: row['id'] ?? null }, before: row, after: null };
  return recordStep(db, 'source.remove', { title }, [...files, own], now);
}
