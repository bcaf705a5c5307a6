import type { GpuPriceObservation } from '../../../shared/domain/gpuPrices.ts';
import type { HashpriceObservation } from '../../../shared/engine/backcast/hashprice.ts';
import type { LeaseAnnouncement } from '../../../shared/engine/backcast/lease.ts';
import type { GpuPriceKind } from '../../../shared/engine/backcast/marginPerMwh.ts';
import type { NetworkMonth, ProductionReport } from '../../../shared/engine/backcast/production.ts';
import type { ReadableDb } from '../access.ts';
import { sourceColumns, toSource, type SourceColumns } from './rows.ts';

/** Where a row of evidence comes from. */
interface Provenance extends ReturnType<typeof toSource> {
  readonly note: string | null;
}

interface ProductionRow extends SourceColumns {
  company_id: string;
  period: ProductionReport['period'];
  last_month: string;
  average_hashrate_eh_s: number | null;
  end_hashrate_eh_s: number | null;
  btc_produced: number | null;
  note: string | null;
}

/** Reports of one company, or of all. */
export function listProduction(
  db: ReadableDb,
  companyId: string | undefined,
): { readonly report: ProductionReport; readonly provenance: Provenance }[] {
  const rows = db
    .prepare(
      `SELECT production_report.*, ${sourceColumns} FROM production_report
       LEFT JOIN source ON source.id = production_report.source_id
       WHERE ? IS NULL OR company_id = ? ORDER BY company_id, last_month, period`,
    )
    .all(companyId ?? null, companyId ?? null) as ProductionRow[];
  return rows.map((row) => ({
    report: {
      companyId: row.company_id,
      period: row.period,
      lastMonth: row.last_month,
      averageHashrateEhS: row.average_hashrate_eh_s,
      endHashrateEhS: row.end_hashrate_eh_s,
      btcProduced: row.btc_produced,
    },
    provenance: { note: row.note, ...toSource(row) },
  }));
}

/** The network by month, with the month's mean price and the hashprice of the same source. */
export interface ObservedMonth extends NetworkMonth {
  readonly btcPriceUsd: number | null;
  readonly hashpriceUsdPerPhDay: number | null;
}

export function listNetworkMonths(db: ReadableDb): ObservedMonth[] {
  return db
    .prepare(
      `SELECT month, difficulty_avg AS difficulty, subsidy_btc_per_block AS subsidyBtcPerBlock,
       fee_share_of_revenue AS feeShareOfRevenue, price_usd_avg AS btcPriceUsd,
       hashprice_usd_per_ph_day AS hashpriceUsdPerPhDay FROM market_month ORDER BY month`,
    )
    .all() as ObservedMonth[];
}

export function listHashprices(
  db: ReadableDb,
): { readonly observed: HashpriceObservation; readonly provenance: Provenance }[] {
  const rows = db
    .prepare(
      `SELECT date, hashprice_usd_per_ph_day AS hashpriceUsdPerPhDay, hashprice_btc_per_ph_day AS hashpriceBtcPerPhDay,
       btc_price_usd AS btcPriceUsd, difficulty, fee_share_of_revenue AS feeShareOfRevenue,
       subsidy_btc_per_block AS subsidyBtcPerBlock, note, source AS source_title, source_url, confidence
       FROM hashprice_observation ORDER BY date`,
    )
    .all() as (HashpriceObservation & SourceColumns & { note: string | null })[];
  return rows.map(({ note, source_title, source_url, confidence, ...observed }) => ({
    observed,
    provenance: { note, ...toSource({ source_title, source_url, confidence }) },
  }));
}

export interface GpuPriceRow {
  readonly month: string;
  readonly gpu: string;
  readonly kind: GpuPriceKind;
  readonly usdPerGpuHour: number | null;
  readonly kwPerGpu: number | null;
}

/** The median where there are several observations; it is not moved by one strange offer. */
export function listGpuPrices(db: ReadableDb): GpuPriceRow[] {
  return db
    .prepare(
      `SELECT month, gpu, kind, usd_per_gpu_hour_median AS usdPerGpuHour, kw_per_gpu AS kwPerGpu
       FROM gpu_price_month ORDER BY gpu, kind, month`,
    )
    .all() as GpuPriceRow[];
}

/** P42 The same prices with how many stand behind each, and where they come from. */
export function listGpuPriceObservations(db: ReadableDb): GpuPriceObservation[] {
  return db
    .prepare(
      `SELECT month, gpu, kind, usd_per_gpu_hour_median AS usdPerGpuHour, observations, note, source
       FROM gpu_price_month ORDER BY gpu, kind, month`,
    )
    .all() as GpuPriceObservation[];
}

interface AnnouncementRow {
  contract_id: string;
  escalator_per_year: number | null;
  average_rent_usd_per_kw_month: number | null;
  noi_usd_per_year: number | null;
  noi_margin_share: number | null;
  capex_low_usd: number | null;
  capex_high_usd: number | null;
  noi_margin_high_share: number | null;
  year_one_rent_usd_per_kw_month: number | null;
  yield_low_share: number | null;
  yield_high_share: number | null;
  quote: string;
  source: string | null;
  source_url: string | null;
}

type Announced = Omit<LeaseAnnouncement, 'itLoadMw' | 'termYears' | 'totalContractValueUsd'>;

/** An announcement with the words it was read from, and where they stand if not in the contract's own source. */
interface FoundAnnouncement {
  readonly announced: Announced;
  readonly quote: string;
  readonly source: string | null;
  readonly sourceUrl: string | null;
}

/** What was announced beside the contract's own columns, by contract. */
export function announcementsByContract(db: ReadableDb): Map<string, FoundAnnouncement> {
  const rows = db.prepare('SELECT * FROM lease_announcement').all() as AnnouncementRow[];
  return new Map(
    rows.map((row) => [
      row.contract_id,
      {
        announced: {
          contractId: row.contract_id,
          escalatorPerYear: row.escalator_per_year,
          announcedAverageRentUsdPerKwMonth: row.average_rent_usd_per_kw_month,
          announcedNoiUsdPerYear: row.noi_usd_per_year,
          noiMarginShare: row.noi_margin_share,
          capexLowUsd: row.capex_low_usd,
          capexHighUsd: row.capex_high_usd,
          noiMarginHighShare: row.noi_margin_high_share,
          announcedYearOneRentUsdPerKwMonth: row.year_one_rent_usd_per_kw_month,
          announcedYieldLowShare: row.yield_low_share,
          announcedYieldHighShare: row.yield_high_share,
        },
        quote: row.quote,
        source: row.source,
        sourceUrl: row.source_url,
      },
    ]),
  );
}
