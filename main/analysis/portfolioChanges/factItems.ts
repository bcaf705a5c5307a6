import type { ChangedItem, ChangedValue } from '../../../shared/domain/portfolioChanges.ts';
import type { RowApart, RowCells } from './rowsApart.ts';
import type { Subject } from './subjects.ts';
import type { Touch } from './lastTouches.ts';

export type Itemised = Omit<ChangedItem, keyof Subject | 'at' | 'by'>;

function isInUse(row: RowCells | null): row is RowCells {
  return row !== null && row['superseded'] === 0;
}

function valueOf(row: RowCells): ChangedValue {
  const { value = null, unit = '', state } = row;
  return { value, unit: String(unit), isNotApplicable: state === 'notApplicable' };
}

/** What tells of a value besides the value. */
const told = ['source_id', 'as_of', 'basis', 'note', 'confidence'] as const;

/** R5.24 A fact by the values in use: those of its rows that did not change are the same on both sides. */
export function factItem(rows: readonly RowApart[]): Itemised | null {
  const befores = rows.map(({ before }) => before).filter(isInUse);
  const afters = rows.map(({ after }) => after).filter(isInUse);
  const [first] = rows;
  const any = first?.after ?? first?.before;
  if (!any) return null;
  const [before, after] = [befores.map(valueOf), afters.map(valueOf)];
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  const [then, now] = [befores[0], afters[0]];
  const aspects = then && now ? told.filter((column) => then[column] !== now[column]) : [];
  // A value that was set aside already, or came set aside, is no change of the fact.
  if (isSame && aspects.length === 0) return null;
  return {
    id: `figure ${factKey(any)}`,
    table: 'figure',
    name: '',
    field: String(any['field']),
    act: befores.length === 0 ? 'came' : afters.length === 0 ? 'gone' : 'changed',
    before,
    after,
    aspects: isSame ? [...aspects] : [],
  };
}

export function factKey(row: RowCells): string {
  return JSON.stringify([row['subject_kind'], row['subject_id'], row['field']]);
}

/** The later of two touches. */
export function newer(one: Touch | undefined, other: Touch | undefined): Touch | undefined {
  if (!one || !other) return one ?? other;
  return one.at >= other.at ? one : other;
}
