import { hashpriceBackcast } from '../../shared/engine/backcast/hashprice.ts';
import { leaseBackcast, type LeaseAnnouncement } from '../../shared/engine/backcast/lease.ts';
import { marginHistory, type MarginInputs } from '../../shared/engine/backcast/marginPerMwh.ts';
import { productionBackcast } from '../../shared/engine/backcast/production.ts';
import type { Contract } from '../../shared/domain/company.ts';
import type { ReadableDb } from '../db/access.ts';
import {
  announcementsByContract,
  listGpuPrices,
  listHashprices,
  listNetworkMonths,
  listProduction,
} from '../db/repositories/backcastRepository.ts';
import { allContracts, contractsOfCompany } from '../db/repositories/contractRepository.ts';
import { listPresets } from '../db/repositories/evidenceRepository.ts';

function productionOf(db: ReadableDb, companyId: string | undefined) {
  const networks = new Map(listNetworkMonths(db).map((month) => [month.month, month]));
  return listProduction(db, companyId).map(({ report, provenance }) => ({
    ...report,
    ...productionBackcast(report, networks),
    ...provenance,
  }));
}

function hashpricesOf(db: ReadableDb) {
  const observations = listHashprices(db).map(({ observed, provenance }) => ({
    ...hashpriceBackcast(observed),
    ...provenance,
  }));
  const monthly = listNetworkMonths(db).map(({ month, ...network }) =>
    hashpriceBackcast({ date: month, hashpriceBtcPerPhDay: null, ...network }),
  );
  return { observations, monthly };
}

const nothingAnnounced = {
  escalatorPerYear: null,
  announcedAverageRentUsdPerKwMonth: null,
  announcedNoiUsdPerYear: null,
  noiMarginShare: null,
  capexLowUsd: null,
  capexHighUsd: null,
  noiMarginHighShare: null,
  announcedYearOneRentUsdPerKwMonth: null,
  announcedYieldLowShare: null,
  announcedYieldHighShare: null,
} as const;

/** R4.26: the contract's base value; the capex of the row where the announcement gives no range of its own. */
function toAnnouncement(
  contract: Contract,
  announced: Partial<LeaseAnnouncement> | undefined,
): LeaseAnnouncement {
  const said = { ...nothingAnnounced, ...announced };
  return {
    ...said,
    contractId: contract.id,
    itLoadMw: contract.itLoadMw,
    termYears: contract.termYears,
    totalContractValueUsd: contract.totalContractValueUsd,
    capexLowUsd: said.capexLowUsd ?? contract.capexUsd,
    capexHighUsd: said.capexHighUsd ?? contract.capexUsd,
  };
}

interface Escalator {
  readonly perYear: number | null;
  readonly origin: 'announced' | 'preset' | 'missing';
}

/** R1.9: where a lease announces no escalator, the preset gives one and is named as an assumption. */
function escalatorOf(announced: number | null, preset: number | null): Escalator {
  if (announced !== null) return { perYear: announced, origin: 'announced' };
  return { perYear: preset, origin: preset === null ? 'missing' : 'preset' };
}

/** Nothing is summed here, so an announcement that was overtaken or sold is compared like one that still holds. */
function isAnnouncedLease({ service, status, countsInSums }: Contract): boolean {
  return service === 'colocation' && (countsInSums || status === 'superseded' || status === 'sold');
}

function leasesOf(db: ReadableDb, companyId: string | undefined) {
  const announcements = announcementsByContract(db);
  const preset = listPresets(db).find(({ key }) => key === 'rentEscalatorPerYear')?.base ?? null;
  const contracts = companyId === undefined ? allContracts(db) : contractsOfCompany(db, companyId);
  return contracts.filter(isAnnouncedLease).map((contract) => {
    const found = announcements.get(contract.id);
    const escalator = escalatorOf(found?.announced.escalatorPerYear ?? null, preset);
    return {
      companyId: contract.companyId,
      siteName: contract.siteName,
      counterparty: contract.counterparty,
      status: contract.status,
      escalator,
      ...leaseBackcast({
        ...toAnnouncement(contract, found?.announced),
        escalatorPerYear: escalator.perYear,
      }),
      quote: found?.quote ?? null,
      notes: contract.notes,
      source: found?.source ?? contract.source,
      sourceUrl: found?.sourceUrl ?? contract.sourceUrl,
    };
  });
}

const referenceKeys = [
  'fleetEfficiencyJPerTh',
  'miningPue',
  'staleShare',
  'poolFeeShare',
  'aiPue',
  'powerPriceUsdPerMwh',
] as const;

type Reference = Readonly<Record<(typeof referenceKeys)[number], number>>;

/** R1.9 The reference machine is an assumption: the presets, or nothing where the portfolio has none. */
function referenceOf(db: ReadableDb): { values: Partial<Reference>; missing: string[] } {
  const presets = new Map(listPresets(db).map(({ key, base }) => [key, base]));
  const values = Object.fromEntries(
    referenceKeys.flatMap((key) => {
      const base = presets.get(key);
      return base === undefined ? [] : [[key, base]];
    }),
  );
  return { values, missing: referenceKeys.filter((key) => !presets.has(key)) };
}

/** P63 Mining and AI margins of a grid MWh by month: the market's, whatever company is looked at. */
export function marketMargins(db: ReadableDb) {
  const { values, missing } = referenceOf(db);
  const reference = { values, origin: 'preset' as const };
  if (missing.length > 0) return { computable: false as const, missing, reference };
  const { aiPue, powerPriceUsdPerMwh, fleetEfficiencyJPerTh, miningPue, staleShare, poolFeeShare } =
    values as Reference;
  const inputs: MarginInputs = {
    hashprices: listNetworkMonths(db),
    gpuPrices: listGpuPrices(db),
    miner: { efficiencyJPerTh: fleetEfficiencyJPerTh, miningPue, staleShare, poolFeeShare },
    aiPue,
    powerPriceUsdPerMwh,
  };
  return { computable: true as const, reference, ...marginHistory(inputs) };
}

/**
 * P63 The engine beside everything the portfolio knows to have happened.
 * @param companyId undefined for all companies; hashprice and margins are the market's either way
 */
export function backcast(db: ReadableDb, companyId: string | undefined) {
  return {
    production: productionOf(db, companyId),
    hashprice: hashpricesOf(db),
    leases: leasesOf(db, companyId),
    margins: marketMargins(db),
  };
}

export type Backcast = ReturnType<typeof backcast>;
