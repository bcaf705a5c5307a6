import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, userVersion } from '../migrate.ts';
import { applicationId, openDatabase } from '../openDatabase.ts';
import { temporaryFolder } from '../testing/portfolioForTest.ts';
import { migrations } from './index.ts';

test('0100 an older history gets its events: steps when they were made, what is taken back at the last step', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const old = new Database(path);
  old.pragma(`application_id = ${applicationId}`);
  migrate(
    old,
    migrations.filter(({ version }) => version < 100),
    () => undefined,
  );
  old.exec(`
    INSERT INTO change_step (id, label, label_values, created_at, undone) VALUES
      (3, 'input.set', '{}', '2026-01-03', 0), (5, 'input.set', '{}', '2026-01-05', 1),
      (6, 'input.set', '{}', '2026-01-06', 1);
  `);
  old.close();
  const db = openDatabase(path);
  expect(userVersion(db)).toBe(migrations.at(-1)?.version);
  expect(db.prepare('SELECT step_id, act, at, entered_by FROM change_event ORDER BY id').raw().all()).toEqual(
    [
      [3, 'made', '2026-01-03', null],
      [5, 'made', '2026-01-05', null],
      [6, 'made', '2026-01-06', null],
      [6, 'undone', '2026-01-06', null],
      [5, 'undone', '2026-01-06', null],
    ],
  );
  db.exec('DELETE FROM change_step');
  expect(db.prepare('SELECT count(*) FROM change_event').pluck().get()).toBe(0);
  db.close();
});
