import { createHash, randomUUID } from 'node:crypto';
import type { BriefingContent } from '../../shared/briefing/briefingContent.ts';
import type { BriefingOrder } from '../../shared/domain/briefing.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { hashOf } from '../analysis/siteView.ts';
import type { WritableDb } from '../db/access.ts';
import { writeWhole } from '../exchange/writeWhole.ts';
import { freezeBriefing } from '../db/repositories/briefingRepository.ts';

export type Printer = (content: BriefingContent) => Promise<Uint8Array>;

export function suggestedName(content: BriefingContent): string {
  const subject = content.subjectId.replaceAll(/[^a-z0-9-]+/gi, '-');
  return `umbau-briefing-${subject}-${content.language}.pdf`;
}

/**
 * Prints a composed briefing; one that is issued is frozen with its run before its path is reported.
 * @param forChange the portfolio to freeze it in, asked for when the PDF is there: a long change may have begun meanwhile
 */
export async function printOrder(
  forChange: () => WritableDb,
  print: Printer,
  order: BriefingOrder,
  path: string,
  now: string,
): Promise<{ path: string; bytes: number; briefingId: string | null }> {
  const complete = order.author.trim() !== '' && order.disclosures.trim() !== '';
  if (order.issue && (!complete || order.content.footer.draft !== null))
    throw new UserFacingError('briefing.incomplete');
  const pdf = await print(order.content);
  const db = order.issue ? forChange() : undefined;
  writeWhole(path, pdf);
  if (!db) return { path, bytes: pdf.byteLength, briefingId: null };
  const briefingId = randomUUID();
  freezeBriefing(db, order, {
    id: briefingId,
    issuedAt: now,
    pdfSha256: createHash('sha256').update(pdf).digest('hex'),
    resultHash: hashOf(order.results),
    contentHash: hashOf(order.content),
  });
  return { path, bytes: pdf.byteLength, briefingId };
}
