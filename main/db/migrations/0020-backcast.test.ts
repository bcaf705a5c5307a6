import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, userVersion } from '../migrate.ts';
import { applicationId, openDatabase, openReadOnly } from '../openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../testing/portfolioForTest.ts';
import { migrations } from './index.ts';

function portfolioOfSchema10(path: string): void {
  const db = new Database(path);
  db.pragma(`application_id = ${applicationId}`);
  migrate(
    db,
    migrations.filter(({ version }) => version === 10),
    () => undefined,
  );
  db.exec(`
    INSERT INTO company (id, name) VALUES ('c1', 'Made-up Mining');
    INSERT INTO site (id, company_id, name) VALUES ('s1', 'c1', 'Made-up Site');
    INSERT INTO own_value VALUES ('s1', 'uptime', 0.9, NULL, 'test', '2026-11-25T00:00:00Z');
    INSERT INTO contract (id, company_id, counterparty, service, status) VALUES ('k1', 'c1', 'X', 'colocation', 'signed');
  `);
  db.close();
}

test('0020 upgrades a portfolio of schema 10: its data stay, and a whole copy of schema 10 lies beside it', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.umbau');
  portfolioOfSchema10(path);
  const db = openDatabase(path);
  expect(userVersion(db)).toBe(migrations.at(-1)?.version);
  expect(db.prepare('SELECT value FROM own_value').get()).toEqual({ value: 0.9 });
  expect(db.prepare('SELECT count(*) AS n FROM production_report').get()).toEqual({ n: 0 });
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
  const copyPath = join(folder, 'a.schema-10.umbau');
  expect(existsSync(copyPath)).toBe(true);
  const copy = openReadOnly(copyPath);
  expect(userVersion(copy)).toBe(10);
  expect(copy.prepare('SELECT name FROM site').get()).toEqual({ name: 'Made-up Site' });
  copy.close();
});

test('0020 an upgraded portfolio has the schema of a new one', () => {
  const folder = temporaryFolder();
  portfolioOfSchema10(join(folder, 'old.umbau'));
  const schemaOf = (db: Database.Database) =>
    db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
  const upgraded = openDatabase(join(folder, 'old.umbau'));
  const fresh = portfolioForTest(join(folder, 'new.umbau'));
  expect(schemaOf(upgraded)).toEqual(schemaOf(fresh));
  upgraded.close();
  fresh.close();
});

test('0020 keeps kinds of prices apart, and goes with the company', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  const price = db.prepare("INSERT INTO gpu_price_month (month, gpu, kind) VALUES ('2026-03', 'H100', ?)");
  price.run('contract');
  price.run('onDemandList');
  expect(() => price.run('contract')).toThrow('UNIQUE');
  expect(() => price.run('spot')).toThrow('CHECK');
  db.exec(
    "INSERT INTO production_report (id, company_id, period, last_month) VALUES ('p', 'c1', 'month', '2026-03')",
  );
  expect(() => db.exec("UPDATE production_report SET period = 'week'")).toThrow('CHECK');
  db.exec("DELETE FROM company WHERE id = 'c1'");
  expect(db.prepare('SELECT count(*) AS n FROM production_report').get()).toEqual({ n: 0 });
  db.close();
});
