import type { Figure } from '../../shared/domain/figure.ts';

interface Sourced {
  readonly id: string;
  readonly source: string | null;
  readonly sourceUrl: string | null;
  readonly confidence: Figure['confidence'];
}

/** One number of a contract or an instrument with its record's source; null where it is missing. */
export function recordFigure(
  record: Sourced,
  value: number | null,
  about: {
    readonly field: string;
    readonly unit: string;
    readonly basis: string | null;
    readonly asOf: string | null;
    readonly note: string | null;
  },
): Figure | null {
  if (value === null) return null;
  return {
    id: `${record.id}.${about.field}`,
    state: 'known',
    value,
    ...about,
    source: record.source,
    sourceUrl: record.sourceUrl,
    confidence: record.confidence,
    origin: 'fact',
    enteredBy: null,
    superseded: false,
  };
}
