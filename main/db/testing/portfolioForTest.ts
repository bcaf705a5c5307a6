import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WritableDb } from '../access.ts';
import { createDatabase } from '../openDatabase.ts';

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'umbau-test-'));
}

/** A portfolio with one company and one site, made up and named so. */
export function portfolioForTest(path: string): WritableDb {
  const db = createDatabase(path);
  db.exec(`
    INSERT INTO meta VALUES ('portfolio_id', 'test'), ('kind', 'own'), ('valuation_month', '2026-12');
    INSERT INTO company (id, name) VALUES ('c1', 'Made-up Mining');
    INSERT INTO site (id, company_id, name) VALUES ('s1', 'c1', 'Made-up Site');
  `);
  return db;
}
