import { baseScenario } from '../../shared/scenarios/scenarioNames.ts';
import type { Fault } from '../../shared/domain/fault.ts';
import { faultsOfCompany, faultsOfMarket, faultsOfSite } from '../../shared/health/allChecks.ts';
import { checkedSite, type CheckedSite, type ReportedHashrate } from '../../shared/health/checkedData.ts';
import type { FoundFault } from '../../shared/health/fault.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { Clock } from '../../shared/staleness/staleness.ts';
import type { ReadableDb } from '../db/access.ts';
import { listProduction } from '../db/repositories/backcastRepository.ts';
import { findCompany, listCompanies } from '../db/repositories/companyRepository.ts';
import { contractsOfCompany, contractsOfSite } from '../db/repositories/contractRepository.ts';
import { figuresOf } from '../db/repositories/figureRepository.ts';
import { dismissals, energisedMwOfSites, largestSite } from '../db/repositories/healthRepository.ts';
import { staleness } from '../db/repositories/settingRepository.ts';
import { findSite } from '../db/repositories/siteRepository.ts';
import { defaultSeed, hashOf, siteEvidence } from './siteView.ts';

export type HealthSubject = 'market' | 'companies' | 'sites';

/** P3 The portfolio's limits, and its own day or the one that counts where it has none. */
export function portfolioClock(db: ReadableDb, now: string): Clock {
  const { today, staleAfterDays } = staleness(db);
  return { today: today ?? now.slice(0, 10), staleAfterDays };
}

function hashratesOf(db: ReadableDb, companyId: string): ReportedHashrate[] {
  return listProduction(db, companyId).map(({ report }) => report);
}

function checked(db: ReadableDb, id: string, clock: Clock): CheckedSite {
  const record = findSite(db, id);
  if (!record) throw new UserFacingError('site.unknown', { id });
  const newest = hashratesOf(db, record.company_id).findLast(
    ({ averageHashrateEhS, endHashrateEhS }) => averageHashrateEhS !== null && endHashrateEhS !== null,
  );
  return checkedSite({
    // Faults are faults of the data, whatever scenario is looked at.
    evidence: siteEvidence(db, id, { seed: defaultSeed, scenarioId: baseScenario.id }),
    figures: figuresOf(db, 'site', id),
    contracts: contractsOfSite(db, id),
    status: record.status,
    isSourced: record.source_id !== null,
    hashrate:
      newest?.averageHashrateEhS != null && newest.endHashrateEhS != null
        ? { average: newest.averageHashrateEhS, end: newest.endHashrateEhS }
        : null,
    clock,
  });
}

function placed(
  faults: readonly FoundFault[],
  subject: Fault['subject'],
  effectSiteId: string | null,
  put: ReadonlyMap<string, string>,
): Fault[] {
  return faults.map(({ restsOn, ...fault }) => {
    const id = [fault.code, subject.kind, subject.id, fault.detail].join(':');
    const hash = hashOf([fault.code, restsOn]);
    return {
      ...fault,
      id,
      subject,
      effectSiteId: fault.mends.length === 0 ? null : effectSiteId,
      hash,
      isDismissed: put.get(id) === hash,
    };
  });
}

/** P31 The faults of one site. */
export function siteFaults(db: ReadableDb, id: string, clock: Clock): Fault[] {
  const site = checked(db, id, clock);
  const { siteName, companyName } = site.evidence;
  return placed(faultsOfSite(site), { kind: 'site', id, name: siteName, companyName }, id, dismissals(db));
}

/** P31 The faults of one company, without those of its sites. */
export function companyFaults(db: ReadableDb, id: string, clock: Clock): Fault[] {
  const record = findCompany(db, id);
  if (!record) throw new UserFacingError('company.unknown', { id });
  const largest = largestSite(db, id);
  const company = {
    figures: figuresOf(db, 'company', id),
    contracts: contractsOfCompany(db, id).filter(({ siteId }) => siteId === null),
    hashrates: hashratesOf(db, id),
    energisedMwOfSites: energisedMwOfSites(db, id),
  };
  const faults = faultsOfCompany(company, largest === null ? null : checked(db, largest, clock));
  const subject = { kind: 'company', id, name: record.name, companyName: record.name } as const;
  return placed(faults, subject, largest, dismissals(db));
}

/** P31 The faults of the market's figures, seen from the largest site. */
export function marketFaults(db: ReadableDb, clock: Clock): Fault[] {
  const siteId = largestSite(db, null);
  if (siteId === null) return [];
  const subject = { kind: 'market', id: 'market', name: '', companyName: '' } as const;
  return placed(faultsOfMarket(checked(db, siteId, clock)), subject, siteId, dismissals(db));
}

/** P31 The faults of some subjects: a whole portfolio is asked for in parts, so that nothing waits for it. */
export function healthPart(
  db: ReadableDb,
  kind: HealthSubject,
  ids: readonly string[],
  clock: Clock,
): Fault[] {
  if (kind === 'market') return marketFaults(db, clock);
  return ids.flatMap((id) => (kind === 'sites' ? siteFaults(db, id, clock) : companyFaults(db, id, clock)));
}

/** P31 The open faults that a briefing names: those of the site, or of the company and all its sites. */
export function openFaultsOf(
  db: ReadableDb,
  subject: { readonly kind: 'company' | 'site'; readonly id: string },
  siteIds: readonly string[],
  clock: Clock,
): Fault[] {
  const faults = [
    ...(subject.kind === 'company' ? companyFaults(db, subject.id, clock) : []),
    ...healthPart(db, 'sites', siteIds, clock),
  ];
  return faults.filter(({ isDismissed }) => !isDismissed);
}

/** Ids of all companies, for a check of the whole portfolio. */
export function companyIds(db: ReadableDb): string[] {
  return listCompanies(db).map(({ id }) => id);
}
