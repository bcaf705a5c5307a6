import type { ReadableDb } from '../access.ts';

export interface CompanyRecord {
  id: string;
  name: string;
  ticker: string | null;
  exchange: string | null;
  country_hq: string | null;
  founded_year: number | null;
  former_business: string | null;
  fiscal_year_end: string | null;
  strategy_note: string | null;
  former_names: string | null;
}

export function listCompanies(db: ReadableDb): CompanyRecord[] {
  return db.prepare('SELECT * FROM company ORDER BY name, id').all() as CompanyRecord[];
}

export function findCompany(db: ReadableDb, id: string): CompanyRecord | undefined {
  return db.prepare('SELECT * FROM company WHERE id = ?').get(id) as CompanyRecord | undefined;
}
