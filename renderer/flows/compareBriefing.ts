import { pairedSites, type Comparison } from '../../shared/changes/comparison.ts';
import type { BriefingSummary } from '../../shared/domain/briefing.ts';
import type { IssuedRun } from '../../shared/domain/issuedRun.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { evaluateChanges, evaluateDifferences } from '../workers/evaluation.ts';
import { ask } from './ask.ts';

type Subject = Pick<BriefingSummary, 'subjectKind' | 'subjectId'>;

/** An issued briefing beside the evidence of now. */
async function compared(run: IssuedRun, now: readonly SiteEvidence[]): Promise<Comparison> {
  const { briefingId, issuedAt, subjectKind } = run;
  const sites = pairedSites(run, now);
  if (subjectKind === 'site') {
    const pair = sites[0]?.pair;
    return { kind: 'site', briefingId, issuedAt, changes: pair ? await evaluateChanges(pair) : null };
  }
  const differences = await evaluateDifferences(sites.flatMap(({ pair }) => pair ?? []));
  const bySite = new Map(differences.map((difference) => [difference.siteId, difference]));
  return {
    kind: 'company',
    briefingId,
    issuedAt,
    sites: sites.map(({ pair, ...site }) => ({
      ...site,
      difference: pair ? (bySite.get(pair.after.siteId) ?? null) : null,
    })),
  };
}

/** P44 The last issued briefing of a subject beside now; undefined where none was issued, null where a call failed. */
export async function comparedWithLast(
  subject: { readonly kind: 'company' | 'site'; readonly id: string },
  now: readonly SiteEvidence[],
): Promise<Comparison | undefined | null> {
  const run = await ask('briefing.issuedRun', { subjectKind: subject.kind, subjectId: subject.id });
  if (run === undefined) return null;
  return run === null ? undefined : compared(run, now);
}

async function evidenceNow({ subjectKind, subjectId }: Subject): Promise<SiteEvidence[] | undefined> {
  if (subjectKind === 'company') return (await ask('company.run', { id: subjectId }))?.evidence;
  const evidence = await ask('site.evidence', { id: subjectId });
  return evidence ? [evidence] : undefined;
}

/** P44 One issued briefing beside now; undefined where a call failed, whose error is shown. */
export async function compareWithToday(briefing: BriefingSummary): Promise<Comparison | undefined> {
  const [run, now] = await Promise.all([
    ask('briefing.issuedRun', { briefingId: briefing.id }),
    evidenceNow(briefing),
  ]);
  return run && now ? compared(run, now) : undefined;
}
