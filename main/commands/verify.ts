import type { MonteCarloResult } from '../../shared/engine/montecarlo/monteCarloResult.ts';
import type { MonteCarloSettings } from '../../shared/engine/montecarlo/settings.ts';
import type { SiteEvidence } from '../../shared/engine/analysis/evidence.ts';
import { analyseSite } from '../../shared/engine/analysis/analyseSite.ts';
import { engineVersion } from '../../shared/engine/version.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import { hashOf } from '../analysis/siteView.ts';
import type { ReadableDb, WritableDb } from '../db/access.ts';
import { userVersion } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { openReadOnly } from '../db/openDatabase.ts';
import {
  listFrozenBriefings,
  listRuns,
  type FrozenBriefing,
  type FrozenRun,
} from '../db/repositories/briefingRepository.ts';
import { checkContents } from '../db/repositories/attachmentRepository.ts';
import { allKeptRuns, type RunRow } from '../db/repositories/monteCarloRepository.ts';
import { runAlone } from '../montecarlo/runMonteCarlo.ts';
import { readOptions, unlockFor } from './options.ts';

type RunCheck = {
  run: string;
  engineVersion: string;
  outcome: 'same' | 'different' | 'changed' | 'otherEngine';
};
type BriefingCheck = { briefing: string; outcome: 'same' | 'changed' | 'withoutHash' };

/** Evidence carries its own hash, and the run's is made of them. */
function isOwnEvidence(run: FrozenRun): boolean {
  const hashes = run.evidence.map((evidence) => {
    const { dataHash, runId: _name, ...known } = evidence as SiteEvidence;
    return hashOf(known) === dataHash ? dataHash : undefined;
  });
  if (hashes.includes(undefined)) return false;
  return hashes.length === 1 && hashes[0] === run.dataHash ? true : hashOf(hashes) === run.dataHash;
}

function checkBriefing({ id, content, contentHash }: FrozenBriefing): BriefingCheck {
  if (contentHash === null) return { briefing: id, outcome: 'withoutHash' };
  return { briefing: id, outcome: hashOf(content) === contentHash ? 'same' : 'changed' };
}

/** A frozen run is recomputed only by the engine that made it; another version is named, not compared. */
function checkRun(run: FrozenRun): RunCheck {
  const answer = { run: run.id, engineVersion: run.engineVersion };
  // What is stored must be what was frozen, whichever engine made it.
  if (hashOf(run.results) !== run.resultHash || !isOwnEvidence(run)) return { ...answer, outcome: 'changed' };
  if (run.engineVersion !== engineVersion) return { ...answer, outcome: 'otherEngine' };
  // Evidence was written by this application from its own type.
  const again = run.evidence.map((evidence) => analyseSite(evidence as SiteEvidence));
  return { ...answer, outcome: hashOf(again) === run.resultHash ? 'same' : 'different' };
}

/** R7.2 A kept simulation is drawn again by the engine that drew it, from the evidence that was kept with it. */
function checkKeptRun(row: RunRow): RunCheck {
  const answer = { run: row.id, engineVersion: row.engine_version };
  const evidence = JSON.parse(row.evidence) as SiteEvidence;
  const { dataHash, runId: _name, ...known } = evidence;
  const isOwn = hashOf(known) === dataHash && dataHash === row.data_hash;
  const result = JSON.parse(row.result) as MonteCarloResult;
  if (!isOwn || hashOf(result) !== row.result_hash) return { ...answer, outcome: 'changed' };
  if (row.engine_version !== engineVersion) return { ...answer, outcome: 'otherEngine' };
  const settings = JSON.parse(row.settings) as MonteCarloSettings;
  const again = runAlone(evidence, settings, result.gain?.conversion ?? null);
  const isSame =
    'result' in again && again.npvSha256 === row.npv_sha256 && hashOf(again.result) === row.result_hash;
  return { ...answer, outcome: isSame ? 'same' : 'different' };
}

/** Integrity, references, schema, frozen runs and briefings of a file. */
export function verified(db: WritableDb): { report: unknown; isClean: boolean } {
  const integrity = db.pragma('integrity_check', { simple: true });
  const foreignKeys = db.pragma('foreign_key_check') as unknown[];
  const schemaVersion = userVersion(db);
  const known = migrations.at(-1)?.version ?? 0;
  const isCurrent = schemaVersion === known;
  const runs = isCurrent ? listRuns(db as ReadableDb).map(checkRun) : [];
  const simulations = isCurrent ? allKeptRuns(db as ReadableDb).map(checkKeptRun) : [];
  const briefings = isCurrent ? listFrozenBriefings(db as ReadableDb).map(checkBriefing) : [];
  const attachments = isCurrent ? checkContents(db as ReadableDb) : { files: 0, damaged: [] };
  const isClean =
    integrity === 'ok' &&
    foreignKeys.length === 0 &&
    schemaVersion <= known &&
    [...runs, ...simulations].every(({ outcome }) => outcome === 'same' || outcome === 'otherEngine') &&
    briefings.every(({ outcome }) => outcome !== 'changed') &&
    attachments.damaged.length === 0;
  const report = {
    ok: isClean,
    integrity,
    schemaVersion,
    newestKnownSchema: known,
    brokenForeignKeys: foreignKeys.length,
    runs,
    simulations,
    briefings,
    attachments,
  };
  return { report, isClean };
}

export async function verifyCommand(args: readonly string[]): Promise<void> {
  const options = readOptions(args, [], ['json']);
  const [path] = options.positionals;
  if (path === undefined || options.positionals.length > 1 || options.values['json'] !== true)
    throw new UserFacingError('cli.usage', { problem: 'verify F.umbau --json' });
  unlockFor(options, path);
  const db = openReadOnly(path);
  try {
    const { report, isClean } = verified(db);
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    if (!isClean) throw new UserFacingError('db.notAsFrozen', { path });
  } finally {
    db.close();
  }
}
