import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate, userVersion } from '../migrate.ts';
import { applicationId, openDatabase } from '../openDatabase.ts';
import { temporaryFolder } from '../testing/portfolioForTest.ts';
import { migrations } from './index.ts';

test('0030 keeps a briefing that was issued before, and says that it has no hash', () => {
  const path = join(temporaryFolder(), 'a.umbau');
  const old = new Database(path);
  old.pragma(`application_id = ${applicationId}`);
  migrate(
    old,
    migrations.filter(({ version }) => version < 30),
    () => undefined,
  );
  old.exec(`
    INSERT INTO run VALUES ('r1', '2026-11-25', 'site', 's1', 1, '1.0.0', 'd', '[]', '[]', 'h');
    INSERT INTO briefing VALUES ('b1', 'r1', '2026-11-25', 'de', 'A', 'keine', '{}', 'p');
  `);
  old.close();
  const db = openDatabase(path);
  expect(userVersion(db)).toBe(migrations.at(-1)?.version);
  expect(db.prepare('SELECT id, content_sha256 FROM briefing').get()).toEqual({
    id: 'b1',
    content_sha256: null,
  });
  db.close();
});
