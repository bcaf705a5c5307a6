import type { IssuedRun } from '../domain/issuedRun.ts';
import { sameValue } from '../engine/cache/sameValue.ts';
import type { SiteEvidence } from '../engine/analysis/evidence.ts';
import type { SiteChanges } from '../engine/changes/siteChanges.ts';
import type { ComparedSite, SiteDifference } from '../engine/changes/siteDifference.ts';

/** A site as a comparison finds it: at both times, only then, only now, or not readable any more. */
export interface PairedSite {
  /** Null where what was frozen does not even tell it. */
  readonly siteId: string | null;
  readonly siteName: string | null;
  readonly state: 'both' | 'came' | 'gone' | 'unreadable';
  /** Where the site is known at both times. */
  readonly pair: ComparedSite | null;
}

/** One site of a company, compared. */
export interface SiteRowOfComparison extends Omit<PairedSite, 'pair'> {
  readonly difference: SiteDifference | null;
}

/** P44 An issued briefing beside today. */
export type Comparison = { readonly briefingId: string; readonly issuedAt: string } & (
  | { readonly kind: 'site'; readonly changes: SiteChanges | null }
  | { readonly kind: 'company'; readonly sites: readonly SiteRowOfComparison[] }
);

/** R5.19 A change is one of the data: today is computed in the scenario in which the briefing was issued, as it was then. */
function inScenarioOf({ scenario }: SiteEvidence, after: SiteEvidence): SiteEvidence {
  return sameValue(scenario, after.scenario) ? after : { ...after, scenario };
}

/** The sites of an issued briefing beside those of now, in today's order, those that are gone last. */
export function pairedSites(run: IssuedRun, now: readonly SiteEvidence[]): PairedSite[] {
  const then = new Map(run.sites.flatMap((site) => (site.siteId === null ? [] : [[site.siteId, site]])));
  const today = new Set(now.map(({ siteId }) => siteId));
  const present = now.map((after): PairedSite => {
    const { siteId, siteName } = after;
    const issued = then.get(siteId);
    if (!issued) return { siteId, siteName, state: 'came', pair: null };
    const { frozen } = issued;
    if (!frozen) return { siteId, siteName, state: 'unreadable', pair: null };
    return {
      siteId,
      siteName,
      state: 'both',
      pair: {
        before: frozen.evidence,
        frozen: frozen.outcome,
        after: inScenarioOf(frozen.evidence, after),
      },
    };
  });
  const absent = run.sites
    .filter(({ siteId }) => siteId === null || !today.has(siteId))
    .map(({ siteId, siteName }): PairedSite => {
      const state = siteId === null ? 'unreadable' : 'gone';
      return { siteId, siteName, state, pair: null };
    });
  return [...present, ...absent];
}
