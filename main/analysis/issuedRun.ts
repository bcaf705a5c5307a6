import { issuedSite, type IssuedRun } from '../../shared/domain/issuedRun.ts';
import type { ReadableDb } from '../db/access.ts';
import { readRunOfBriefing, type BriefingChoice } from '../db/repositories/briefingRepository.ts';

/** P44 An issued briefing with evidence and results of its sites; null where none of the subject was issued. */
export function issuedRun(db: ReadableDb, choice: BriefingChoice): IssuedRun | null {
  const stored = readRunOfBriefing(db, choice);
  if (stored === undefined) return null;
  const { briefingId, issuedAt, content, evidence, results } = stored;
  const { subjectKind, subjectId, subject } = content;
  return {
    briefingId,
    issuedAt,
    subjectKind,
    subjectId,
    subject,
    sites: evidence.map((one, place) => issuedSite(one, results[place])),
  };
}
