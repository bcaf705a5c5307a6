import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portfolioForTest, temporaryFolder } from '../testing/portfolioForTest.ts';

test('0060 a site has one choice, which goes with it, and its body is JSON', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  const insert = db.prepare("INSERT INTO difficulty_choice VALUES ('s1', ?, NULL, '2026-11-25')");
  expect(() => insert.run('{')).toThrow('CHECK');
  insert.run('{}');
  expect(() => insert.run('{}')).toThrow('UNIQUE');
  db.exec("DELETE FROM site WHERE id = 's1'");
  expect(db.prepare('SELECT count(*) AS n FROM difficulty_choice').get()).toEqual({ n: 0 });
  db.close();
});
