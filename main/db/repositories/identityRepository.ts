import type { Confidence } from '../../../shared/domain/figure.ts';
import type { ReadableDb } from '../access.ts';
import { toConfidence } from './rows.ts';

/** The newest known figures of a company's periods, each with its own date. */
export interface LatestPeriods {
  readonly revenue: { readonly ai: number; readonly mining: number; readonly asOf: string } | null;
  readonly hashrateEhS: number | null;
  readonly aiItMw: { readonly value: number; readonly asOf: string } | null;
}

interface PeriodRow {
  company_id: string;
  revenue_mining_usd: number | null;
  revenue_ai_usd: number | null;
  hashrate_eh_s: number | null;
  ai_mw: number | null;
  as_of: string | null;
}

function latestOf(periods: readonly PeriodRow[]): LatestPeriods {
  let latest: LatestPeriods = { revenue: null, hashrateEhS: null, aiItMw: null };
  for (const { revenue_mining_usd: mining, revenue_ai_usd: ai, hashrate_eh_s, ai_mw, as_of } of periods) {
    const asOf = as_of ?? '';
    latest = {
      revenue: ai === null || mining === null ? latest.revenue : { ai, mining, asOf },
      hashrateEhS: hashrate_eh_s ?? latest.hashrateEhS,
      aiItMw: ai_mw === null ? latest.aiItMw : { value: ai_mw, asOf },
    };
  }
  return latest;
}

/** By company; a company without periods is absent. */
export function latestPeriods(db: ReadableDb): Map<string, LatestPeriods> {
  const rows = db
    .prepare(
      `SELECT company_id, revenue_mining_usd, revenue_ai_usd, hashrate_eh_s, ai_mw, as_of
       FROM identity_period ORDER BY company_id, as_of, id`,
    )
    .all() as PeriodRow[];
  const groups = new Map<string, PeriodRow[]>();
  for (const row of rows) groups.set(row.company_id, [...(groups.get(row.company_id) ?? []), row]);
  return new Map([...groups].map(([id, periods]) => [id, latestOf(periods)]));
}

export interface ReportedPeriod {
  readonly id: string;
  readonly period: string;
  readonly revenueMiningUsd: number | null;
  readonly revenueAiUsd: number | null;
  readonly hashrateEhS: number | null;
  readonly aiMw: number | null;
  readonly gpus: number | null;
  readonly asOf: string | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
  readonly confidence: Confidence | null;
}

/** What a company reported, the oldest first. */
export function periodsOfCompany(db: ReadableDb, companyId: string): ReportedPeriod[] {
  const rows = db
    .prepare(
      `SELECT p.id, p.period, p.revenue_mining_usd AS revenueMiningUsd, p.revenue_ai_usd AS revenueAiUsd,
         p.hashrate_eh_s AS hashrateEhS, p.ai_mw AS aiMw, p.gpus, p.as_of AS asOf,
         s.title AS source, s.url AS sourceUrl, p.confidence
       FROM identity_period p LEFT JOIN source s ON s.id = p.source_id
       WHERE p.company_id = ? ORDER BY p.as_of, p.id`,
    )
    .all(companyId) as (Omit<ReportedPeriod, 'confidence'> & { confidence: string | null })[];
  return rows.map((row) => ({ ...row, confidence: toConfidence(row.confidence) }));
}
