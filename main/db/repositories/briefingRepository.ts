import { BriefingContent } from '../../../shared/briefing/briefingContent.ts';
import type { BriefingOrder, BriefingSummary } from '../../../shared/domain/briefing.ts';
import { UserFacingError } from '../../../shared/ipc/result.ts';
import type { ReadableDb, WritableDb } from '../access.ts';

interface BriefingRow {
  id: string;
  run_id: string;
  issued_at: string;
  author: string;
  content: string;
  pdf_sha256: string;
  engine_version: string;
}

const select = 'SELECT briefing.*, run.engine_version FROM briefing JOIN run ON run.id = briefing.run_id';

function contentOf(row: BriefingRow): BriefingContent {
  return BriefingContent.parse(JSON.parse(row.content));
}

export function listBriefings(db: ReadableDb): BriefingSummary[] {
  const rows = db.prepare(`${select} ORDER BY issued_at DESC, briefing.id`).all() as BriefingRow[];
  return rows.map((row) => {
    const content = contentOf(row);
    return {
      id: row.id,
      title: content.title,
      subject: content.subject,
      subjectKind: content.subjectKind,
      subjectId: content.subjectId,
      language: content.language,
      issuedAt: row.issued_at,
      author: row.author,
      runId: row.run_id,
      engineVersion: row.engine_version,
      pdfSha256: row.pdf_sha256,
    };
  });
}

export function readBriefing(db: ReadableDb, id: string): BriefingContent {
  const row = db.prepare(`${select} WHERE briefing.id = ?`).get(id) as BriefingRow | undefined;
  if (row === undefined) throw new UserFacingError('briefing.unknown', { id });
  return contentOf(row);
}

/** An issued briefing as stored, with the hash it was frozen under; null where it was issued before there was one. */
export interface FrozenBriefing {
  readonly id: string;
  readonly content: unknown;
  readonly contentHash: string | null;
}

export function listFrozenBriefings(db: ReadableDb): FrozenBriefing[] {
  const rows = db
    .prepare('SELECT id, content, content_sha256 FROM briefing ORDER BY issued_at, id')
    .all() as {
    id: string;
    content: string;
    content_sha256: string | null;
  }[];
  return rows.map(({ id, content, content_sha256 }) => ({
    id,
    content: JSON.parse(content) as unknown,
    contentHash: content_sha256,
  }));
}

export interface FrozenRun {
  readonly id: string;
  readonly engineVersion: string;
  readonly dataHash: string;
  readonly evidence: readonly unknown[];
  readonly results: readonly unknown[];
  readonly resultHash: string;
}

interface RunRow {
  id: string;
  engine_version: string;
  data_hash: string;
  evidence: string;
  results: string;
  result_hash: string;
}

export function listRuns(db: ReadableDb): FrozenRun[] {
  return (db.prepare('SELECT * FROM run ORDER BY created_at, id').all() as RunRow[]).map((row) => ({
    id: row.id,
    engineVersion: row.engine_version,
    dataHash: row.data_hash,
    evidence: JSON.parse(row.evidence) as unknown[],
    results: JSON.parse(row.results) as unknown[],
    resultHash: row.result_hash,
  }));
}

/** A briefing with what it was computed from and what came out, as stored. */
export interface StoredRunOfBriefing {
  readonly briefingId: string;
  readonly issuedAt: string;
  readonly content: BriefingContent;
  readonly evidence: readonly unknown[];
  readonly results: readonly unknown[];
}

/** Which issued briefing is meant: one by its id, or the last of a subject. */
export type BriefingChoice =
  | { readonly briefingId: string }
  | { readonly subjectKind: 'company' | 'site'; readonly subjectId: string };

const selectWithRun = `
  SELECT briefing.id, issued_at, content, evidence, results
  FROM briefing JOIN run ON run.id = briefing.run_id`;

function rowOfChoice(db: ReadableDb, choice: BriefingChoice): unknown {
  if ('briefingId' in choice)
    return db.prepare(`${selectWithRun} WHERE briefing.id = ?`).get(choice.briefingId);
  // Runs of equal data share a row, whoever's they are: the subject is that of the briefing.
  return db
    .prepare(
      `${selectWithRun}
       WHERE content ->> 'subjectKind' = ? AND content ->> 'subjectId' = ?
       ORDER BY issued_at DESC, briefing.id LIMIT 1`,
    )
    .get(choice.subjectKind, choice.subjectId);
}

/** Undefined where no briefing of the subject has been issued yet. */
export function readRunOfBriefing(db: ReadableDb, choice: BriefingChoice): StoredRunOfBriefing | undefined {
  const row = rowOfChoice(db, choice) as
    | { id: string; issued_at: string; content: string; evidence: string; results: string }
    | undefined;
  if (row === undefined && 'briefingId' in choice)
    throw new UserFacingError('briefing.unknown', { id: choice.briefingId });
  if (row === undefined) return undefined;
  return {
    briefingId: row.id,
    issuedAt: row.issued_at,
    content: BriefingContent.parse(JSON.parse(row.content)),
    evidence: JSON.parse(row.evidence) as unknown[],
    results: JSON.parse(row.results) as unknown[],
  };
}

/** Freezes run and briefing in one transaction: evidence, results, every displayed value, the PDF's hash. */
export function freezeBriefing(
  db: WritableDb,
  order: BriefingOrder,
  frozen: { id: string; issuedAt: string; pdfSha256: string; resultHash: string; contentHash: string },
): void {
  db.transaction(() => {
    db.prepare(`INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`).run(
      order.runId,
      frozen.issuedAt,
      order.content.subjectKind,
      order.content.subjectId,
      order.seed,
      order.engineVersion,
      order.dataHash,
      JSON.stringify(order.evidence),
      JSON.stringify(order.results),
      frozen.resultHash,
    );
    db.prepare('INSERT INTO briefing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      frozen.id,
      order.runId,
      frozen.issuedAt,
      order.content.language,
      order.author,
      order.disclosures,
      JSON.stringify(order.content),
      frozen.pdfSha256,
      frozen.contentHash,
    );
  })();
}
