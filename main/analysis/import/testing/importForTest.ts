import { join } from 'node:path';
import type { ImportPlan } from '../../../../shared/domain/tableImport.ts';
import { frameTable } from '../../../../shared/exchange/import/frameTable.ts';
import { proposeColumns } from '../../../../shared/exchange/import/proposePlan.ts';
import type { WritableDb } from '../../../db/access.ts';
import { portfolioForTest, temporaryFolder } from '../../../db/testing/portfolioForTest.ts';
import { pastedTable } from '../../../exchange/import/openTable.ts';
import { inTurns } from '../../../exchange/import/unblocked.ts';
import { examine, importRows, type ExaminedTable } from '../importRun.ts';

const now = '2026-11-25T00:00:00.000Z';
const tables = [
  'company',
  'site',
  'contract',
  'figure',
  'production_report',
  'market_month',
  'source',
  'import_batch',
];

export function everything(db: WritableDb): unknown {
  return tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1`).all());
}

/** A portfolio with a site of one figure and a contract without a site. */
export function portfolio(): WritableDb {
  const db = portfolioForTest(join(temporaryFolder(), 'a.umbau'));
  db.exec(`
    INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit, basis, as_of, superseded)
      VALUES ('f1', 'site', 's1', 'energised_mw', 'known', 40, 'MW', 'grid MW', '2026-06-30', 0);
    INSERT INTO contract (id, company_id, counterparty, service, status, signed_date)
      VALUES ('k1', 'c1', 'Client', 'colocation', 'signed', '2026-01');
  `);
  return db;
}

/** A pasted table, read as its heads propose. */
export async function examined(
  db: WritableDb,
  profile: ImportPlan['profile'],
  text: string,
  more: Partial<ImportPlan> = {},
): Promise<ExaminedTable> {
  const table = frameTable(await pastedTable(text));
  const columns = proposeColumns(profile, table.heads);
  const plan = { profile, columns, company: null, asOf: null, source: { title: null, url: null }, ...more };
  const found = await examine(db, { table, plan }, { language: 'en', enteredBy: 'A' }, inTurns());
  if (!found) throw new Error('stopped');
  return found;
}

export const take = { choices: [], fileName: 'a.csv', now };
export const run = (db: WritableDb, found: ExaminedTable, how: Parameters<typeof importRows>[2] = take) =>
  importRows(db, found, how, () => inTurns(), 'en');
