import type { WritableDb } from '../access.ts';

/** Everything that is costly to add later: provenance per figure, change log, import batches, frozen runs and briefings. */
export const version = 10;

const schema = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE import_batch (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at TEXT NOT NULL) STRICT;
CREATE TABLE source (id INTEGER PRIMARY KEY, title TEXT NOT NULL, url TEXT, UNIQUE (title, url)) STRICT;
CREATE TABLE company (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, ticker TEXT, exchange TEXT, country_hq TEXT, founded_year INTEGER,
  former_business TEXT, fiscal_year_end TEXT, strategy_note TEXT, former_names TEXT,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE TABLE site (
  id TEXT PRIMARY KEY, company_id TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE, name TEXT NOT NULL,
  city_region TEXT, country TEXT, latitude REAL, longitude REAL, grid_operator TEXT, energy_source TEXT, status TEXT,
  energised_year INTEGER, cooling TEXT, current_use TEXT, ownership TEXT, fibre_note TEXT, climate_note TEXT, note TEXT,
  source_id INTEGER REFERENCES source (id), confidence TEXT, batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX site_of_company ON site (company_id);
CREATE TABLE contract (
  id TEXT PRIMARY KEY, company_id TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  site_id TEXT REFERENCES site (id) ON DELETE SET NULL, site_name TEXT, counterparty TEXT NOT NULL, signed_date TEXT,
  service TEXT NOT NULL, it_load_mw REAL, gross_mw REAL, gpus REAL, term_years REAL, total_contract_value_usd REAL,
  value_with_extensions_usd REAL, capex_usd REAL, support TEXT, stated_margin TEXT, notes TEXT, lease_structure TEXT,
  status TEXT NOT NULL, relation TEXT, source_id INTEGER REFERENCES source (id), confidence TEXT,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX contract_of_company ON contract (company_id);
CREATE INDEX contract_of_site ON contract (site_id);
CREATE TABLE debt_instrument (
  id TEXT PRIMARY KEY, company_id TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  site_id TEXT REFERENCES site (id) ON DELETE SET NULL, instrument TEXT NOT NULL, instrument_type TEXT, issuer TEXT,
  principal_usd REAL, coupon_share REAL, maturity TEXT, secured TEXT, level TEXT, conversion_price_usd REAL,
  yield_share REAL, yield_date TEXT, status TEXT, as_of TEXT, note TEXT, source_id INTEGER REFERENCES source (id),
  confidence TEXT, batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX debt_of_company ON debt_instrument (company_id);
CREATE TABLE figure (
  id TEXT PRIMARY KEY, subject_kind TEXT NOT NULL CHECK (subject_kind IN ('company', 'site', 'market')),
  subject_id TEXT NOT NULL, field TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('known', 'notApplicable')),
  value REAL, unit TEXT NOT NULL, basis TEXT, as_of TEXT, superseded INTEGER NOT NULL DEFAULT 0, note TEXT,
  source_id INTEGER REFERENCES source (id), confidence TEXT, entered_by TEXT,
  batch_id TEXT REFERENCES import_batch (id),
  CHECK ((state = 'known') = (value IS NOT NULL))
) STRICT;
CREATE INDEX figure_of_subject ON figure (subject_kind, subject_id, field);
CREATE TABLE identity_period (
  id TEXT PRIMARY KEY, company_id TEXT NOT NULL REFERENCES company (id) ON DELETE CASCADE, period TEXT NOT NULL,
  revenue_mining_usd REAL, revenue_ai_usd REAL, hashrate_eh_s REAL, ai_mw REAL, gpus REAL, as_of TEXT,
  source_id INTEGER REFERENCES source (id), confidence TEXT, batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE TABLE market_month (
  month TEXT PRIMARY KEY, price_usd_close REAL, price_usd_avg REAL, difficulty_avg REAL, hashrate_eh_s_avg REAL,
  fees_btc REAL, subsidy_btc_per_block REAL, hashprice_usd_per_ph_day REAL, fee_share_of_revenue REAL,
  fees_quality TEXT, network_quality TEXT, source TEXT
) STRICT;
CREATE TABLE halving (date TEXT PRIMARY KEY, subsidy_btc_after REAL NOT NULL, note TEXT NOT NULL) STRICT;
CREATE TABLE preset (
  key TEXT PRIMARY KEY, low REAL NOT NULL, base REAL NOT NULL, high REAL NOT NULL, unit TEXT NOT NULL, basis TEXT,
  note TEXT, source TEXT, confidence TEXT
) STRICT;
CREATE TABLE own_value (
  site_id TEXT NOT NULL REFERENCES site (id) ON DELETE CASCADE, key TEXT NOT NULL, value REAL NOT NULL, note TEXT,
  entered_by TEXT, entered_at TEXT NOT NULL, PRIMARY KEY (site_id, key)
) STRICT;
CREATE TABLE change_step (
  id INTEGER PRIMARY KEY, label TEXT NOT NULL, label_values TEXT NOT NULL, created_at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0, batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE TABLE change (
  id INTEGER PRIMARY KEY, step_id INTEGER NOT NULL REFERENCES change_step (id) ON DELETE CASCADE,
  table_name TEXT NOT NULL, row_key TEXT NOT NULL, before TEXT, after TEXT
) STRICT;
CREATE INDEX change_of_step ON change (step_id);
CREATE TABLE run (
  id TEXT PRIMARY KEY, created_at TEXT NOT NULL, subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL,
  seed INTEGER NOT NULL, engine_version TEXT NOT NULL, data_hash TEXT NOT NULL, evidence TEXT NOT NULL,
  results TEXT NOT NULL, result_hash TEXT NOT NULL
) STRICT;
CREATE TABLE briefing (
  id TEXT PRIMARY KEY, run_id TEXT NOT NULL REFERENCES run (id), issued_at TEXT NOT NULL, language TEXT NOT NULL,
  author TEXT NOT NULL, disclosures TEXT NOT NULL, content TEXT NOT NULL, pdf_sha256 TEXT NOT NULL
) STRICT;
`;

export function up(db: WritableDb): void {
  db.exec(schema);
}
