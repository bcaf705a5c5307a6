import type { Fleet } from '../../../shared/domain/fleet.ts';
import type { EvidenceFleet } from '../../../shared/engine/analysis/evidence.ts';
import type { ReadableDb } from '../access.ts';
import { sourceColumns, toSource, type SourceColumns } from './rows.ts';

interface FleetRow extends SourceColumns {
  id: string;
  model: string;
  units: number | null;
  hashrate_th_s: number | null;
  efficiency_j_th: number | null;
  purchased: string | null;
  book_value_usd: number | null;
  operating_note: string | null;
  as_of: string | null;
  entered_by: string | null;
}

/** The machines of a site, in the order of their ids, which never changes. */
export function fleetsOfSite(db: ReadableDb, siteId: string): Fleet[] {
  const rows = db
    .prepare(
      `SELECT fleet.*, ${sourceColumns} FROM fleet LEFT JOIN source ON source.id = fleet.source_id
       WHERE site_id = ? ORDER BY fleet.id`,
    )
    .all(siteId) as FleetRow[];
  return rows.map((row) => ({
    id: row.id,
    model: row.model,
    units: row.units,
    hashrateThS: row.hashrate_th_s,
    efficiencyJPerTh: row.efficiency_j_th,
    purchased: row.purchased,
    bookValueUsd: row.book_value_usd,
    operatingNote: row.operating_note,
    asOf: row.as_of,
    enteredBy: row.entered_by,
    ...toSource(row),
  }));
}

/** What R1.9a reads of them. */
export function fleetEvidence(fleets: readonly Fleet[]): EvidenceFleet[] {
  return fleets.map(
    ({ id, model, units, hashrateThS, efficiencyJPerTh, asOf, source, sourceUrl, confidence }) => ({
      id,
      model,
      units,
      hashrateThS,
      efficiencyJPerTh,
      asOf,
      source,
      sourceUrl,
      confidence,
    }),
  );
}
