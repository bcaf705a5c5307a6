import type { Confidence } from '../../../shared/domain/figure.ts';

/** Source columns as joined into every row that has a source. */
export interface SourceColumns {
  readonly source_title: string | null;
  readonly source_url: string | null;
  readonly confidence: string | null;
}

export const sourceColumns = 'source.title AS source_title, source.url AS source_url';

export function toConfidence(text: string | null): Confidence | null {
  return text === 'high' || text === 'medium' || text === 'low' ? text : null;
}

export function toSource(row: SourceColumns): {
  source: string | null;
  sourceUrl: string | null;
  confidence: Confidence | null;
} {
  return { source: row.source_title, sourceUrl: row.source_url, confidence: toConfidence(row.confidence) };
}
