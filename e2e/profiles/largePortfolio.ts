import { copyFileSync, chmodSync } from 'node:fs';
import { openDatabase } from '../../main/db/openDatabase.ts';

/** The sample with ten thousand made-up sites more, each with two made-up figures: for the size alone. */
export function writeLargePortfolio(sample: string, path: string, sites: number): void {
  copyFileSync(sample, path);
  chmodSync(path, 0o644);
  const db = openDatabase(path);
  db.transaction(() => {
    db.prepare(
      `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       INSERT INTO site (id, company_id, name, country, status, current_use)
       SELECT 'made-' || i, 'riot', printf('Made site %05d', i), 'US', 'operating', 'mining' FROM n`,
    ).run(sites);
    db.prepare(
      `INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit, basis)
       SELECT id || '.' || field, 'site', id, field, 'known', 10 + CAST(substr(id, 6) AS INTEGER) % 90, 'MW', 'grid MW'
       FROM site, (SELECT 'energised_mw' AS field UNION ALL SELECT 'contracted_mw') WHERE id LIKE 'made-%'`,
    ).run();
  })();
  db.close();
}
