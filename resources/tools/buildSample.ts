import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WritableDb } from '../../main/db/access.ts';
import { createDatabase } from '../../main/db/openDatabase.ts';
import { asicModels } from './sample/asicModels.ts';
import { fillBackcast } from './sample/fillBackcast.ts';
import { fillCompanies } from './sample/fillCompanies.ts';
import { fillMarket } from './sample/fillMarket.ts';
import { fillSites } from './sample/fillSites.ts';

/*
 * Turns the checked-in CSV files into the shipped sample portfolio. Nothing here depends on clock, machine or order
 * of the file system, so the same CSV files give the same database content.
 */

const dataFolder = join(import.meta.dirname, '../app/data');
const sampleFolder = join(import.meta.dirname, '../../out/app/sample');
const files = [
  'companies.csv',
  'company_facts.csv',
  'sites.csv',
  'contracts.csv',
  'debt_instruments.csv',
  'identity_history.csv',
  'btc_monthly.csv',
  'presets.csv',
  'presets_structure.csv',
  'production_checks.csv',
  'hashprice_checks.csv',
  'gpu_rental_monthly.csv',
  'gpu_models.csv',
  'lease_announcements.csv',
];
const batchId = 'sample';

function hashOf(names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(readFileSync(join(dataFolder, name)));
  return hash.digest('hex');
}

function fillMeta(db: WritableDb): void {
  const insert = db.prepare('INSERT INTO meta VALUES (?, ?)');
  insert.run('portfolio_id', `sample-${hashOf(files).slice(0, 12)}`);
  insert.run('kind', 'sampleCopy');
  insert.run('sample_as_of', '2026-10-07');
  insert.run('valuation_month', '2026-12');
  insert.run('presets_version', hashOf(['presets.csv', 'presets_structure.csv']).slice(0, 12));
  insert.run('data_version', hashOf(files).slice(0, 12));
}

function build(): void {
  mkdirSync(sampleFolder, { recursive: true });
  const path = join(sampleFolder, 'sample.umbau');
  for (const ending of ['', '-wal', '-shm', '.building']) rmSync(path + ending, { force: true });
  const db = createDatabase(`${path}.building`);
  db.prepare('INSERT INTO import_batch VALUES (?, ?, ?)').run(batchId, 'Sample portfolio', '2026-10-07');
  db.transaction(() => {
    fillMeta(db);
    fillCompanies(db, dataFolder, batchId);
    fillSites(db, dataFolder, batchId);
    fillMarket(db, dataFolder);
    fillBackcast(db, dataFolder, batchId);
  })();
  db.prepare('VACUUM INTO ?').run(path);
  db.close();
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}.building${ending}`, { force: true });
  chmodSync(path, 0o444);
  writeFileSync(join(sampleFolder, 'asic_models.json'), `${JSON.stringify(asicModels(dataFolder))}\n`);
  process.stdout.write(`Sample portfolio built: ${path}\n`);
}

build();
