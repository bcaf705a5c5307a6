import type { CompanyRow, Contract, MwLadder } from '../../shared/domain/company.ts';
import type { Confidence, Figure } from '../../shared/domain/figure.ts';
import type { CompanyDetail } from '../../shared/domain/site.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { ReadableDb } from '../db/access.ts';
import { findCompany, listCompanies, type CompanyRecord } from '../db/repositories/companyRepository.ts';
import { documentsOfCompany } from '../db/repositories/attachedDocuments.ts';
import { allContracts, contractsOfCompany, debtOfCompany } from '../db/repositories/contractRepository.ts';
import { currentFigure, figuresBySubject, figuresOf } from '../db/repositories/figureRepository.ts';
import { listPresets } from '../db/repositories/evidenceRepository.ts';
import {
  latestPeriods,
  periodsOfCompany,
  type LatestPeriods,
} from '../db/repositories/identityRepository.ts';
import { listSites, siteCounts } from '../db/repositories/siteRepository.ts';
import { identityOf, identityPeriods } from './companyIdentity.ts';

function ladderOf(figures: readonly Figure[]): MwLadder {
  return {
    pipelineMw: currentFigure(figures, 'power_pipeline_mw'),
    securedMw: currentFigure(figures, 'power_contracted_or_secured_mw'),
    energisedMw: currentFigure(figures, 'power_operating_mw') ?? currentFigure(figures, 'power_energised_mw'),
    contractedItMw: currentFigure(figures, 'ai_contracted_it_mw'),
    billingItMw: currentFigure(figures, 'ai_it_mw_delivered'),
  };
}

const rank: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

function lowestConfidence(figures: readonly Figure[]): Confidence | null {
  let lowest: Confidence | null = null;
  for (const { confidence } of figures) {
    if (confidence !== null && (lowest === null || rank[confidence] < rank[lowest])) lowest = confidence;
  }
  return lowest;
}

function datesOf(figures: readonly (Figure | null)[]): string[] {
  return figures.flatMap((figure) => figure?.asOf ?? []).toSorted();
}

interface CompanyParts {
  readonly figures: readonly Figure[];
  readonly contracts: readonly Contract[];
  readonly siteCount: number;
  readonly periods: LatestPeriods | undefined;
  readonly grossToItRatio: number | null;
}

function grossToItRatio(db: ReadableDb): number | null {
  return listPresets(db).find(({ key }) => key === 'grossToItRatio')?.base ?? null;
}

function toRow(record: CompanyRecord, parts: CompanyParts): CompanyRow {
  const { figures, contracts, siteCount } = parts;
  const ladder = ladderOf(figures);
  const hashrateEhS = currentFigure(figures, 'hashrate_eh_s');
  const shown = [...Object.values(ladder), hashrateEhS];
  const dates = datesOf(shown);
  const counted = contracts.filter((contract) => contract.countsInSums);
  const values = counted.flatMap((contract) => contract.totalContractValueUsd ?? []);
  return {
    id: record.id,
    name: record.name,
    ticker: record.ticker,
    countryHq: record.country_hq,
    identity: identityOf(parts),
    ladder,
    hashrateEhS,
    signedContracts: counted.length,
    signedContractValueUsd: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0),
    contractsWithValue: values.length,
    siteCount,
    oldestAsOf: dates[0] ?? null,
    newestAsOf: dates.at(-1) ?? null,
    lowestConfidence: lowestConfidence(figures.filter((figure) => shown.includes(figure))),
  };
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

export function companyRows(db: ReadableDb): CompanyRow[] {
  const figures = figuresBySubject(db, 'company');
  const contracts = countBy(allContracts(db), (contract) => contract.companyId);
  const counts = siteCounts(db);
  const periods = latestPeriods(db);
  const ratio = grossToItRatio(db);
  return listCompanies(db).map((record) =>
    toRow(record, {
      figures: figures.get(record.id) ?? [],
      contracts: contracts.get(record.id) ?? [],
      siteCount: counts.get(record.id) ?? 0,
      periods: periods.get(record.id),
      grossToItRatio: ratio,
    }),
  );
}

export function companyDetail(db: ReadableDb, id: string): CompanyDetail {
  const record = findCompany(db, id);
  if (!record) throw new UserFacingError('company.unknown', { id });
  const figures = figuresOf(db, 'company', id);
  const contracts = contractsOfCompany(db, id);
  const sites = listSites(db, id);
  return {
    row: toRow(record, {
      figures,
      contracts,
      siteCount: sites.length,
      periods: latestPeriods(db).get(id),
      grossToItRatio: grossToItRatio(db),
    }),
    exchange: record.exchange,
    foundedYear: record.founded_year,
    formerBusiness: record.former_business,
    formerNames: record.former_names,
    fiscalYearEnd: record.fiscal_year_end,
    strategyNote: record.strategy_note,
    figures,
    sites,
    contracts,
    debt: debtOfCompany(db, id),
    identityPeriods: identityPeriods(periodsOfCompany(db, id)),
    attachments: documentsOfCompany(db, id),
  };
}
