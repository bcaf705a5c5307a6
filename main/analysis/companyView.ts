import type { CompanyRow, Contract, Identity, MwLadder } from '../../shared/domain/company.ts';
import type { Confidence, Figure } from '../../shared/domain/figure.ts';
import type { CompanyDetail, SiteRow } from '../../shared/domain/site.ts';
import { aiShareOf, companyClass, identityClass } from '../../shared/engine/identity/identity.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { ReadableDb } from '../db/access.ts';
import { findCompany, listCompanies, type CompanyRecord } from '../db/repositories/companyRepository.ts';
import { allContracts, contractsOfCompany, debtOfCompany } from '../db/repositories/contractRepository.ts';
import { currentFigure, figuresBySubject, figuresOf } from '../db/repositories/figureRepository.ts';
import { listSites } from '../db/repositories/siteRepository.ts';

type Measure = Identity['measures'][number];

function measure(
  name: Measure['measure'],
  aiShare: number | null,
  figure: Figure | null,
  basis: string | null,
): Measure {
  return {
    measure: name,
    aiShare,
    asOf: aiShare === null ? null : (figure?.asOf ?? null),
    basis: aiShare === null ? null : basis,
    class: aiShare === null ? null : identityClass(aiShare),
  };
}

/** Revenue of twelve months where known, else of the latest quarter; which of them is said in the basis. */
function revenueMeasure(figures: readonly Figure[]): Measure {
  const pairs = [
    ['revenue_ai_usd_ltm', 'revenue_mining_usd_ltm', 'LTM'],
    ['latest_quarter_revenue_ai_usd', 'latest_quarter_revenue_mining_usd', 'quarter'],
    ['quarter_revenue_ai_usd', 'quarter_revenue_mining_usd', 'quarter'],
  ] as const;
  for (const [aiField, miningField, basis] of pairs) {
    const ai = currentFigure(figures, aiField);
    const mining = currentFigure(figures, miningField);
    if (ai && mining && ai.asOf === mining.asOf)
      return measure('revenue', aiShareOf(ai.value, mining.value), ai, basis);
  }
  return measure('revenue', null, null, null);
}

function powerMeasure(figures: readonly Figure[]): Measure {
  const total = currentFigure(figures, 'power_operating_mw');
  const mining = currentFigure(figures, 'power_mining_mw');
  if (!total || !mining || total.value === null || mining.value === null)
    return measure('power', null, null, null);
  return measure('power', aiShareOf(Math.max(0, total.value - mining.value), mining.value), total, 'grid MW');
}

function identityOf(figures: readonly Figure[]): Identity {
  const measures = [powerMeasure(figures), revenueMeasure(figures)];
  const hashrate = currentFigure(figures, 'hashrate_eh_s');
  return {
    measures,
    class: companyClass(
      measures.map(({ aiShare }) => aiShare),
      hashrate?.value ?? null,
    ),
  };
}

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
}

function toRow(record: CompanyRecord, { figures, contracts, siteCount }: CompanyParts): CompanyRow {
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
    identity: identityOf(figures),
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
  const sites = countBy(listSites(db), (site: SiteRow) => site.companyId);
  return listCompanies(db).map((record) =>
    toRow(record, {
      figures: figures.get(record.id) ?? [],
      contracts: contracts.get(record.id) ?? [],
      siteCount: sites.get(record.id)?.length ?? 0,
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
    row: toRow(record, { figures, contracts, siteCount: sites.length }),
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
  };
}
