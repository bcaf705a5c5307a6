import { z } from 'zod';
import { figureField, figureFields } from './figureFields.ts';
import { recordFields, RecordValues, SourceEntry, type RecordField } from './records.ts';

/* Lists that are edited cell by cell, or by a block pasted from a spreadsheet. */

export const gridKinds = ['site', 'contract', 'instrument', 'identity', 'fleet', 'figure'] as const;
export type GridKind = (typeof gridKinds)[number];

const Id = z.string().min(1).max(200);

/** Whose list it is: of a company, or of one of its sites. */
export const GridSubject = z.strictObject({
  kind: z.enum(gridKinds),
  companyId: Id,
  siteId: Id.nullable(),
});
export type GridSubject = z.infer<typeof GridSubject>;

export const GridRow = z.strictObject({
  id: Id,
  values: RecordValues,
  /** Unit of a figure; null where the columns have theirs. */
  unit: z.string().nullable(),
});
export type GridRow = z.infer<typeof GridRow>;

/** Cells to store; a row without an id is new. */
export const GridWrite = z.strictObject({
  subject: GridSubject,
  rows: z.array(z.strictObject({ id: Id.nullable(), values: RecordValues })).max(20_000),
  /** Where they were read; without a title each row keeps its own. */
  source: SourceEntry,
});
export type GridWrite = z.infer<typeof GridWrite>;

const sourceTitle: RecordField = { key: 'source_title', type: 'text' };

export function subjectKind({ siteId }: GridSubject): 'company' | 'site' {
  return siteId === null ? 'company' : 'site';
}

function figureColumns(subject: GridSubject): readonly RecordField[] {
  const options = figureFields[subjectKind(subject)].map(({ field }) => field);
  return [
    { key: 'field', type: 'choice', options, isRequired: true },
    { key: 'value', type: 'number', isRequired: true },
    { key: 'as_of', type: 'date' },
    { key: 'confidence', type: 'choice', options: ['high', 'medium', 'low'] },
    { key: 'note', type: 'long' },
  ];
}

/** The columns of a list, the source's title last. */
export function gridFields(subject: GridSubject): readonly RecordField[] {
  const { kind } = subject;
  const own = kind === 'figure' ? figureColumns(subject) : recordFields[kind];
  return [...own, sourceTitle];
}

/** A column as it is in one row: a figure's value has the unit and bounds of its field. */
export function fieldInRow(
  subject: GridSubject,
  field: RecordField,
  row: { readonly values: RecordValues; readonly unit: string | null },
): RecordField {
  if (subject.kind !== 'figure' || field.key !== 'value') return field;
  const known = figureField(subjectKind(subject), String(row.values['field'] ?? ''));
  const { unit = row.unit ?? '1', min = -1e15, max = 1e15 } = known ?? {};
  const usual = known ? { low: known.low, high: known.high } : {};
  return { ...field, unit, min, max, ...usual };
}

/** The usual range of a number, outside which the analyst is asked; undefined where none is known. */
export function usualRange({
  low,
  high,
}: RecordField): { readonly low: number; readonly high: number } | undefined {
  return low === undefined || high === undefined ? undefined : { low, high };
}

/** Whether a value lies outside it. */
export function isUnusual(
  range: { readonly low: number; readonly high: number } | undefined,
  value: string | number | null,
): boolean {
  return range !== undefined && typeof value === 'number' && (value < range.low || value > range.high);
}

/** What an existing row is about cannot become something else. */
export function isFixed(subject: GridSubject, key: string, isNew: boolean): boolean {
  return subject.kind === 'figure' && key === 'field' && !isNew;
}
