import {
  MonteCarloResultSchema,
  MonteCarloSettingsSchema,
  type KeptRun,
  type KeptRunDetail,
} from '../../../shared/domain/monteCarlo.ts';
import { SiteEvidenceSchema } from '../../../shared/domain/evidence.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { ReadableDb, WritableDb } from '../access.ts';

/** A row as stored. */
export interface RunRow {
  readonly id: string;
  readonly site_id: string;
  readonly name: string;
  readonly created_at: string;
  readonly entered_by: string | null;
  readonly seed: number;
  readonly paths: number;
  readonly engine_version: string;
  readonly presets_version: string;
  readonly data_hash: string;
  readonly settings: string;
  readonly evidence: string;
  readonly result: string;
  readonly result_hash: string;
  readonly npv_sha256: string;
}

type ListedRow = Omit<RunRow, 'settings' | 'evidence' | 'result'>;

function listed(row: ListedRow): KeptRun {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    seed: row.seed,
    paths: row.paths,
    engineVersion: row.engine_version,
    presetsVersion: row.presets_version,
    dataHash: row.data_hash,
    npvSha256: row.npv_sha256,
  };
}

/** The kept runs of a site, the newest first. */
export function keptRuns(db: ReadableDb, siteId: string): KeptRun[] {
  const rows = db
    .prepare(
      `SELECT id, site_id, name, created_at, entered_by, seed, paths, engine_version, presets_version, data_hash,
         result_hash, npv_sha256
       FROM monte_carlo_run WHERE site_id = ? ORDER BY created_at DESC, id`,
    )
    .all(siteId) as ListedRow[];
  return rows.map(listed);
}

export function keptRunRow(db: ReadableDb, id: string): RunRow {
  const row = db.prepare('SELECT * FROM monte_carlo_run WHERE id = ?').get(id) as RunRow | undefined;
  if (row === undefined) throw new UserFacingError('monteCarlo.unknown', { id });
  return row;
}

/** A kept run with everything it follows from. */
export function keptRun(db: ReadableDb, id: string): KeptRunDetail {
  const row = keptRunRow(db, id);
  return {
    ...listed(row),
    settings: MonteCarloSettingsSchema.parse(JSON.parse(row.settings)),
    evidence: SiteEvidenceSchema.parse(JSON.parse(row.evidence)),
    result: MonteCarloResultSchema.parse(JSON.parse(row.result)),
  };
}

/** The newest kept run of the very same data; null where none is kept. */
export function keptRunOfData(db: ReadableDb, siteId: string, dataHash: string): KeptRunDetail | null {
  const found = keptRuns(db, siteId).find((run) => run.dataHash === dataHash);
  return found ? keptRun(db, found.id) : null;
}

export function allKeptRuns(db: ReadableDb): RunRow[] {
  return db.prepare('SELECT * FROM monte_carlo_run ORDER BY created_at, id').all() as RunRow[];
}

/** A run that is kept already stays as it is; its name is the new one where there is one. */
export function insertRun(db: WritableDb, row: RunRow): void {
  db.prepare(
    `INSERT INTO monte_carlo_run VALUES (@id, @site_id, @name, @created_at, @entered_by, @seed, @paths,
       @engine_version, @presets_version, @data_hash, @settings, @evidence, @result, @result_hash, @npv_sha256)
     ON CONFLICT (id) DO UPDATE SET name = CASE excluded.name WHEN '' THEN name ELSE excluded.name END`,
  ).run(row);
}
