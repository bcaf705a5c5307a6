import { createHash } from 'node:crypto';
import type { Attachment, AttachmentOwner, AttachmentOwnerKind } from '../../../shared/domain/attachment.ts';
import type { ReadableDb, WritableDb } from '../access.ts';
import { tableNames } from '../tables.ts';

/** Columns by owner. Names here are the only ones that reach SQL as text. */
export const ownerColumns = {
  figure: 'figure_id',
  contract: 'contract_id',
  source: 'source_id',
} as const satisfies Readonly<Record<AttachmentOwnerKind, string>>;

const ownerTables = {
  figure: 'figure',
  contract: 'contract',
  source: 'source',
} as const satisfies Readonly<Record<AttachmentOwnerKind, string>>;

export interface AttachmentRow {
  readonly id: string;
  readonly figure_id: string | null;
  readonly contract_id: string | null;
  readonly source_id: number | null;
  readonly sha256: string;
  readonly file_name: string;
  readonly media_type: string;
  readonly byte_count: number;
  readonly entered_by: string | null;
  readonly entered_at: string;
}

function ownerOf({ figure_id, contract_id, source_id }: AttachmentRow): AttachmentOwner {
  if (figure_id !== null) return { kind: 'figure', id: figure_id };
  if (contract_id !== null) return { kind: 'contract', id: contract_id };
  return { kind: 'source', id: String(source_id) };
}

export function toAttachment(row: AttachmentRow): Attachment {
  return {
    id: row.id,
    owner: ownerOf(row),
    fileName: row.file_name,
    mediaType: row.media_type,
    byteCount: row.byte_count,
    sha256: row.sha256,
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
  };
}

/** The key of an owner as its column holds it. */
export function ownerKey({ kind, id }: AttachmentOwner): string | number {
  return kind === 'source' ? Number(id) : id;
}

export function ownerExists(db: ReadableDb, owner: AttachmentOwner): boolean {
  const { kind } = owner;
  return db.prepare(`SELECT 1 FROM ${ownerTables[kind]} WHERE id = ?`).get(ownerKey(owner)) !== undefined;
}

/** Files of one owner, in the order in which they were attached. */
export function attachmentsOf(db: ReadableDb, owner: AttachmentOwner): Attachment[] {
  const rows = db
    .prepare(`SELECT * FROM attachment WHERE ${ownerColumns[owner.kind]} = ? ORDER BY entered_at, id`)
    .all(ownerKey(owner)) as AttachmentRow[];
  return rows.map(toAttachment);
}

/** The rows of one owner as the change log keeps them. */
export function attachmentRows(
  db: ReadableDb,
  kind: AttachmentOwnerKind,
  id: string | number,
): Record<string, string | number | null>[] {
  return db.prepare(`SELECT * FROM attachment WHERE ${ownerColumns[kind]} = ? ORDER BY id`).all(id) as Record<
    string,
    string | number | null
  >[];
}

export function findAttachment(db: ReadableDb, id: string): Attachment | undefined {
  const row = db.prepare('SELECT * FROM attachment WHERE id = ?').get(id) as AttachmentRow | undefined;
  return row && toAttachment(row);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Stores bytes under their hash; the same bytes are stored once. */
export function storeContent(db: WritableDb, sha256: string, bytes: Uint8Array): void {
  db.prepare('INSERT OR IGNORE INTO attached_content (sha256, bytes) VALUES (?, ?)').run(sha256, bytes);
}

/** Bytes as they are stored, whether or not they still have their hash. */
export function readContent(db: ReadableDb, sha256: string): Buffer | undefined {
  return db.prepare('SELECT bytes FROM attached_content WHERE sha256 = ?').pluck().get(sha256) as
    | Buffer
    | undefined;
}

/**
 * Removes bytes that no attachment and no step names any more. A removed attachment keeps its bytes as long as the step
 * that removed it can be undone or done again; a step that a newer one ended is part of the past only.
 */
export function sweepContent(db: WritableDb): void {
  db.exec(`
    DELETE FROM attached_content WHERE sha256 NOT IN (SELECT sha256 FROM attachment) AND sha256 NOT IN (
      SELECT coalesce(json_extract(after, '$.sha256'), json_extract(before, '$.sha256'))
      FROM change JOIN change_step ON change_step.id = change.step_id
      WHERE table_name = 'attachment' AND change_step.undone IN (0, 1)
    )
  `);
}

export interface ContentCheck {
  readonly files: number;
  readonly damaged: readonly { readonly sha256: string; readonly fileNames: readonly string[] }[];
}

/** Whether all stored bytes still have their hashes; one file is in memory at a time. */
export function checkContents(db: ReadableDb): ContentCheck {
  const names = db.prepare('SELECT file_name FROM attachment WHERE sha256 = ? ORDER BY file_name').pluck();
  const damaged: { sha256: string; fileNames: string[] }[] = [];
  const hashes = db.prepare('SELECT sha256 FROM attached_content ORDER BY sha256').pluck().all() as string[];
  for (const sha256 of hashes) {
    const bytes = readContent(db, sha256);
    if (bytes === undefined || sha256Of(bytes) !== sha256)
      damaged.push({ sha256, fileNames: names.all(sha256) as string[] });
  }
  return { files: hashes.length, damaged };
}

/** What the contents of all attached files take; 0 in a file of an older schema. */
export function attachedByteCount(db: ReadableDb): number {
  if (!tableNames(db).includes('attached_content')) return 0;
  return db.prepare('SELECT coalesce(sum(length(bytes)), 0) FROM attached_content').pluck().get() as number;
}
