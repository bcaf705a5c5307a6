import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, userVersion } from '../migrate.ts';
import { applicationId, openDatabase } from '../openDatabase.ts';
import { temporaryFolder } from '../testing/portfolioForTest.ts';
import { migrations } from './index.ts';

test('0050 an older portfolio keeps its data and starts with no setting and no dismissed fault', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const old = new Database(path);
  old.pragma(`application_id = ${applicationId}`);
  migrate(
    old,
    migrations.filter(({ version }) => version < 50),
    () => undefined,
  );
  old.exec("INSERT INTO company (id, name) VALUES ('c1', 'Made-up Mining')");
  old.close();
  const db = openDatabase(path);
  expect(userVersion(db)).toBe(migrations.at(-1)?.version);
  expect(db.prepare('SELECT name FROM company').all()).toEqual([{ name: 'Made-up Mining' }]);
  expect(db.prepare('SELECT count(*) AS n FROM portfolio_setting').get()).toEqual({ n: 0 });
  expect(db.prepare('SELECT count(*) AS n FROM fault_dismissal').get()).toEqual({ n: 0 });
  db.close();
});

test('0050 a fault is put aside only with the whole hash of its data', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const db = new Database(path);
  migrate(db, migrations, () => undefined);
  const insert = db.prepare("INSERT INTO fault_dismissal VALUES ('f', ?, NULL, '2026-11-25')");
  expect(() => insert.run('ab')).toThrow('CHECK');
  insert.run('0'.repeat(64));
  db.close();
});
