import type { HistoryStep } from '../../shared/domain/portfolio.ts';
import type { KeptRun, RunToKeep } from '../../shared/domain/monteCarlo.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { WritableDb } from '../db/access.ts';
import { recordStep, rowAt } from '../db/history/changeLog.ts';
import { insertRun, keptRunRow, keptRuns } from '../db/repositories/monteCarloRepository.ts';
import { findSite } from '../db/repositories/siteRepository.ts';
import { hashOf } from './siteView.ts';

/** R7.2 The same data, settings and engine are the same run: its name follows from them. */
export function keptRunId({ evidence, settings, result }: Omit<RunToKeep, 'name' | 'npvSha256'>): string {
  return hashOf([evidence.dataHash, settings, result.engineVersion, result.gain?.conversion ?? null]).slice(
    0,
    16,
  );
}

/**
 * Keeps a run with everything it follows from. What it computed is no edit, so it is no step of the history; taking it
 * away is one.
 */
export function keepRun(
  db: WritableDb,
  run: RunToKeep,
  { enteredBy, now }: { readonly enteredBy: string | null; readonly now: string },
): KeptRun {
  const { evidence, settings, result } = run;
  if (!findSite(db, evidence.siteId)) throw new UserFacingError('site.unknown', { id: evidence.siteId });
  const id = keptRunId(run);
  insertRun(db, {
    id,
    site_id: evidence.siteId,
    name: run.name.trim(),
    created_at: now,
    entered_by: enteredBy,
    seed: settings.seed,
    paths: settings.paths,
    engine_version: result.engineVersion,
    presets_version: evidence.presetsVersion,
    data_hash: evidence.dataHash,
    settings: JSON.stringify(settings),
    evidence: JSON.stringify(evidence),
    result: JSON.stringify(result),
    result_hash: hashOf(result),
    npv_sha256: run.npvSha256,
  });
  const kept = keptRuns(db, evidence.siteId).find((candidate) => candidate.id === id);
  if (!kept) throw new UserFacingError('monteCarlo.unknown', { id });
  return kept;
}

export function removeRun(db: WritableDb, id: string, now: string): HistoryStep {
  const row = keptRunRow(db, id);
  const site = findSite(db, row.site_id)?.name ?? row.site_id;
  const key = { id };
  const before = rowAt(db, 'monte_carlo_run', key);
  const change = { table: 'monte_carlo_run', key, before, after: null } as const;
  const values = { run: row.name === '' ? row.created_at.slice(0, 16) : row.name, site };
  return recordStep(db, 'monteCarlo.remove', values, [change], now);
}
