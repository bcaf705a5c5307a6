import { pairedSites, type Comparison } from '../../shared/changes/comparison.ts';
import type { IssuedRun } from '../../shared/domain/issuedRun.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { siteChanges } from '../../shared/engine/changes/siteChanges.ts';
import { siteDifference } from '../../shared/engine/changes/siteDifference.ts';
import type { ReadableDb } from '../db/access.ts';
import { issuedRun } from './issuedRun.ts';

/** An issued briefing beside the evidence of now, computed without a page. */
function comparisonOf(run: IssuedRun, now: readonly SiteEvidence[]): Comparison {
  const { briefingId, issuedAt, subjectKind } = run;
  const sites = pairedSites(run, now);
  if (subjectKind === 'site') {
    const pair = sites[0]?.pair;
    return { kind: 'site', briefingId, issuedAt, changes: pair ? siteChanges(pair) : null };
  }
  return {
    kind: 'company',
    briefingId,
    issuedAt,
    sites: sites.map(({ pair, ...site }) => ({ ...site, difference: pair ? siteDifference(pair) : null })),
  };
}

/** P44 The last issued briefing of a subject beside now; undefined where none was issued. */
export function comparedWithLast(
  db: ReadableDb,
  subject: { readonly kind: 'company' | 'site'; readonly id: string },
  now: readonly SiteEvidence[],
): Comparison | undefined {
  const run = issuedRun(db, { subjectKind: subject.kind, subjectId: subject.id });
  return run ? comparisonOf(run, now) : undefined;
}
