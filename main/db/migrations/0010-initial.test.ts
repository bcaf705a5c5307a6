import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portfolioForTest, temporaryFolder } from '../testing/portfolioForTest.ts';

test('0010 keeps known, zero and not applicable apart, and refuses a known figure without value', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  const insert = db.prepare(
    "INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit) VALUES (?, 'site', 's1', 'x_mw', ?, ?, 'MW')",
  );
  insert.run('zero', 'known', 0);
  insert.run('none', 'notApplicable', null);
  expect(() => insert.run('empty', 'known', null)).toThrow('CHECK');
  expect(() => insert.run('both', 'notApplicable', 5)).toThrow('CHECK');
  expect(() => insert.run('text', 'known', 'much')).toThrow();
  db.close();
});

test('0010 removes a company with its sites, and refuses a site of nobody', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  expect(() => db.exec("INSERT INTO site (id, company_id, name) VALUES ('s2', 'nobody', 'x')")).toThrow(
    'FOREIGN KEY',
  );
  db.exec("DELETE FROM company WHERE id = 'c1'");
  expect(db.prepare('SELECT count(*) AS n FROM site').get()).toEqual({ n: 0 });
  db.close();
});
