import type { ImportNote } from '../../../shared/domain/tableImport.ts';
import type { Change, Row } from '../../db/history/changeLog.ts';
import type { Ground } from './ground.ts';

/** Columns that say where a value comes from, not what it is. */
const about = new Set(['batch_id', 'source_id', 'entered_by', 'source', 'superseded', 'state', 'unit']);

function change(key: string, before: Row[string], after: Row[string]): ImportNote {
  return { code: 'change', values: { key, before: String(before ?? ''), after: String(after ?? '') } };
}

function figureNote({ before, after }: Change, ground: Ground): ImportNote[] {
  if (after === null || after['superseded'] === 1) return [];
  const [kind, subject, field] = [after['subject_kind'], after['subject_id'], after['field']].map(String);
  const [inForce] = ground.figures(kind ?? '', subject ?? '', field ?? '');
  const old = (before ?? inForce)?.['value'] ?? null;
  return old === after['value'] ? [] : [change(field ?? '', old, after['value'] ?? null)];
}

/** A changed column; the place of a contract by its name, whether it is tied to a site or names one. */
function columnNote(key: string, before: Row, after: Row, ground: Ground): ImportNote {
  if (key !== 'site_id') return change(key, before[key] ?? null, after[key] ?? null);
  const place = ({ site_id: id, site_name: name }: Row): Row[string] =>
    ground.siteName(String(id ?? '')) ?? name ?? null;
  return change('site', place(before), place(after));
}

/** What would change at what is known already, old beside new. */
export function changeNotes(changes: readonly Change[], ground: Ground): ImportNote[] {
  return changes.flatMap((one) => {
    if (one.table === 'figure') return figureNote(one, ground);
    const { before, after } = one;
    if (before === null || after === null) return [];
    return Object.keys(after)
      .filter((key) => !about.has(key) && (before[key] ?? null) !== (after[key] ?? null))
      .map((key) => columnNote(key, before, after, ground));
  });
}
