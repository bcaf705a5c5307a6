import Database from 'better-sqlite3';
import type { StoredPortfolio } from '../../shared/exchange/portfolioDocument.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { applicationId } from './openDatabase.ts';
import { fillFromStored } from './storedTables.ts';
import { rowCounts } from './tables.ts';
import { checkCopy, writeBeside } from './wholeCopy.ts';

/** What a document can hold that the tables refuse: a text where a number belongs, a missing or doubled key. */
function isRefusedRow(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_MISMATCH' || code === 'SQLITE_ERROR';
}

/** Writes a portfolio file from its rows: checked like every copy, whole or not at all. */
export function createFromStored(target: string, stored: StoredPortfolio): void {
  writeBeside(target, (fresh) => {
    const db = new Database(fresh);
    try {
      db.pragma(`application_id = ${applicationId}`);
      fillFromStored(db, stored);
      checkCopy(fresh, rowCounts(db));
    } catch (error) {
      throw isRefusedRow(error) ? new UserFacingError('exchange.damagedJson', { path: target }) : error;
    } finally {
      db.close();
    }
  });
}
