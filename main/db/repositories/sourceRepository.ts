import type { SourceRecord } from '../../../shared/domain/attachment.ts';
import type { ReadableDb } from '../access.ts';

interface SourceRow {
  readonly id: number;
  readonly title: string;
  readonly url: string | null;
  readonly published_on: string | null;
}

function toSourceRecord({ id, title, url, published_on }: SourceRow): SourceRecord {
  return { id: String(id), title, url, publishedOn: published_on };
}

export function findSourceRecord(db: ReadableDb, id: string): SourceRecord | undefined {
  const row = db.prepare('SELECT * FROM source WHERE id = ?').get(Number(id)) as SourceRow | undefined;
  return row && toSourceRecord(row);
}
