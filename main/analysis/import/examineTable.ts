import {
  isTakenByItself,
  outcomes,
  type ImportColumn,
  type ImportNote,
  type ImportPlan,
  type Outcome,
} from '../../../shared/domain/tableImport.ts';
import { hasOpenUnit } from '../../../shared/exchange/import/columnUnits.ts';
import type { FramedTable } from '../../../shared/exchange/import/frameTable.ts';
import { profileOf, targetOf, type ImportTarget } from '../../../shared/exchange/import/profiles.ts';
import { readCell } from '../../../shared/exchange/import/readCell.ts';
import type { ResolvedColumns } from '../../../shared/exchange/import/resolveColumns.ts';
import type { RawCell } from '../../../shared/exchange/import/rawTable.ts';
import type { Turns } from '../../exchange/import/unblocked.ts';
import type { Change } from '../../db/history/changeLog.ts';
import { changeNotes } from './changeNotes.ts';
import { planRow } from './planRow.ts';
import type { ImportContext, ReadValue } from './rowParts.ts';

/** Columns of a file that go somewhere. */
export interface Mapped {
  readonly index: number;
  readonly target: ImportTarget;
  readonly column: ImportColumn;
  /** Cells that are in another unit than their column, by the number of their row. */
  readonly units: ReadonlyMap<number, string> | undefined;
}

/** What every row would do, in the order of the file; details are worked out again for the rows that are looked at. */
export interface Examined {
  readonly outcomes: readonly Outcome[];
  readonly counts: Readonly<Record<Outcome, number>>;
}

export interface ReadRow {
  readonly values: readonly ReadValue[];
  readonly faults: readonly ImportNote[];
  readonly unusual: readonly ImportNote[];
}

function cellUnits({ cells = [] }: ImportPlan, column: number): ReadonlyMap<number, string> | undefined {
  const own = cells.filter((cell) => cell.column === column);
  return own.length === 0 ? undefined : new Map(own.map(({ row, unit }) => [row, unit]));
}

/** How one cell is read: as its column, unless a proposal was taken for it. */
export function columnAt({ column, units }: Mapped, row: number): ImportColumn {
  const unit = units?.get(row);
  return unit === undefined ? column : { ...column, unit };
}

export function mappedColumns(plan: ImportPlan, resolved: ResolvedColumns): Mapped[] {
  const profile = profileOf(plan.profile);
  return resolved.columns.flatMap((column, index) => {
    const target = targetOf(profile, column.target);
    return target ? [{ index, target, column, units: cellUnits(plan, index) }] : [];
  });
}

/** Reads the cells of a row; each fault and each unusual value is named with its target. */
export function readRow(row: readonly RawCell[], mapped: readonly Mapped[], number: number): ReadRow {
  const values: ReadValue[] = [];
  const faults: ImportNote[] = [];
  const unusual: ImportNote[] = [];
  for (const one of mapped) {
    const { index, target } = one;
    const cell = row[index] ?? '';
    const reading = readCell(cell, target, columnAt(one, number));
    if (reading.kind === 'fault') {
      faults.push({
        code: reading.fault,
        values: { key: target.key, cell: String(cell).trim().slice(0, 60) },
      });
      continue;
    }
    if (reading.value === null) continue;
    values.push({ target, value: reading.value });
    if (reading.isUnusual)
      unusual.push({
        code: 'unusual',
        values: {
          key: target.key,
          value: String(reading.value),
          low: String(target.low),
          high: String(target.high),
        },
      });
  }
  return { values, faults, unusual };
}

export interface ExaminedRow {
  readonly outcome: Outcome;
  readonly notes: readonly ImportNote[];
  readonly changes: readonly Change[];
}

/** A row with what it would do. `isRepeated` tells whether a row above it has its key. */
export function examineRow(
  { values, faults, unusual }: ReadRow,
  context: ImportContext,
  isRepeated: (key: string) => boolean,
): ExaminedRow {
  const without = (outcome: Outcome, ...notes: ImportNote[]): ExaminedRow => ({
    outcome,
    notes,
    changes: [],
  });
  if (faults.length > 0) return without('rejected', ...faults, ...unusual);
  const planned = planRow(values, context);
  if ('fault' in planned) return without('rejected', planned.fault, ...unusual);
  if (isRepeated(planned.key)) return without('repeated', { code: 'repeated', values: {} });
  const { changes, isKnown } = planned;
  const notes = [...planned.notes, ...unusual];
  if (isKnown && changes.length === 0) return { outcome: 'same', notes, changes };
  if (isKnown) notes.push(...changeNotes(changes, context.ground));
  if (unusual.length > 0) return { outcome: 'check', notes, changes };
  return { outcome: isKnown ? 'changed' : 'new', notes, changes };
}

/** Why nothing can be imported yet: a required column is missing, or one is read in two ways. */
export function problemsOf(plan: ImportPlan, table: FramedTable, resolved: ResolvedColumns): ImportNote[] {
  const profile = profileOf(plan.profile);
  const mapped = mappedColumns(plan, resolved);
  const has = (key: string): boolean => mapped.some(({ target }) => target.key === key);
  const missing = profile.targets
    .filter(({ key, field }) => field.isRequired === true && !has(key))
    .map(({ key }): ImportNote => ({ code: 'needsColumn', values: { key } }));
  const needsCompany = profile.targets.some(({ key }) => key === 'company') && !has('company');
  const twice = mapped.filter(
    ({ target }, index) => mapped.findIndex((one) => one.target === target) < index,
  );
  const open = mapped.flatMap(({ index, target, column }): ImportNote[] => {
    const reading = resolved.readings[index];
    const values = { head: table.heads[index] ?? '' };
    if (hasOpenUnit(target.field.unit, column.unit)) return [{ code: 'openUnit', values }];
    if (reading?.state === 'open') return [{ code: 'openColumn', values }];
    if (reading?.hasOpenDates === true) return [{ code: 'openDates', values }];
    if (reading?.state !== 'contradictory') return [];
    return [
      {
        code: 'contradictory',
        values: { ...values, comma: reading.commaRows.join(', '), point: reading.pointRows.join(', ') },
      },
    ];
  });
  return [
    ...missing,
    ...(needsCompany && (plan.company ?? '').trim() === ''
      ? [{ code: 'needsCompanyColumn', values: {} }]
      : []),
    ...twice.map(({ target }): ImportNote => ({ code: 'twice', values: { key: target.key } })),
    ...open,
  ];
}

/** Tells keys that were asked about before. */
export function repeats(): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    const isThere = seen.has(key);
    seen.add(key);
    return isThere;
  };
}

/**
 * Examines all rows, in turns; undefined where it was stopped. The ground grows by what is taken by itself, as it does
 * when the rows are written, so that both say the same.
 */
export async function examineTable(
  table: FramedTable,
  mapped: readonly Mapped[],
  context: ImportContext,
  turns: Turns,
): Promise<Examined | undefined> {
  const found: Outcome[] = [];
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const isRepeated = repeats();
  for (const [index, row] of table.rows.entries()) {
    const { outcome, changes } = examineRow(
      readRow(row, mapped, table.numbers[index] ?? 0),
      context,
      isRepeated,
    );
    found.push(outcome);
    counts[outcome] += 1;
    if (isTakenByItself(outcome)) for (const change of changes) context.ground.adopt(change);
    if (index % 64 === 0 && !(await turns.next(index))) return undefined;
  }
  return { outcomes: found, counts };
}
