import type {
  BackcastPage,
  HashpriceCheck,
  LeaseCheck,
  ProductionCheck,
} from '../../shared/domain/backcast.ts';
import type { ReadableDb } from '../db/access.ts';
import { listCompanies } from '../db/repositories/companyRepository.ts';
import { backcast, type Backcast } from './backcastView.ts';

function productionCheck(
  row: Backcast['production'][number],
  names: ReadonlyMap<string, string>,
): ProductionCheck {
  return {
    companyId: row.companyId,
    companyName: names.get(row.companyId) ?? row.companyId,
    period: row.period,
    lastMonth: row.lastMonth,
    averageHashrateEhS: row.averageHashrateEhS,
    engine: row.expectedBtc,
    published: row.btcProduced,
    differenceShare: row.comparison?.differenceShare ?? null,
    missing: [...row.missing],
    note: row.note,
    source: row.source,
    sourceUrl: row.sourceUrl,
    confidence: row.confidence,
  };
}

function hashpriceCheck(row: Backcast['hashprice']['observations'][number]): HashpriceCheck {
  return {
    date: row.date,
    engine: row.usd?.engine ?? null,
    published: row.usd?.published ?? null,
    differenceShare: row.usd?.differenceShare ?? null,
    missing: [...row.missing],
    note: row.note,
    source: row.source,
    sourceUrl: row.sourceUrl,
    confidence: row.confidence,
  };
}

function leaseCheck(row: Backcast['leases'][number], names: ReadonlyMap<string, string>): LeaseCheck {
  return {
    contractId: row.contractId,
    companyName: names.get(row.companyId) ?? row.companyId,
    siteName: row.siteName,
    counterparty: row.counterparty,
    status: row.status,
    averageRentUsdPerKwMonth: row.averageRentUsdPerKwMonth,
    announcedAverageRentUsdPerKwMonth: row.averageRent?.published ?? null,
    yearOneRentUsdPerKwMonth: row.yearOneRentUsdPerKwMonth,
    escalatorPerYear: row.escalator.perYear,
    escalatorOrigin: row.escalator.origin,
    yieldYearOneLow: row.yieldYearOne?.low ?? null,
    yieldYearOneHigh: row.yieldYearOne?.high ?? null,
    yieldTermAverageLow: row.yieldTermAverage?.low ?? null,
    yieldTermAverageHigh: row.yieldTermAverage?.high ?? null,
    yieldAnnouncedLow: row.yieldAnnounced?.low ?? null,
    yieldAnnouncedHigh: row.yieldAnnounced?.high ?? null,
    missing: [...row.missing],
    note: row.quote ?? row.notes,
    source: row.source,
    sourceUrl: row.sourceUrl,
    confidence: null,
  };
}

/** Margins of a grid MWh by month as pages show them; null where the reference machine is not known. */
export function shownMargins(margins: Backcast['margins']): BackcastPage['margins'] {
  if (!margins.computable) return null;
  const { powerPriceUsdPerMwh, fleetEfficiencyJPerTh } = margins.reference.values;
  if (powerPriceUsdPerMwh === undefined || fleetEfficiencyJPerTh === undefined) return null;
  const values = (series: typeof margins.mining) =>
    series.map((margin) => margin?.grossMarginUsdPerGridMwh ?? null);
  return {
    months: [...margins.months],
    mining: values(margins.mining),
    ai: margins.ai
      .filter(({ margins: series }) => series.some((margin) => margin !== null))
      .map(({ gpu, kind, margins: series }) => ({ gpu, kind, values: values(series) })),
    powerPriceUsdPerMwh,
    fleetEfficiencyJPerTh,
  };
}

/** P63 The back-cast as its page shows it. */
export function backcastPage(db: ReadableDb): BackcastPage {
  const found = backcast(db, undefined);
  const names = new Map(listCompanies(db).map(({ id, name }) => [id, name]));
  const { monthly, observations } = found.hashprice;
  return {
    production: found.production.map((row) => productionCheck(row, names)),
    hashprice: observations.map(hashpriceCheck),
    hashpriceMonths: {
      months: monthly.map(({ date }) => date),
      engine: monthly.map(({ usd }) => usd?.engine ?? null),
      published: monthly.map(({ usd }) => usd?.published ?? null),
    },
    leases: found.leases.map((row) => leaseCheck(row, names)),
    margins: shownMargins(found.margins),
  };
}
