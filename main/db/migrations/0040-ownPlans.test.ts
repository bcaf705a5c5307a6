import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, userVersion } from '../migrate.ts';
import { applicationId, openDatabase } from '../openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../testing/portfolioForTest.ts';
import { migrations } from './index.ts';

function oldPortfolio(path: string, fill: string): void {
  const old = new Database(path);
  old.pragma(`application_id = ${applicationId}`);
  migrate(
    old,
    migrations.filter(({ version }) => version < 40),
    () => undefined,
  );
  old.exec(fill);
  old.close();
}

test('0040 gives an older portfolio the assumptions of own plans, and keeps what it says itself', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  oldPortfolio(
    path,
    `INSERT INTO preset (key, low, base, high, unit) VALUES ('loanTenorMonths', 1, 2, 3, 'months')`,
  );
  const db = openDatabase(path);
  expect(userVersion(db)).toBe(migrations.at(-1)?.version);
  const base = db.prepare('SELECT base FROM preset WHERE key = ?');
  expect(base.get('loanTenorMonths')).toEqual({ base: 2 });
  expect(base.get('loanTargetDscr')).toEqual({ base: 1.3 });
  db.close();
});

test('0040 gives a portfolio without any assumptions none', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  oldPortfolio(path, '');
  const db = openDatabase(path);
  expect(db.prepare('SELECT count(*) AS n FROM preset').get()).toEqual({ n: 0 });
  db.close();
});

test('0040 a plan goes with its site, and its body is JSON', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  const insert = db.prepare("INSERT INTO own_plan VALUES ('p1', 's1', 'A', ?, NULL, '2026-11-25')");
  expect(() => insert.run('{')).toThrow('CHECK');
  insert.run('{}');
  db.exec("DELETE FROM site WHERE id = 's1'");
  expect(db.prepare('SELECT count(*) AS n FROM own_plan').get()).toEqual({ n: 0 });
  db.close();
});
