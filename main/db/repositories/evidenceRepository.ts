import type { EvidenceOwnValue, EvidencePreset } from '../../../shared/engine/analysis/evidence.ts';
import type { ReadableDb } from '../access.ts';
import { toConfidence } from './rows.ts';

interface PresetRow {
  key: string;
  low: number;
  base: number;
  high: number;
  unit: string;
  basis: string | null;
  source: string | null;
  confidence: string | null;
}

export function listPresets(db: ReadableDb): EvidencePreset[] {
  const rows = db.prepare('SELECT * FROM preset ORDER BY key').all() as PresetRow[];
  return rows.map(({ key, low, base, high, unit, basis, source, confidence }) => ({
    key,
    low,
    base,
    high,
    unit,
    basis,
    source,
    confidence: toConfidence(confidence),
  }));
}

interface OwnValueRow {
  key: string;
  value: number;
  note: string | null;
  entered_by: string | null;
  entered_at: string;
}

export function ownValuesOf(db: ReadableDb, siteId: string): EvidenceOwnValue[] {
  const rows = db
    .prepare('SELECT * FROM own_value WHERE site_id = ? ORDER BY key')
    .all(siteId) as OwnValueRow[];
  return rows.map((row) => ({
    key: row.key,
    value: row.value,
    note: row.note,
    enteredBy: row.entered_by,
    enteredAt: row.entered_at,
  }));
}

export interface MarketMonth {
  month: string;
  price_usd_close: number | null;
  hashrate_eh_s_avg: number | null;
  subsidy_btc_per_block: number | null;
  network_quality: string | null;
  source: string | null;
}

/** The newest month with price and hash rate. */
export function latestMarketMonth(db: ReadableDb): MarketMonth | undefined {
  return db
    .prepare(
      `SELECT * FROM market_month WHERE price_usd_close IS NOT NULL AND hashrate_eh_s_avg IS NOT NULL
       ORDER BY month DESC LIMIT 1`,
    )
    .get() as MarketMonth | undefined;
}

export function listHalvings(db: ReadableDb): { date: string; subsidyBtcPerBlockAfter: number }[] {
  const rows = db.prepare('SELECT * FROM halving ORDER BY date').all() as {
    date: string;
    subsidy_btc_after: number;
  }[];
  return rows.map((row) => ({ date: row.date, subsidyBtcPerBlockAfter: row.subsidy_btc_after }));
}

export function metaValue(db: ReadableDb, key: string): string | null {
  const row = db.prepare('SELECT value FROM meta WHERE key = ?').get(key) as { value: string } | undefined;
  return row?.value ?? null;
}
