import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portfolioForTest, temporaryFolder } from '../testing/portfolioForTest.ts';

test('0090 a run goes with its site, and what it was told is JSON', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  const insert = db.prepare(
    `INSERT INTO monte_carlo_run VALUES ('r1', 's1', 'A', '2026-11-25', NULL, 1, 100, '1', 'p', 'h', ?, '{}', '{}', 'x', 'y')`,
  );
  expect(() => insert.run('{')).toThrow('CHECK');
  insert.run('{}');
  db.exec("DELETE FROM site WHERE id = 's1'");
  expect(db.prepare('SELECT count(*) AS n FROM monte_carlo_run').get()).toEqual({ n: 0 });
  db.close();
});
