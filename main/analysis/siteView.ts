import { createHash } from 'node:crypto';
import type { Figure } from '../../shared/domain/figure.ts';
import type { SiteDetail } from '../../shared/domain/site.ts';
import type { EvidenceFact, SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { engineVersion } from '../../shared/engine/version.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { ReadableDb } from '../db/access.ts';
import { documentsOfSite } from '../db/repositories/attachedDocuments.ts';
import { contractsOfSite } from '../db/repositories/contractRepository.ts';
import {
  latestMarketMonth,
  listHalvings,
  listPresets,
  metaValue,
  ownValuesOf,
} from '../db/repositories/evidenceRepository.ts';
import { difficultyOf } from '../db/repositories/difficultyRepository.ts';
import { figuresOf } from '../db/repositories/figureRepository.ts';
import { fleetEvidence, fleetsOfSite } from '../db/repositories/fleetRepository.ts';
import { ownPlansOf } from '../db/repositories/ownPlanRepository.ts';
import { scenarioOfEvidence } from './scenarioView.ts';
import { findSite, toSiteRow, type SiteRecord } from '../db/repositories/siteRepository.ts';

function siteOrThrow(db: ReadableDb, id: string): SiteRecord {
  const record = findSite(db, id);
  if (!record) throw new UserFacingError('site.unknown', { id });
  return record;
}

export function siteDetail(db: ReadableDb, id: string): SiteDetail {
  const record = siteOrThrow(db, id);
  const figures = figuresOf(db, 'site', id);
  return {
    row: toSiteRow(record, figures),
    energySource: record.energy_source,
    ownership: record.ownership,
    note: record.note,
    climateNote: record.climate_note,
    fibreNote: record.fibre_note,
    figures,
    contracts: contractsOfSite(db, id),
    fleets: fleetsOfSite(db, id),
    attachments: documentsOfSite(db, id),
  };
}

function factsOf(figures: readonly Figure[], prefix: string): EvidenceFact[] {
  return figures.flatMap(
    ({ field, value, unit, basis, asOf, source, sourceUrl, confidence, note, superseded }) =>
      value === null || superseded
        ? []
        : [{ field: prefix + field, value, unit, basis, asOf, source, sourceUrl, confidence, note }],
  );
}

function marketFacts(db: ReadableDb): EvidenceFact[] {
  const month = latestMarketMonth(db);
  if (!month) return [];
  const fact = (field: string, value: number | null, unit: string, basis: string): EvidenceFact[] =>
    value === null
      ? []
      : [
          {
            field,
            value,
            unit,
            basis,
            asOf: month.month,
            source: 'Coin Metrics community data and block data (btc_monthly.csv)',
            sourceUrl: null,
            confidence: field === 'market.btcPriceUsd' ? 'high' : 'medium',
            note: month.network_quality,
          },
        ];
  return [
    ...fact('market.btcPriceUsd', month.price_usd_close, 'USD/BTC', 'close of the month'),
    ...fact('market.networkHashrateEhS', month.hashrate_eh_s_avg, 'EH/s', 'mean of the month'),
    ...fact('market.subsidyBtcPerBlock', month.subsidy_btc_per_block, 'BTC/block', 'block subsidy'),
  ];
}

/** SHA-256 of a value's JSON: keys stand in the order of construction, which is fixed. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Same data, engine and seed, same run: the name follows from them. */
export function runIdOf(dataHash: string, seed: number): string {
  const digest = hashOf([dataHash, engineVersion, seed]).toUpperCase();
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}-${digest.slice(8, 12)}`;
}

export interface EvidenceOptions {
  readonly seed: number;
  /** "YYYY-MM" in place of the portfolio's own valuation month. */
  readonly valuationMonth?: string;
  /** R7.3 Id of a scenario in place of the portfolio's own; `base` for none. */
  readonly scenarioId?: string;
}

export const defaultSeed = 1;

/** Everything the portfolio knows that a site's analysis may use, with the hash that names it. */
export function siteEvidence(
  db: ReadableDb,
  id: string,
  options: EvidenceOptions = { seed: defaultSeed },
): SiteEvidence {
  const record = siteOrThrow(db, id);
  const contracts = contractsOfSite(db, id).filter((contract) => contract.countsInSums);
  const ownPlans = ownPlansOf(db, id);
  const fleets = fleetEvidence(fleetsOfSite(db, id));
  const difficulty = difficultyOf(db, id);
  const scenario = scenarioOfEvidence(db, options.scenarioId, {
    siteId: id,
    companyId: record.company_id,
    gridOperator: record.grid_operator,
  });
  const known = {
    siteId: id,
    siteName: record.name,
    companyId: record.company_id,
    companyName: record.company_name,
    currentUse: record.current_use,
    valuationMonth: options.valuationMonth ?? metaValue(db, 'valuation_month') ?? '',
    facts: [
      ...factsOf(figuresOf(db, 'site', id), ''),
      ...factsOf(figuresOf(db, 'company', record.company_id), 'company.'),
      ...marketFacts(db),
    ],
    contracts: contracts.map(
      ({
        id: contractId,
        service,
        counterparty,
        signedDate,
        itLoadMw,
        termYears,
        totalContractValueUsd,
        source,
        sourceUrl,
        confidence,
      }) => ({
        id: contractId,
        service,
        counterparty,
        signedDate,
        itLoadMw,
        termYears,
        totalContractValueUsd,
        source,
        sourceUrl,
        confidence,
      }),
    ),
    ownValues: ownValuesOf(db, id),
    ...(ownPlans.length > 0 && { ownPlans }),
    ...(fleets.length > 0 && { fleets }),
    ...(difficulty && { difficulty }),
    ...(scenario && { scenario }),
    presets: listPresets(db),
    presetsVersion: metaValue(db, 'presets_version') ?? '',
    halvings: listHalvings(db),
    seed: options.seed,
  };
  const dataHash = hashOf(known);
  return { ...known, dataHash, runId: runIdOf(dataHash, options.seed) };
}

export interface CompanyRun {
  readonly runId: string;
  readonly seed: number;
  readonly dataHash: string;
  readonly evidence: readonly SiteEvidence[];
}

/** The evidence of several sites under one run; its hash covers theirs. */
export function companyRun(db: ReadableDb, siteIds: readonly string[], options: EvidenceOptions): CompanyRun {
  const evidence = siteIds.map((id) => siteEvidence(db, id, options));
  const dataHash = hashOf(evidence.map((site) => site.dataHash));
  return { runId: runIdOf(dataHash, options.seed), seed: options.seed, dataHash, evidence };
}
