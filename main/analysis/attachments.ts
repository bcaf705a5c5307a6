import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import {
  mostAttachmentBytes,
  type Attachment,
  type AttachmentOwner,
} from '../../shared/domain/attachment.ts';
import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import { mediaTypeOf } from '../../shared/exchange/mediaType.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { ReadableDb, WritableDb } from '../db/access.ts';
import { beginStep, recordStep, rowAt } from '../db/history/changeLog.ts';
import {
  attachmentsOf,
  findAttachment,
  ownerColumns,
  ownerExists,
  ownerKey,
  readContent,
  sha256Of,
  storeContent,
} from '../db/repositories/attachmentRepository.ts';

export interface NamedBytes {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1e6));

function refuseSize(fileName: string, byteCount: number): void {
  if (byteCount === 0) throw new UserFacingError('attachment.empty', { name: fileName });
  if (byteCount > mostAttachmentBytes)
    throw new UserFacingError('attachment.tooLarge', {
      name: fileName,
      size: megabytes(byteCount),
      most: megabytes(mostAttachmentBytes),
    });
}

/** Reads a file that was chosen to be attached; one that is too large is refused before it is read. */
export function readToAttach(path: string): NamedBytes {
  const fileName = basename(path);
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new UserFacingError('attachment.unreadable', { path });
    refuseSize(fileName, found.size);
    return { fileName, bytes: readFileSync(path) };
  } catch (error) {
    if (error instanceof UserFacingError) throw error;
    throw new UserFacingError('attachment.unreadable', { path });
  }
}

/** Attaches a file as one step. Its bytes go into the table of contents, the step names them by hash only. */
export function attachFile(
  db: WritableDb,
  owner: AttachmentOwner,
  { fileName, bytes }: NamedBytes,
  entry: { readonly enteredBy: string | null; readonly now: string },
): HistoryStep {
  if (!ownerExists(db, owner)) throw new UserFacingError('record.unknown', { id: owner.id });
  refuseSize(fileName, bytes.byteLength);
  const sha256 = sha256Of(bytes);
  if (attachmentsOf(db, owner).some((known) => known.sha256 === sha256))
    throw new UserFacingError('attachment.alreadyThere', { name: fileName });
  const id = randomUUID();
  const after = {
    id,
    figure_id: null,
    contract_id: null,
    source_id: null,
    [ownerColumns[owner.kind]]: ownerKey(owner),
    sha256,
    file_name: fileName,
    media_type: mediaTypeOf(fileName),
    byte_count: bytes.byteLength,
    entered_by: entry.enteredBy,
    entered_at: entry.now,
  };
  return db.transaction(() => {
    // The step comes first: it ends the redo list and sweeps what only that list named.
    const { step, write } = beginStep(db, 'attachment.add', { name: fileName }, entry.now);
    storeContent(db, sha256, bytes);
    write({ table: 'attachment', key: { id }, before: null, after });
    return step;
  })();
}

function attachmentOrThrow(db: ReadableDb, id: string): Attachment {
  const found = findAttachment(db, id);
  if (!found) throw new UserFacingError('record.unknown', { id });
  return found;
}

/** The attached bytes exactly as they came in; damaged ones are refused by their hash. */
export function attachedBytes(db: ReadableDb, id: string): NamedBytes {
  const { fileName, sha256 } = attachmentOrThrow(db, id);
  const bytes = readContent(db, sha256);
  if (bytes === undefined || sha256Of(bytes) !== sha256)
    throw new UserFacingError('attachment.damaged', { name: fileName });
  return { fileName, bytes };
}

export function removeAttachment(db: WritableDb, id: string, now: string): HistoryStep {
  const { fileName } = attachmentOrThrow(db, id);
  const change = {
    table: 'attachment',
    key: { id },
    before: rowAt(db, 'attachment', { id }),
    after: null,
  } as const;
  return recordStep(db, 'attachment.remove', { name: fileName }, [change], now);
}
