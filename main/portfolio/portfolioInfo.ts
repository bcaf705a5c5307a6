import { basename } from 'node:path';
import type { PortfolioInfo } from '../../shared/domain/portfolio.ts';
import { activeScenarioId, scenarioOrThrow } from '../analysis/scenarioView.ts';
import type { ReadableDb } from '../db/access.ts';
import { lastChangeAt } from '../db/history/changeLog.ts';
import { metaValue } from '../db/repositories/evidenceRepository.ts';
import { staleness } from '../db/repositories/settingRepository.ts';

function count(db: ReadableDb, sql: string): number {
  return (db.prepare(sql).get() as { n: number }).n;
}

export function portfolioInfo(
  db: ReadableDb,
  path: string,
  versions: { appVersion: string; engineVersion: string },
): PortfolioInfo {
  const newest = db
    .prepare('SELECT max(as_of) AS at FROM figure WHERE superseded = 0 AND length(as_of) = 10')
    .get() as { at: string | null };
  const scenario = scenarioOrThrow(db, activeScenarioId(db));
  return {
    id: metaValue(db, 'portfolio_id') ?? '',
    fileName: basename(path),
    path,
    kind: metaValue(db, 'kind') === 'sampleCopy' ? 'sampleCopy' : 'own',
    sampleAsOf: metaValue(db, 'sample_as_of'),
    dataTo: newest.at,
    lastChangeAt: lastChangeAt(db),
    staleness: staleness(db),
    scenario: { id: scenario.id, name: scenario.name },
    ...versions,
    companyCount: count(db, 'SELECT count(*) AS n FROM company'),
    siteCount: count(db, 'SELECT count(*) AS n FROM site'),
    contractCount: count(db, 'SELECT count(*) AS n FROM contract'),
  };
}
