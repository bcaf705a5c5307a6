import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, userVersion } from '../migrate.ts';
import { applicationId, openDatabase } from '../openDatabase.ts';
import { portfolioForTest, temporaryFolder } from '../testing/portfolioForTest.ts';
import { migrations } from './index.ts';

test('0070 an older portfolio keeps its sources and figures, without page, date or file', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const old = new Database(path);
  old.pragma(`application_id = ${applicationId}`);
  migrate(
    old,
    migrations.filter(({ version }) => version < 70),
    () => undefined,
  );
  old.exec(`
    INSERT INTO source (id, title, url) VALUES (7, '10-Q', 'https://example.org/10q');
    INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit, source_id)
      VALUES ('f', 'company', 'c', 'cash_usd', 'known', 5, 'USD', 7);
  `);
  old.close();
  const db = openDatabase(path);
  expect(userVersion(db)).toBe(migrations.at(-1)?.version);
  expect(db.prepare('SELECT * FROM source').all()).toEqual([
    { id: 7, title: '10-Q', url: 'https://example.org/10q', published_on: null },
  ]);
  expect(db.prepare('SELECT value, source_page FROM figure').all()).toEqual([
    { value: 5, source_page: null },
  ]);
  expect(db.prepare('SELECT count(*) AS n FROM attachment').get()).toEqual({ n: 0 });
  db.close();
});

test('0070 an attachment belongs to exactly one record and names bytes that are there', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  const hash = 'a'.repeat(64);
  db.exec("INSERT INTO source (id, title) VALUES (1, 'x')");
  db.exec(
    "INSERT INTO contract (id, company_id, counterparty, service, status) VALUES ('k', 'c1', 'x', 'y', 'z')",
  );
  const add = (sha256: string, contract: string | null, source: number | null) =>
    db
      .prepare(
        "INSERT INTO attachment VALUES ('a', NULL, ?, ?, ?, 'a.pdf', 'application/pdf', 3, NULL, '2026-11-25')",
      )
      .run(contract, source, sha256);
  expect(() => add(hash, 'k', null)).toThrow('FOREIGN KEY');
  expect(() =>
    db.prepare('INSERT INTO attached_content VALUES (?, ?)').run('ab', Buffer.from('abc')),
  ).toThrow('CHECK');
  db.prepare('INSERT INTO attached_content VALUES (?, ?)').run(hash, Buffer.from('abc'));
  expect(() => add(hash, 'k', 1)).toThrow('CHECK');
  expect(() => add(hash, null, null)).toThrow('CHECK');
  add(hash, 'k', null);
  expect(() => db.exec('DELETE FROM attached_content')).toThrow('FOREIGN KEY');
  db.close();
});
