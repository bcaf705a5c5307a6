import type { Inside } from '../../shared/domain/backup.ts';
import type { WritableDb } from './access.ts';
import { openFile } from './encryption/openFile.ts';
import { userVersion } from './migrate.ts';
import { applicationId } from './openDatabase.ts';
import { tableNames } from './tables.ts';

/** What a portfolio holds, of whatever schema. */
export function insideOf(db: WritableDb): Inside {
  const tables = new Set(tableNames(db));
  const count = (table: 'company' | 'site' | 'contract'): number =>
    tables.has(table) ? (db.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n : 0;
  const newest = tables.has('change_step')
    ? (db.prepare('SELECT max(created_at) AS at FROM change_step').get() as { at: string | null }).at
    : null;
  return {
    companyCount: count('company'),
    siteCount: count('site'),
    contractCount: count('contract'),
    lastChangeAt: newest,
    schemaVersion: userVersion(db),
  };
}

/** What a file holds, read without opening it for writing; null where it is no portfolio or cannot be read. */
export function insideOfFile(path: string): Inside | null {
  let db: WritableDb | undefined;
  try {
    db = openFile(path, { readonly: true, fileMustExist: true });
    return Number(db.pragma('application_id', { simple: true })) === applicationId ? insideOf(db) : null;
  } catch {
    return null;
  } finally {
    db?.close();
  }
}
