import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from './access.ts';
import { migrate, userVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';

/** "Umba" in ASCII: tells a portfolio from any other SQLite file. */
export const applicationId = 0x556d6261;

function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Turns SQLite's refusal into a sentence's code; anything else stays what it is. */
export function translated(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === 'SQLITE_NOTADB') return new UserFacingError('db.notAPortfolio', { path });
  if (code.startsWith('SQLITE_CORRUPT')) return new UserFacingError('db.damaged', { path });
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new UserFacingError('db.openElsewhere', { path });
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_PERM'))
    return new UserFacingError('db.readOnly', { path });
  if (code === 'SQLITE_FULL') return new UserFacingError('db.diskFull', { path });
  return error;
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

function copyName(path: string, fromVersion: number): string {
  const stem = path.replace(/\.umbau$/, '');
  let name = `${stem}.schema-${fromVersion}.umbau`;
  for (let count = 2; existsSync(name); count += 1) name = `${stem}.schema-${fromVersion}-${count}.umbau`;
  return name;
}

/** Opens a portfolio, checks that it is one and whole, and brings it to the newest schema. */
export function openDatabase(path: string): WritableDb {
  if (!existsSync(path)) throw new UserFacingError('db.notFound', { path });
  let db: WritableDb | undefined;
  try {
    db = new Database(path, { fileMustExist: true, timeout: 500 });
    inspect(db, path);
    configure(db);
    // Another process that writes would hold this lock; better to find out now than at the first edit.
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN IMMEDIATE; COMMIT');
    const open = db;
    migrate(open, migrations, (from) => open.prepare('VACUUM INTO ?').run(copyName(path, from)));
    return open;
  } catch (error) {
    db?.close();
    throw translated(error, path);
  }
}

/** A newer schema may mean other things by the same names. */
function refuseFuture(db: WritableDb): void {
  const [found, known] = [userVersion(db), migrations.at(-1)?.version ?? 0];
  if (found > known)
    throw new UserFacingError('db.fromFuture', { found: String(found), known: String(known) });
}

/** Opens a portfolio for reading only: nothing is migrated, nothing is locked. */
export function openReadOnly(path: string): WritableDb {
  if (!existsSync(path)) throw new UserFacingError('db.notFound', { path });
  let db: WritableDb | undefined;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    inspect(db, path);
    refuseFuture(db);
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
