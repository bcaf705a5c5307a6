import { z } from 'zod';
import { BriefingContent } from '../briefing/briefingContent.ts';

export const BriefingSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  subject: z.string(),
  subjectKind: z.enum(['company', 'site']),
  subjectId: z.string(),
  language: z.enum(['de', 'en']),
  issuedAt: z.string(),
  author: z.string(),
  runId: z.string(),
  engineVersion: z.string(),
  pdfSha256: z.string(),
});
export type BriefingSummary = z.infer<typeof BriefingSummary>;

/** What a composed briefing brings to be printed; an issued one is frozen with run, evidence and results. */
export const BriefingOrder = z.strictObject({
  content: BriefingContent,
  issue: z.boolean(),
  author: z.string(),
  disclosures: z.string(),
  runId: z.string(),
  seed: z.number().int(),
  engineVersion: z.string(),
  dataHash: z.string(),
  /** Evidence and results of every site analysed, kept as they are. */
  evidence: z.array(z.unknown()),
  results: z.array(z.unknown()),
});
export type BriefingOrder = z.infer<typeof BriefingOrder>;

export const PrintedBriefing = z.strictObject({
  path: z.string(),
  bytes: z.number().int(),
  briefingId: z.string().nullable(),
});
