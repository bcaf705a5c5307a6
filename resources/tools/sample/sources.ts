import type { WritableDb } from '../../../main/db/access.ts';
import { text, type CsvRow } from '../readCsv.ts';

/** Id of the row's source, entered once per title and address; null where the row names none. */
export function sourceId(db: WritableDb, row: CsvRow): number | null {
  const title = text(row, 'source');
  if (title === null) return null;
  const url = text(row, 'source_url');
  const known = db.prepare('SELECT id FROM source WHERE title = ? AND url IS ?').get(title, url) as
    | { id: number }
    | undefined;
  if (known) return known.id;
  return Number(db.prepare('INSERT INTO source (title, url) VALUES (?, ?)').run(title, url).lastInsertRowid);
}

export interface NewFigure {
  readonly subjectKind: 'company' | 'site';
  readonly subjectId: string;
  readonly field: string;
  readonly value: number;
  readonly unit: string;
  readonly basis: string | null;
  readonly asOf: string | null;
  readonly superseded: boolean;
  readonly note: string | null;
  readonly batchId: string;
}

export function insertFigure(db: WritableDb, figure: NewFigure, row: CsvRow): void {
  const like = `${figure.subjectKind}.${figure.subjectId}.${figure.field}`;
  const { count } = db
    .prepare('SELECT count(*) AS count FROM figure WHERE subject_kind = ? AND subject_id = ? AND field = ?')
    .get(figure.subjectKind, figure.subjectId, figure.field) as { count: number };
  db.prepare(
    `INSERT INTO figure (id, subject_kind, subject_id, field, state, value, unit, basis, as_of, superseded, note,
     source_id, confidence, entered_by, batch_id) VALUES (?, ?, ?, ?, 'known', ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)`,
  ).run(
    `${like}.${count + 1}`,
    figure.subjectKind,
    figure.subjectId,
    figure.field,
    figure.value,
    figure.unit,
    figure.basis,
    figure.asOf,
    figure.superseded ? 1 : 0,
    figure.note,
    sourceId(db, row),
    text(row, 'confidence'),
    figure.batchId,
  );
}

const units: readonly (readonly [RegExp, string])[] = [
  [/_usd_mwh$/, 'USD/MWh'],
  [/_usd_per_mwh$/, 'USD/MWh'],
  [/^share_price_usd$/, 'USD/share'],
  [/_usd(_|$)/, 'USD'],
  [/_mw(_|$)/, 'MW'],
  [/hashrate.*_eh_s$/, 'EH/s'],
  [/_j_th$/, 'J/TH'],
  [/_btc$/, 'BTC'],
  [/^shares_/, 'shares'],
  [/^(gpus|employees|data_centres)/, '1'],
  [/^pue_/, '1'],
];

/** The unit that a field's name carries. */
export function unitOf(field: string): string {
  const found = units.find(([pattern]) => pattern.test(field));
  if (!found) throw new Error(`The field "${field}" carries no unit in its name`);
  return found[1];
}

/** Whether MW of a field are grid or critical IT MW; null for other quantities. */
export function basisOf(field: string): string | null {
  if (!/_mw(_|$)/.test(field)) return null;
  if (/_it_mw|ai_path_mw/.test(field)) return 'critical IT MW';
  if (field === 'generation_mw') return 'generation';
  return 'grid MW';
}
