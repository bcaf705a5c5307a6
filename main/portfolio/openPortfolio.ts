import { randomUUID } from 'node:crypto';
import { copyFileSync, chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { UpgradeReport } from '../../shared/domain/backup.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from '../db/access.ts';
import { createDatabase, openUpgraded } from '../db/openDatabase.ts';
import { writeBeside, writeWholeCopy } from '../db/wholeCopy.ts';
import { siteHeadlines, upgradeReport } from './upgradeReport.ts';

export interface OpenPortfolio {
  readonly path: string;
  readonly db: WritableDb;
  /** Only where the file was of an older schema. */
  readonly upgrade?: UpgradeReport;
}

export function openPortfolio(path: string): OpenPortfolio {
  const { db, upgrade } = openUpgraded(path, siteHeadlines);
  return upgrade === null ? { path, db } : { path, db, upgrade: upgradeReport(upgrade) };
}

export function samplePath(resourcesFolder: string): string {
  return join(resourcesFolder, 'sample', 'sample.umbau');
}

/** The analyst's own copy of the shipped sample; the shipped file itself is never opened for writing. @returns its path */
export function sampleCopy(resourcesFolder: string, userDataFolder: string): string {
  const shipped = samplePath(resourcesFolder);
  if (!existsSync(shipped)) throw new UserFacingError('portfolio.sampleMissing', { path: shipped });
  mkdirSync(userDataFolder, { recursive: true });
  const copy = join(userDataFolder, 'Sample.umbau');
  if (!existsSync(copy)) {
    copyFileSync(shipped, copy);
    chmodSync(copy, 0o644);
  }
  return copy;
}

function fillNew(db: WritableDb, resourcesFolder: string): void {
  const shipped = samplePath(resourcesFolder);
  if (existsSync(shipped)) {
    db.prepare('ATTACH DATABASE ? AS sample').run(shipped);
    db.transaction(() => {
      for (const table of ['preset', 'market_month', 'halving', 'hashprice_observation', 'gpu_price_month'])
        db.exec(`INSERT INTO main.${table} SELECT * FROM sample.${table}`);
      db.exec(
        "INSERT INTO main.meta SELECT * FROM sample.meta WHERE key IN ('presets_version', 'valuation_month')",
      );
    })();
    db.exec('DETACH DATABASE sample');
  }
  const insert = db.prepare('INSERT INTO meta VALUES (?, ?)');
  insert.run('portfolio_id', randomUUID());
  insert.run('kind', 'own');
}

/** An empty portfolio with the shipped assumptions and market history, since those are no company data. */
export function createPortfolio(path: string, resourcesFolder: string): void {
  writeBeside(path, (fresh) => {
    const db = createDatabase(fresh);
    try {
      fillNew(db, resourcesFolder);
    } finally {
      db.close();
    }
  });
}

/** A copy by VACUUM INTO: one file, checked after writing; nothing half-written stays behind. */
export function saveCopy(open: OpenPortfolio, target: string): void {
  writeWholeCopy(open.db, target);
}
