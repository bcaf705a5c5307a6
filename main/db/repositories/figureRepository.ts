import type { Figure } from '../../../shared/domain/figure.ts';
import type { ReadableDb } from '../access.ts';
import { sourceColumns, toSource, type SourceColumns } from './rows.ts';

interface FigureRow extends SourceColumns {
  id: string;
  subject_id: string;
  field: string;
  state: 'known' | 'notApplicable';
  value: number | null;
  unit: string;
  basis: string | null;
  as_of: string | null;
  superseded: number;
  note: string | null;
  entered_by: string | null;
}

export type SubjectKind = 'company' | 'site' | 'market';

function toFigure(row: FigureRow): Figure {
  return {
    id: row.id,
    field: row.field,
    state: row.state,
    value: row.value,
    unit: row.unit,
    basis: row.basis,
    asOf: row.as_of,
    ...toSource(row),
    note: row.note,
    origin: 'fact',
    enteredBy: row.entered_by,
    superseded: row.superseded === 1,
  };
}

const select = `SELECT figure.*, ${sourceColumns} FROM figure LEFT JOIN source ON source.id = figure.source_id`;

/** All figures of one subject, newest first within a field. */
export function figuresOf(db: ReadableDb, kind: SubjectKind, subjectId: string): Figure[] {
  const rows = db
    .prepare(
      `${select} WHERE subject_kind = ? AND subject_id = ? ORDER BY field, superseded, as_of DESC, figure.id`,
    )
    .all(kind, subjectId) as FigureRow[];
  return rows.map(toFigure);
}

/** Figures of every subject of a kind, by subject. */
export function figuresBySubject(db: ReadableDb, kind: SubjectKind): Map<string, Figure[]> {
  const rows = db
    .prepare(`${select} WHERE subject_kind = ? ORDER BY subject_id, field, superseded, as_of DESC, figure.id`)
    .all(kind) as FigureRow[];
  const bySubject = new Map<string, Figure[]>();
  for (const row of rows) {
    const figures = bySubject.get(row.subject_id) ?? [];
    figures.push(toFigure(row));
    bySubject.set(row.subject_id, figures);
  }
  return bySubject;
}

/** The figure in force for a field: not superseded, newest as-of; null where nothing is known. */
export function currentFigure(figures: readonly Figure[], field: string): Figure | null {
  return figures.find((figure) => figure.field === field && !figure.superseded) ?? null;
}
