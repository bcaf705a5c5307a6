import type { ReadableDb } from '../access.ts';

/** Energised grid MW of each site of a company, the newest that counts; null where it is not known. */
export function energisedMwOfSites(db: ReadableDb, companyId: string): (number | null)[] {
  const rows = db
    .prepare(
      `SELECT (SELECT value FROM figure
         WHERE subject_kind = 'site' AND subject_id = site.id AND field = 'energised_mw' AND superseded = 0
           AND coalesce(basis, '') <> 'critical IT MW'
         ORDER BY as_of DESC, id LIMIT 1) AS mw
       FROM site WHERE company_id = ? ORDER BY id`,
    )
    .all(companyId) as { mw: number | null }[];
  return rows.map(({ mw }) => mw);
}

/** The mining site with the most energised power, else any such site; it stands for the others in a trial. */
export function largestSite(db: ReadableDb, companyId: string | null): string | null {
  const row = db
    .prepare(
      `SELECT site.id AS id FROM site JOIN figure ON figure.subject_kind = 'site' AND subject_id = site.id
       WHERE field = 'energised_mw' AND superseded = 0 AND (? IS NULL OR company_id = ?)
       ORDER BY coalesce(current_use, '') NOT IN ('mining', 'mixed'), value DESC, site.id LIMIT 1`,
    )
    .get(companyId, companyId) as { id: string } | undefined;
  return row?.id ?? null;
}

/** Hashes of the data that dismissed faults rest on, by fault. */
export function dismissals(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = db.prepare('SELECT fault_id, data_hash FROM fault_dismissal').all() as {
    fault_id: string;
    data_hash: string;
  }[];
  return new Map(rows.map((row) => [row.fault_id, row.data_hash]));
}
