import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { migrate, userVersion } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { applicationId, openDatabase } from '../db/openDatabase.ts';
import { temporaryFolder } from '../db/testing/portfolioForTest.ts';
import { upgradeOnCopy } from '../db/upgradeOnCopy.ts';
import { openPortfolio } from './openPortfolio.ts';
import { siteHeadlines, upgradeReport } from './upgradeReport.ts';

/** A file as an earlier version left it, with one company and one site, made up. */
function oldFile(version: number): string {
  const path = join(temporaryFolder(), 'Old.umbau');
  const old = new Database(path);
  old.pragma(`application_id = ${applicationId}`);
  migrate(
    old,
    migrations.filter((step) => step.version <= version),
    () => undefined,
  );
  old.exec(`
    INSERT INTO meta VALUES ('portfolio_id', 'old'), ('valuation_month', '2026-12');
    INSERT INTO company (id, name) VALUES ('c1', 'Made-up Mining');
    INSERT INTO site (id, company_id, name) VALUES ('s1', 'c1', 'Made-up Site');
  `);
  old.close();
  return path;
}

test('P23 opening an older file tells rows before and after, and keeps the old file whole', () => {
  const path = oldFile(10);
  const { db, upgrade } = openPortfolio(path);
  expect(userVersion(db)).toBe(migrations.at(-1)?.version);
  expect(upgrade).toMatchObject({ fromSchema: 10, siteCount: 1, comparedSites: 1, changedSites: [] });
  expect(upgrade?.tables).toContainEqual({ name: 'site', before: 1, after: 1 });
  expect(upgrade?.tables).toContainEqual({ name: 'own_plan', before: null, after: 0 });
  db.close();
  const kept = new Database(upgrade?.keptCopy ?? '', { readonly: true });
  expect(userVersion(kept)).toBe(10);
  expect(kept.pragma('integrity_check', { simple: true })).toBe('ok');
  kept.close();
  // The second opening has nothing to tell.
  const again = openPortfolio(path);
  expect(again.upgrade).toBeUndefined();
  again.db.close();
});

test('P23 a site whose results an upgrade changes is named with both', () => {
  const before = new Map([['s1', { name: 'A', verdict: 'undecided', bestNpvUsd: 1 }]]);
  const after = new Map([
    ['s1', { name: 'A', verdict: 'undecided', bestNpvUsd: 2 }],
    ['s2', { name: 'B', verdict: 'undecided', bestNpvUsd: null }],
  ]);
  const rows = { site: 2 };
  const report = upgradeReport({
    fromSchema: 1,
    toSchema: 2,
    keptCopy: '',
    before: { rows, measured: before },
    after: { rows, measured: after },
  });
  expect(report).toMatchObject({ siteCount: 2, comparedSites: 1 });
  expect(report.changedSites).toEqual([
    {
      id: 's1',
      name: 'A',
      before: { verdict: 'undecided', bestNpvUsd: 1 },
      after: { verdict: 'undecided', bestNpvUsd: 2 },
    },
  ]);
});

test('P23 headlines are the engine’s: a site without data is not computable, and that is no zero', () => {
  const path = oldFile(migrations.at(-1)?.version ?? 0);
  const db = openDatabase(path);
  expect(siteHeadlines(db).get('s1')).toEqual({
    name: 'Made-up Site',
    verdict: 'not computable',
    bestNpvUsd: null,
  });
  db.close();
});

test('P23 a failed migration leaves the file byte for byte, with a copy beside it and no remains', () => {
  const path = oldFile(10);
  const before = readFileSync(path);
  const broken = {
    version: 9000,
    file: 'broken',
    up: (db: Database.Database) => void db.exec('DELETE FROM company; ALTER TABLE none ADD z'),
  };
  const db = new Database(path);
  let thrown: unknown;
  try {
    upgradeOnCopy(db, path, [...migrations, broken], () => null);
  } catch (error) {
    thrown = error;
  }
  db.close();
  const kept = join(path, '..', 'Old.schema-10.umbau');
  expect(thrown).toBeInstanceOf(UserFacingError);
  expect(thrown).toMatchObject({ code: 'db.upgradeFailed', values: { path, copy: kept } });
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(existsSync(kept)).toBe(true);
  expect(readdirSync(join(path, '..')).toSorted()).toEqual(['Old.schema-10.umbau', 'Old.umbau']);
});
