import { join } from 'node:path';
import { expect, test } from 'vitest';
import { portfolioForTest, temporaryFolder } from '../testing/portfolioForTest.ts';

test('0080 a scenario has one row, and its body is JSON', () => {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  const insert = db.prepare("INSERT INTO scenario VALUES ('scenario-001', 'Mine', ?, NULL, '2026-11-25')");
  expect(() => insert.run('{')).toThrow('CHECK');
  insert.run('{}');
  expect(() => insert.run('{}')).toThrow('UNIQUE');
  db.close();
});
