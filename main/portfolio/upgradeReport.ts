import type { SiteHeadline, UpgradeReport } from '../../shared/domain/backup.ts';
import { siteFigures } from '../../shared/engine/analysis/analyseSite.ts';
import { siteEvidence } from '../analysis/siteView.ts';
import type { ReadableDb } from '../db/access.ts';
import { listSites } from '../db/repositories/siteRepository.ts';
import type { Upgrade } from '../db/upgradeOnCopy.ts';

/** More sites than this would keep an analyst waiting at the door; the report says how many were compared. */
const mostSites = 500;

interface NamedHeadline extends SiteHeadline {
  readonly name: string;
}
export type SiteHeadlines = ReadonlyMap<string, NamedHeadline>;

/** P23 Verdict and best NPV of the sites. Empty where the file's older format cannot be computed as it is. */
export function siteHeadlines(db: ReadableDb): SiteHeadlines {
  try {
    const sites = listSites(db).slice(0, mostSites);
    return new Map(
      sites.map(({ id, name }) => {
        const { verdict, strategies } = siteFigures(siteEvidence(db, id));
        const npvs = strategies.flatMap((one) => (one.computable ? [one.figures.npvUsd] : []));
        return [
          id,
          { name, verdict: verdict.verdict, bestNpvUsd: npvs.length === 0 ? null : Math.max(...npvs) },
        ];
      }),
    );
  } catch {
    return new Map();
  }
}

/** What an upgrade did, told by rows and by results. */
export function upgradeReport({
  fromSchema,
  toSchema,
  keptCopy,
  before,
  after,
}: Upgrade<SiteHeadlines>): UpgradeReport {
  const names = [...new Set([...Object.keys(before.rows), ...Object.keys(after.rows)])].toSorted();
  const compared = [...after.measured].flatMap(([id, { name, ...now }]) => {
    const earlier = before.measured.get(id);
    if (!earlier) return [];
    const { name: _name, ...then } = earlier;
    return [{ id, name, before: then, after: now }];
  });
  return {
    fromSchema,
    toSchema,
    keptCopy,
    tables: names.map((name) => ({
      name,
      before: before.rows[name] ?? null,
      after: after.rows[name] ?? null,
    })),
    siteCount: after.rows['site'] ?? 0,
    comparedSites: compared.length,
    changedSites: compared.filter(
      (site) =>
        site.before.verdict !== site.after.verdict || site.before.bestNpvUsd !== site.after.bestNpvUsd,
    ),
  };
}
