import { randomUUID } from 'node:crypto';
import { copyFileSync, chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from '../db/access.ts';
import { createDatabase, openDatabase, translated } from '../db/openDatabase.ts';

export interface OpenPortfolio {
  readonly path: string;
  readonly db: WritableDb;
}

export function openPortfolio(path: string): OpenPortfolio {
  return { path, db: openDatabase(path) };
}

export function samplePath(resourcesFolder: string): string {
  return join(resourcesFolder, 'sample', 'sample.umbau');
}

/** The analyst's own copy of the shipped sample; the shipped file itself is never opened for writing. */
export function openSampleCopy(resourcesFolder: string, userDataFolder: string): OpenPortfolio {
  const shipped = samplePath(resourcesFolder);
  if (!existsSync(shipped)) throw new UserFacingError('portfolio.sampleMissing', { path: shipped });
  mkdirSync(userDataFolder, { recursive: true });
  const copy = join(userDataFolder, 'Sample.umbau');
  if (!existsSync(copy)) {
    copyFileSync(shipped, copy);
    chmodSync(copy, 0o644);
  }
  return openPortfolio(copy);
}

/** An empty portfolio with the shipped assumptions and market history, since those are no company data. */
export function createPortfolio(path: string, resourcesFolder: string): OpenPortfolio {
  const db = createDatabase(path);
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
  return { path, db };
}

function isWritable(folder: string): boolean {
  const probe = join(folder, `.umbau-${randomUUID()}`);
  try {
    writeFileSync(probe, '');
    rmSync(probe);
    return true;
  } catch {
    return false;
  }
}

/** A copy by VACUUM INTO: one file, checked after writing; nothing half-written stays behind. */
export function saveCopy(open: OpenPortfolio, target: string): void {
  if (!isWritable(dirname(target))) throw new UserFacingError('file.notWritable', { path: target });
  const fresh = `${target}.${randomUUID()}`;
  try {
    open.db.prepare('VACUUM INTO ?').run(fresh);
    const check = new Database(fresh, { readonly: true });
    const answer = check.pragma('integrity_check', { simple: true });
    check.close();
    if (answer !== 'ok') throw new UserFacingError('db.damaged', { path: target });
    copyFileSync(fresh, target);
  } catch (error) {
    throw translated(error, target);
  } finally {
    rmSync(fresh, { force: true });
  }
}
