import type { ReadableDb } from '../../db/access.ts';
import type { RowApart, RowCells } from './rowsApart.ts';

/** The company and the site that a row belongs to. */
export interface Subject {
  readonly companyId: string | null;
  readonly companyName: string | null;
  readonly siteId: string | null;
  readonly siteName: string | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly companyId: string | null;
}

function listed(sql: string, states: readonly ReadableDb[]): ReadonlyMap<string, Named> {
  // The later state comes last, so its names are the ones told.
  return new Map(states.flatMap((db) => (db.prepare(sql).all() as Named[]).map((one) => [one.id, one])));
}

const text = (row: RowCells, column: string): string | null => {
  const value = row[column];
  return typeof value === 'string' ? value : null;
};

/** Finds what a row is about, with the names of the later state and, where it is gone, of the earlier one. */
export function subjectFinder(earlier: ReadableDb, later: ReadableDb): (row: RowApart) => Subject {
  const states = [earlier, later];
  const companies = listed('SELECT id, name, NULL AS companyId FROM company', states);
  const sites = listed('SELECT id, name, company_id AS companyId FROM site', states);
  const contracts = listed("SELECT id, '' AS name, company_id AS companyId FROM contract", states);
  const runs = listed('SELECT id, subject_kind AS name, subject_id AS companyId FROM run', states);
  const figures = states.map((db) => db.prepare('SELECT subject_kind, subject_id FROM figure WHERE id = ?'));
  /** What a figure is about, for a file that is attached to it. */
  const ofFigure = (id: string | null): RowCells =>
    id === null ? {} : (figures.map((one) => one.get(id) as RowCells | undefined).findLast(Boolean) ?? {});
  const ofSite = (id: string): Subject => {
    const site = sites.get(id);
    return { ...ofCompany(site?.companyId ?? null), siteId: id, siteName: site?.name ?? id };
  };
  const ofCompany = (id: string | null): Subject => ({
    companyId: id,
    companyName: id === null ? null : (companies.get(id)?.name ?? id),
    siteId: null,
    siteName: null,
  });
  return ({ table, before, after }) => {
    const own = after ?? before ?? {};
    const row = { ...ofFigure(text(own, 'figure_id')), ...own };
    const id = text(row, 'id');
    if (table === 'company') return ofCompany(id);
    if (table === 'site' && id !== null) return ofSite(id);
    const run = runs.get(text(row, 'run_id') ?? '');
    const kind = run?.name ?? text(row, 'subject_kind');
    const subjectId = run?.companyId ?? text(row, 'subject_id');
    if (kind === 'site' && subjectId !== null) return ofSite(subjectId);
    if (kind === 'company') return ofCompany(subjectId);
    const siteId = text(row, 'site_id');
    if (siteId !== null) return ofSite(siteId);
    const contract = contracts.get(text(row, 'contract_id') ?? '');
    return ofCompany(text(row, 'company_id') ?? contract?.companyId ?? null);
  };
}
