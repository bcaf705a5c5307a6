import { join } from 'node:path';
import type { WritableDb } from '../../../main/db/access.ts';
import { number, readCsv, text } from '../readCsv.ts';

/** R2.1 from block 967,889 (2026-09-20) at 600 s per block; later ones 210,000 × 600 s on. */
const modelledHalvings = [
  ['2028-04-13', 1.5625],
  ['2032-04-10', 0.78125],
  ['2036-04-07', 0.390625],
  ['2040-04-04', 0.1953125],
  ['2044-03-31', 0.09765625],
] as const;

export function fillMarket(db: WritableDb, folder: string): void {
  const month = db.prepare('INSERT INTO market_month VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const row of readCsv(join(folder, 'btc_monthly.csv'))) {
    month.run(
      text(row, 'month'),
      number(row, 'price_usd_close'),
      number(row, 'price_usd_avg'),
      number(row, 'difficulty_avg'),
      number(row, 'hashrate_eh_s_avg'),
      number(row, 'fees_btc'),
      number(row, 'subsidy_btc_per_block'),
      number(row, 'hashprice_usd_per_ph_day_avg'),
      number(row, 'fee_share_of_revenue'),
      text(row, 'fees_quality'),
      text(row, 'network_quality'),
      text(row, 'source'),
    );
  }
  const preset = db.prepare('INSERT INTO preset VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const file of ['presets.csv', 'presets_structure.csv']) {
    for (const row of readCsv(join(folder, file))) {
      preset.run(
        text(row, 'key'),
        number(row, 'low'),
        number(row, 'base'),
        number(row, 'high'),
        text(row, 'unit'),
        text(row, 'basis'),
        text(row, 'note'),
        text(row, 'source'),
        text(row, 'confidence'),
      );
    }
  }
  const halving = db.prepare('INSERT INTO halving VALUES (?, ?, ?)');
  for (const [date, subsidy] of modelledHalvings) halving.run(date, subsidy, 'modelled at 600 s per block');
}
