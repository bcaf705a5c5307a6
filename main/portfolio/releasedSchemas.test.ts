import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { siteFigures } from '../../shared/engine/analysis/analyseSite.ts';
import { siteEvidence } from '../analysis/siteView.ts';
import { listSteps, redoNext, undoLast } from '../db/history/changeLog.ts';
import { userVersion } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { listCompanies } from '../db/repositories/companyRepository.ts';
import { listSites } from '../db/repositories/siteRepository.ts';
import { temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { openPortfolio } from './openPortfolio.ts';

/*
 * Files that released versions wrote themselves: the sample after three edits, the last of them undone
 * (resources/tools/makeProfile.ts). They are kept as they are.
 */

const folder = join(import.meta.dirname, '../../e2e/profiles/releases');
const released = readdirSync(folder).toSorted();

function unpacked(name: string): string {
  const path = join(temporaryFolder(), 'Kept.umbau');
  writeFileSync(path, gunzipSync(readFileSync(join(folder, name))));
  return path;
}

test('files of the schemas released so far are kept', () => {
  expect(released.length).toBeGreaterThanOrEqual(5);
});

test.each(released)('P23 %s opens: data, edits and undo are as they were left', (name) => {
  const { db, upgrade } = openPortfolio(unpacked(name));
  expect(userVersion(db)).toBe(migrations.at(-1)?.version);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect([listCompanies(db).length, listSites(db).length]).toEqual([20, 87]);
  // Presets that own plans need came with schema 40; no other table gains or loses a row.
  const moved = upgrade?.tables.filter(({ before, after }) => before !== null && before !== after) ?? [];
  expect(
    moved.filter((table) => table.name !== 'preset' || (table.after ?? 0) < (table.before ?? 0)),
  ).toEqual([]);
  const own = () => db.prepare('SELECT key, value FROM own_value ORDER BY key').all();
  const left = [
    { key: 'rentYear1UsdPerKwMonth', value: 120 },
    { key: 'uptime', value: 0.9 },
  ];
  expect(own()).toEqual(left);
  expect(listSteps(db).filter(({ undone }) => undone)).toHaveLength(1);
  redoNext(db);
  expect(own()).toContainEqual({ key: 'miningPue', value: 1.2 });
  undoLast(db);
  undoLast(db);
  expect(own()).toEqual(left.slice(0, 1));
  const figures = siteFigures(siteEvidence(db, 'riot-corsicana'));
  expect(figures.strategies.filter(({ computable }) => computable).length).toBeGreaterThanOrEqual(5);
  db.close();
});
