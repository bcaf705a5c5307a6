import type { Figure } from '../../../shared/domain/figure.ts';
import type { SiteRow } from '../../../shared/domain/site.ts';
import type { ReadableDb } from '../access.ts';
import { currentFigure, figuresBySubject } from './figureRepository.ts';
import { toConfidence } from './rows.ts';

export interface SiteRecord {
  id: string;
  company_id: string;
  company_name: string;
  name: string;
  city_region: string | null;
  country: string | null;
  grid_operator: string | null;
  energy_source: string | null;
  status: string | null;
  cooling: string | null;
  current_use: string | null;
  ownership: string | null;
  fibre_note: string | null;
  climate_note: string | null;
  note: string | null;
  source_id: number | null;
  confidence: string | null;
}

const select =
  'SELECT site.*, company.name AS company_name FROM site JOIN company ON company.id = site.company_id';

export function findSite(db: ReadableDb, id: string): SiteRecord | undefined {
  return db.prepare(`${select} WHERE site.id = ?`).get(id) as SiteRecord | undefined;
}

export function toSiteRow(record: SiteRecord, figures: readonly Figure[]): SiteRow {
  return {
    id: record.id,
    companyId: record.company_id,
    companyName: record.company_name,
    name: record.name,
    cityRegion: record.city_region,
    country: record.country,
    gridOperator: record.grid_operator,
    status: record.status,
    currentUse: record.current_use,
    cooling: record.cooling === 'unknown' ? null : record.cooling,
    requestedMw: currentFigure(figures, 'requested_mw'),
    contractedMw: currentFigure(figures, 'contracted_mw'),
    energisedMw: currentFigure(figures, 'energised_mw'),
    hashrateEhS: currentFigure(figures, 'hashrate_eh_s'),
    aiItMw: currentFigure(figures, 'ai_it_mw'),
    confidence: toConfidence(record.confidence),
  };
}

/** How many sites each company has; a company without any is absent. */
export function siteCounts(db: ReadableDb): Map<string, number> {
  const rows = db.prepare('SELECT company_id, count(*) AS sites FROM site GROUP BY company_id').all() as {
    company_id: string;
    sites: number;
  }[];
  return new Map(rows.map(({ company_id: id, sites }) => [id, sites]));
}

/** All sites, or those of one company, by name. */
export function listSites(db: ReadableDb, companyId?: string): SiteRow[] {
  const records = (
    companyId === undefined
      ? db.prepare(`${select} ORDER BY company.name, site.name, site.id`).all()
      : db.prepare(`${select} WHERE site.company_id = ? ORDER BY site.name, site.id`).all(companyId)
  ) as SiteRecord[];
  const figures = figuresBySubject(db, 'site');
  return records.map((record) => toSiteRow(record, figures.get(record.id) ?? []));
}
