import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portfolioForTest, temporaryFolder } from '../testing/portfolioForTest.ts';

test('0071 a fleet goes with its site, and what is not known is no number', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  const insert = db.prepare(
    "INSERT INTO fleet (id, site_id, model, units, hashrate_th_s, efficiency_j_th) VALUES (?, 's1', 'S21', ?, ?, ?)",
  );
  insert.run('a', null, null, null);
  insert.run('b', 0, 200, 17.5);
  expect(() => insert.run('c', -1, 200, 17.5)).toThrow('CHECK');
  expect(() => insert.run('d', 1, 200, 0)).toThrow('CHECK');
  db.exec("DELETE FROM site WHERE id = 's1'");
  expect(db.prepare('SELECT count(*) FROM fleet').pluck().get()).toBe(0);
  db.close();
});
