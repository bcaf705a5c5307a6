import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from './access.ts';
import { openFile } from './encryption/openFile.ts';
import { migrate, userVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { translated } from './translated.ts';
import { upgradeOnCopy, type Upgrade } from './upgradeOnCopy.ts';

/** "Umba" in ASCII: tells a portfolio from any other SQLite file. */
export const applicationId = 0x556d6261;

export function newestSchema(): number {
  return migrations.at(-1)?.version ?? 0;
}

function inspect(db: WritableDb, path: string): void {
  const id = Number(db.pragma('application_id', { simple: true }));
  if (id !== applicationId) throw new UserFacingError('db.notAPortfolio', { path });
  const check = db.pragma('quick_check', { simple: true });
  if (check !== 'ok') throw new UserFacingError('db.damaged', { path });
}

function configure(db: WritableDb): void {
  db.pragma('journal_mode = WAL');
  // A commit that was reported saved must survive a power cut.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
}

/** Opens a file and takes it for this process alone; nothing in it is changed. */
function openLocked(path: string): WritableDb {
  let db: WritableDb | undefined;
  try {
    db = openFile(path, { fileMustExist: true, timeout: 500 });
    inspect(db, path);
    refuseFuture(db, path);
    configure(db);
    // Another process that writes would hold this lock; better to find out now than at the first edit.
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN IMMEDIATE; COMMIT');
    return db;
  } catch (error) {
    db?.close();
    throw translated(error, path);
  }
}

/** Opens a portfolio, checks that it is one and whole, and brings an older one to the newest schema on a copy. */
export function openUpgraded<T>(
  path: string,
  measure: (db: WritableDb) => T,
): { db: WritableDb; upgrade: Upgrade<T> | null } {
  if (!existsSync(path)) throw new UserFacingError('db.notFound', { path });
  const db = openLocked(path);
  if (userVersion(db) === newestSchema()) return { db, upgrade: null };
  try {
    const upgrade = upgradeOnCopy(db, path, migrations, measure);
    return { db: openLocked(path), upgrade };
  } finally {
    db.close();
  }
}

export function openDatabase(path: string): WritableDb {
  return openUpgraded(path, () => null).db;
}

/** A newer schema may mean other things by the same names. */
function refuseFuture(db: WritableDb, path: string): void {
  const [found, known] = [userVersion(db), newestSchema()];
  if (found > known)
    throw new UserFacingError('db.fromFuture', { path, found: String(found), known: String(known) });
}

/** Opens a portfolio for reading only: nothing is migrated, nothing is locked. */
export function openReadOnly(path: string): WritableDb {
  if (!existsSync(path)) throw new UserFacingError('db.notFound', { path });
  let db: WritableDb | undefined;
  try {
    db = openFile(path, { readonly: true, fileMustExist: true });
    inspect(db, path);
    refuseFuture(db, path);
    return db;
  } catch (error) {
    db?.close();
    throw translated(error, path);
  }
}

/** Creates an empty portfolio file; refuses to touch an existing one. */
export function createDatabase(path: string): WritableDb {
  if (existsSync(path)) throw new UserFacingError('portfolio.fileExists', { path });
  try {
    const db = new Database(path);
    db.pragma(`application_id = ${applicationId}`);
    configure(db);
    migrate(db, migrations, () => undefined);
    return db;
  } catch (error) {
    throw translated(error, path);
  }
}
