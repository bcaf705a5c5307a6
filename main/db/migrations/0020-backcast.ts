import type { WritableDb } from '../access.ts';

/** What the back-cast compares with: reported production, published hashprice, GPU prices, what leases announced. */
export const version = 20;

const schema = `
CREATE TABLE production_report (
  id TEXT PRIMARY KEY, company_id TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  period TEXT NOT NULL CHECK (period IN ('month', 'quarter', 'year')), last_month TEXT NOT NULL,
  average_hashrate_eh_s REAL, end_hashrate_eh_s REAL, btc_produced REAL, electricity_cost_usd REAL,
  electricity_cost_usd_per_btc REAL, cash_cost_usd_per_btc REAL, power_price_usd_per_mwh REAL, btc_held REAL,
  note TEXT, source_id INTEGER REFERENCES source (id), confidence TEXT, batch_id TEXT REFERENCES import_batch (id),
  UNIQUE (company_id, period, last_month)
) STRICT;
CREATE TABLE hashprice_observation (
  date TEXT PRIMARY KEY, hashprice_usd_per_ph_day REAL, hashprice_btc_per_ph_day REAL, btc_price_usd REAL,
  difficulty REAL, hashrate_eh_s REAL, fee_share_of_revenue REAL, subsidy_btc_per_block REAL, note TEXT,
  source TEXT, source_url TEXT, confidence TEXT
) STRICT;
CREATE TABLE gpu_price_month (
  month TEXT NOT NULL, gpu TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('contract', 'onDemandList', 'onDemandQuoted', 'marketplaceOffer', 'unstated')),
  usd_per_gpu_hour_median REAL, usd_per_gpu_hour_mean REAL, usd_per_gpu_hour_min REAL, usd_per_gpu_hour_max REAL,
  observations INTEGER, kw_per_gpu REAL, scope TEXT, note TEXT, source TEXT, licence TEXT, quality TEXT,
  PRIMARY KEY (month, gpu, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE lease_announcement (
  contract_id TEXT PRIMARY KEY REFERENCES contract (id) ON DELETE CASCADE, escalator_per_year REAL,
  average_rent_usd_per_kw_month REAL, noi_usd_per_year REAL,
  noi_basis TEXT CHECK (noi_basis IN ('average', 'stabilised')), noi_margin_share REAL, capex_low_usd REAL,
  capex_high_usd REAL, quote TEXT NOT NULL, batch_id TEXT REFERENCES import_batch (id),
  CHECK ((noi_basis IS NULL) OR (noi_usd_per_year IS NOT NULL))
) STRICT;
`;

export function up(db: WritableDb): void {
  db.exec(schema);
}
