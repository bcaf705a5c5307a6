import { join } from 'node:path';
import type { WritableDb } from '../../../main/db/access.ts';
import type { GpuPriceKind } from '../../../shared/engine/backcast/marginPerMwh.ts';
import { number, readCsv, text, type CsvRow } from '../readCsv.ts';
import { sourceId } from './sources.ts';

function fillProduction(db: WritableDb, folder: string, batchId: string): void {
  const insert = db.prepare(
    `INSERT INTO production_report VALUES (${Array.from({ length: 16 }, () => '?').join(', ')})`,
  );
  for (const row of readCsv(join(folder, 'production_checks.csv'))) {
    const [company, period, month] = ['company_id', 'period_type', 'month'].map((key) => text(row, key));
    insert.run(
      `production.${company}.${period}.${month}`,
      company,
      period,
      month,
      number(row, 'avg_operating_hashrate_eh_s'),
      number(row, 'month_end_hashrate_eh_s'),
      number(row, 'btc_produced'),
      number(row, 'electricity_cost_total_usd'),
      number(row, 'electricity_cost_per_btc_usd'),
      number(row, 'cash_cost_per_btc_usd'),
      number(row, 'power_price_usd_mwh'),
      number(row, 'btc_held_month_end'),
      text(row, 'note'),
      sourceId(db, row),
      text(row, 'confidence'),
      batchId,
    );
  }
}

const divided = (value: number | null, by: number): number | null => (value === null ? null : value / by);

function fillHashprice(db: WritableDb, folder: string): void {
  const insert = db.prepare('INSERT INTO hashprice_observation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const row of readCsv(join(folder, 'hashprice_checks.csv'))) {
    insert.run(
      text(row, 'date'),
      number(row, 'hashprice_usd_per_ph_day'),
      number(row, 'hashprice_btc_per_ph_day'),
      number(row, 'btc_price_usd'),
      divided(number(row, 'network_difficulty_t'), 1e-12),
      number(row, 'network_hashrate_eh_s'),
      divided(number(row, 'fee_share_of_reward_pct'), 100),
      number(row, 'block_subsidy_btc'),
      text(row, 'note'),
      text(row, 'source'),
      text(row, 'source_url'),
      text(row, 'confidence'),
    );
  }
}

/** The source says in words what kind of price it quotes; a quotation that does not is its own kind. */
export function gpuPriceKind(row: CsvRow): GpuPriceKind {
  const scope = row['scope'] ?? '';
  const words = `${scope} ${row['note'] ?? ''}`;
  if (/contract/i.test(words)) return 'contract';
  if (scope.startsWith('list prices')) return 'onDemandList';
  if (scope.startsWith('marketplace offers')) return 'marketplaceOffer';
  return /on-demand/i.test(words) ? 'onDemandQuoted' : 'unstated';
}

/** The same machine under the name of the hardware list; a name without form factor could be two machines. */
const hardwareNames: Readonly<Record<string, string>> = {
  'H200 141GB': 'H200 141GB SXM',
  'B200 180GB': 'B200 192GB',
};

function fillGpuPrices(db: WritableDb, folder: string): void {
  const watts = new Map(
    readCsv(join(folder, 'gpu_models.csv')).map((row) => [
      text(row, 'model'),
      number(row, 'server_power_per_gpu_w'),
    ]),
  );
  const insert = db.prepare(
    `INSERT INTO gpu_price_month VALUES (${Array.from({ length: 14 }, () => '?').join(', ')})`,
  );
  for (const row of readCsv(join(folder, 'gpu_rental_monthly.csv'))) {
    const gpu = text(row, 'gpu') ?? '';
    insert.run(
      text(row, 'month'),
      gpu,
      gpuPriceKind(row),
      number(row, 'usd_per_gpu_hour_median'),
      number(row, 'usd_per_gpu_hour_mean'),
      number(row, 'min'),
      number(row, 'max'),
      number(row, 'n_obs'),
      divided(watts.get(hardwareNames[gpu] ?? gpu) ?? null, 1000),
      text(row, 'scope'),
      text(row, 'note'),
      text(row, 'source'),
      text(row, 'licence'),
      text(row, 'quality'),
    );
  }
}

function fillAnnouncements(db: WritableDb, folder: string, batchId: string): void {
  const insert = db.prepare(
    `INSERT INTO lease_announcement (contract_id, escalator_per_year, average_rent_usd_per_kw_month,
       noi_usd_per_year, noi_basis, noi_margin_share, capex_low_usd, capex_high_usd, quote, batch_id,
       noi_margin_high_share, year_one_rent_usd_per_kw_month, yield_low_share, yield_high_share, source, source_url)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const row of readCsv(join(folder, 'lease_announcements.csv'))) {
    insert.run(
      text(row, 'contract_id'),
      number(row, 'escalator_per_year'),
      number(row, 'average_rent_usd_per_kw_month'),
      number(row, 'noi_usd_per_year'),
      text(row, 'noi_basis'),
      number(row, 'noi_margin_share'),
      number(row, 'capex_low_usd'),
      number(row, 'capex_high_usd'),
      text(row, 'quote'),
      batchId,
      number(row, 'noi_margin_high_share'),
      number(row, 'year_one_rent_usd_per_kw_month'),
      number(row, 'yield_low_share'),
      number(row, 'yield_high_share'),
      text(row, 'source'),
      text(row, 'source_url'),
    );
  }
}

export function fillBackcast(db: WritableDb, folder: string, batchId: string): void {
  fillProduction(db, folder, batchId);
  fillHashprice(db, folder);
  fillGpuPrices(db, folder);
  fillAnnouncements(db, folder, batchId);
}
