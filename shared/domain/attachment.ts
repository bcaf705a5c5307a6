import { z } from 'zod';
import { HistoryStep } from './portfolio.ts';

/*
 * Files attached to what they prove, and what else is known of where a number was read.
 */

const Id = z.string().min(1).max(200);

export const attachmentOwners = ['figure', 'contract', 'source'] as const;
export type AttachmentOwnerKind = (typeof attachmentOwners)[number];

/** What a file is attached to; a source's number is written as text. */
export const AttachmentOwner = z.strictObject({ kind: z.enum(attachmentOwners), id: Id });
export type AttachmentOwner = z.infer<typeof AttachmentOwner>;

/** A larger file belongs beside the portfolio, not into it. */
export const mostAttachmentBytes = 50_000_000;

export const Attachment = z.strictObject({
  id: z.string(),
  owner: AttachmentOwner,
  fileName: z.string(),
  mediaType: z.string(),
  byteCount: z.number().int(),
  sha256: z.string(),
  enteredBy: z.string().nullable(),
  enteredAt: z.string(),
});
export type Attachment = z.infer<typeof Attachment>;

/** A file with the name of what it is attached to: a field, a counterparty, or the title of a source. */
export const AttachedDocument = Attachment.extend({ subject: z.string() });
export type AttachedDocument = z.infer<typeof AttachedDocument>;

/** A document that values were read in. */
export const SourceRecord = z.strictObject({
  id: z.string(),
  title: z.string(),
  url: z.string().nullable(),
  publishedOn: z.string().nullable(),
});
export type SourceRecord = z.infer<typeof SourceRecord>;

/** A step that touched a record. */
export const RecordedStep = z.strictObject({ step: HistoryStep, value: z.number().nullable() });

/** Where a shown number comes from, beyond what stands beside it: null parts are not known. */
export const Provenance = z.strictObject({
  record: z.strictObject({ kind: z.enum(['figure', 'contract', 'instrument', 'identity', 'fleet']), id: Id }),
  page: z.string().nullable(),
  enteredBy: z.string().nullable(),
  /** The import that brought it. */
  batch: z.strictObject({ name: z.string(), createdAt: z.string() }).nullable(),
  source: SourceRecord.nullable(),
  attachments: z.array(Attachment),
  sourceAttachments: z.array(Attachment),
  /** Newest first. */
  history: z.array(RecordedStep),
});
export type Provenance = z.infer<typeof Provenance>;
