import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from './access.ts';
import { openFile } from './encryption/openFile.ts';
import { migrate, userVersion } from './migrate.ts';
import type { Migration } from './migrations/index.ts';
import { translated } from './translated.ts';
import { rowCounts, tableNames, type RowCounts } from './tables.ts';
import { writeBeside, writeWholeCopy } from './wholeCopy.ts';

/** What a file held before and after; `measured` is what the caller wanted to know of both. */
export interface Upgrade<T> {
  readonly fromSchema: number;
  readonly toSchema: number;
  readonly keptCopy: string;
  readonly before: { readonly rows: RowCounts; readonly measured: T };
  readonly after: { readonly rows: RowCounts; readonly measured: T };
}

export function keptCopyName(path: string, fromVersion: number): string {
  const stem = path.replace(/\.umbau$/, '');
  let name = `${stem}.schema-${fromVersion}.umbau`;
  for (let count = 2; existsSync(name); count += 1) name = `${stem}.schema-${fromVersion}-${count}.umbau`;
  return name;
}

function migrateFile(path: string, all: readonly Migration[]): void {
  const copy = openFile(path, { fileMustExist: true });
  try {
    migrate(copy, all, () => undefined);
  } finally {
    copy.close();
  }
}

function measureFile<T>(path: string, measure: (db: WritableDb) => T): { rows: RowCounts; measured: T } {
  const copy = openFile(path, { readonly: true, fileMustExist: true });
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new UserFacingError('db.damaged', { path });
    return { rows: rowCounts(copy), measured: measure(copy) };
  } finally {
    copy.close();
  }
}

/**
 * Gives a connection the tables that later schemas brought, empty and outside of the file, so that today's queries can
 * read the older one: what it has no table for, it has none of.
 */
function lendNewerTables(db: WritableDb, all: readonly Migration[]): void {
  const present = new Set(tableNames(db));
  const newest = new Database(':memory:');
  try {
    migrate(newest, all, () => undefined);
    db.pragma('temp_store = MEMORY');
    for (const name of tableNames(newest).filter((table) => !present.has(table))) {
      const sql = newest.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name);
      db.exec(String(sql).replace(/^CREATE TABLE/, 'CREATE TEMP TABLE'));
    }
  } finally {
    newest.close();
  }
}

function failure(error: unknown, path: string, keptCopy: string): UserFacingError {
  const known = translated(error, path);
  // A full or read-only disk is a reason of its own, which the analyst can remove.
  return known instanceof UserFacingError && known.code !== 'db.upgradeFailed'
    ? known
    : new UserFacingError('db.upgradeFailed', { path, copy: keptCopy });
}

/**
 * Brings an older file to the newest schema on a copy, and puts the copy in its place only when it is whole. The file
 * as it was stays beside it. `db` is closed when the copy takes over; whatever fails before leaves the file as it was.
 */
export function upgradeOnCopy<T>(
  db: WritableDb,
  path: string,
  all: readonly Migration[],
  measure: (db: WritableDb) => T,
): Upgrade<T> {
  const fromSchema = userVersion(db);
  const keptCopy = keptCopyName(path, fromSchema);
  writeWholeCopy(db, keptCopy);
  let upgrade: Upgrade<T> | undefined;
  try {
    writeBeside(path, (fresh) => {
      const rows = rowCounts(db);
      lendNewerTables(db, all);
      const before = { rows, measured: measure(db) };
      db.prepare('VACUUM INTO ?').run(fresh);
      migrateFile(fresh, all);
      const after = measureFile(fresh, measure);
      upgrade = { fromSchema, toSchema: all.at(-1)?.version ?? 0, keptCopy, before, after };
      db.close();
      // A log left behind would be replayed into the new file.
      if (existsSync(`${path}-wal`)) throw new UserFacingError('db.openElsewhere', { path });
    });
  } catch (error) {
    throw failure(error, path, keptCopy);
  }
  if (!upgrade) throw new UserFacingError('db.upgradeFailed', { path, copy: keptCopy });
  return upgrade;
}
