import { figureField } from '../../../shared/domain/figureFields.ts';
import type { ImportNote } from '../../../shared/domain/tableImport.ts';
import type { Row } from '../../db/history/changeLog.ts';
import type { SheetRow } from '../../exchange/sheet/readSheets.ts';
import { cellAt, keyOf } from './compareRow.ts';
import { checkValue, unusualNote } from './checkValue.ts';
import { note, proposalOf, type Draft, type TableCase } from './draft.ts';
import { newRowNotes } from './effectNotes.ts';
import { readSheetCell } from './readSheetCell.ts';
import { unitOf } from './sheetColumns.ts';

const written = new Set(['batch_id', 'entered_by', 'entered_at']);

/** Reads a whole row; what cannot be read is a reason against it. */
function readRow(of: TableCase, sheetRow: SheetRow): { readonly row: Row; readonly faults: ImportNote[] } {
  const faults: ImportNote[] = [];
  const values = of.columns
    .filter(({ name }) => of.places.has(name) && !written.has(name))
    .flatMap((column) => {
      const cell = cellAt(of, sheetRow, column.name);
      const read = readSheetCell(cell, column, unitOf(of.table, column.name, {}), of.notation);
      if (read.kind === 'value') return read.value === null ? [] : [[column.name, read.value] as const];
      faults.push(note(read.code, { cell: read.shown, column: column.name }));
      return [];
    });
  return { row: Object.fromEntries(values), faults };
}

/** What a new row need not say because only one thing can be meant. */
function completed({ table, columns, enteredBy, now, freshId }: TableCase, row: Row): Row {
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  const kind = row['subject_kind'] === 'site' ? 'site' : 'company';
  const known = table === 'figure' ? figureField(kind, String(row['field'])) : undefined;
  const full: Row = {
    ...(table === 'figure' ? { state: 'known', unit: known?.unit ?? null, basis: known?.basis ?? null } : {}),
    ...row,
    ...(has('entered_by') ? { entered_by: enteredBy } : {}),
    ...(has('entered_at') ? { entered_at: now } : {}),
  };
  return has('id') && full['id'] === undefined ? { ...full, id: freshId(full) } : full;
}

function subjectFault({ table, isThere }: TableCase, row: Row): ImportNote[] {
  if (table !== 'figure') return [];
  const kind = row['subject_kind'];
  const id = row['subject_id'] ?? '';
  if ((kind !== 'company' && kind !== 'site') || !isThere(kind, id))
    return [note('refersToNothing', { id: String(id) })];
  const known = figureField(kind, String(row['field']));
  return known && known.unit !== row['unit']
    ? [note('otherUnit', { unit: known.unit, cell: String(row['unit']) })]
    : [];
}

function faultsOf(of: TableCase, row: Row): ImportNote[] {
  const checked = of.columns.flatMap((column): ImportNote[] => {
    const value = row[column.name] ?? null;
    const wrong = checkValue(of.table, column, value, row);
    if (wrong) return [{ ...wrong, values: { ...wrong.values, column: column.name } }];
    const { refersTo } = column;
    return refersTo !== undefined && value !== null && !of.isThere(refersTo, value)
      ? [note('refersToNothing', { id: String(value) })]
      : [];
  });
  const isStateWrong =
    of.table === 'figure' && (row['state'] === 'known') !== ((row['value'] ?? null) !== null);
  return [...checked, ...subjectFault(of, row), ...(isStateWrong ? [note('emptyFigure')] : [])];
}

/** A row that neither the export nor the portfolio has. */
export function newRow(of: TableCase, sheetRow: SheetRow): Draft {
  const { row: read, faults } = readRow(of, sheetRow);
  const row = completed(of, read);
  const wrong = [...faults, ...faultsOf(of, row)];
  const unusual = of.columns.flatMap(({ name }) => unusualNote(of.table, name, row[name] ?? null, row));
  const outcome = wrong.length > 0 ? 'rejected' : unusual.length > 0 ? 'check' : 'new';
  const notes = wrong.length > 0 ? wrong : [...unusual, ...newRowNotes(of.table, row, of.rows)];
  const after = row['value'] ?? null;
  const told = { outcome, column: null, sheetRow: sheetRow.number, row, before: null, after } as const;
  // Columns without a word keep what the file's schema gives them.
  const write = { kind: 'set', table: of.table, key: keyOf(of.keys, row), set: row } as const;
  return {
    proposal: proposalOf(of, `${of.table}/row ${sheetRow.number}`, { ...told, notes }),
    write: wrong.length > 0 ? null : write,
  };
}
