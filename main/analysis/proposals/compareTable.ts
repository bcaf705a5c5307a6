import type { ImportNote } from '../../../shared/domain/tableImport.ts';
import { unitOfColumn } from '../../../shared/exchange/columnUnits.ts';
import { keptText } from '../../../shared/exchange/keptText.ts';
import type { Row } from '../../db/history/changeLog.ts';
import type { ExportedCell, ExportedTable } from '../../exchange/sheet/asExported.ts';
import type { EditedTable, SheetRow } from '../../exchange/sheet/readSheets.ts';
import { cellAt, compareRow, keyOf } from './compareRow.ts';
import { note, proposalOf, type Draft, type TableCase } from './draft.ts';
import { removedRowNotes } from './effectNotes.ts';
import { newRow } from './newRow.ts';
import { keyText } from './portfolioRows.ts';
import { isAsExported, notationBy, shownCell, type Notation } from './readSheetCell.ts';
import type { SheetColumn } from './sheetColumns.ts';

/** Rows of an export by their keys. */
function exportedRows({ columns, rows }: ExportedTable, keys: readonly SheetColumn[]) {
  const places = keys.map(({ name }) => columns.indexOf(name));
  const plain = (cell: ExportedCell): string | number | null =>
    cell !== null && typeof cell === 'object' ? cell.hash : cell;
  return new Map(
    rows.map((row) => [keyText(places.map((place) => plain(row[place] ?? null))), row] as const),
  );
}

/** The row's key as it stands in the sheet; undefined where it cannot be read. */
function keyInSheet(of: Pick<TableCase, 'keys' | 'places'>, row: SheetRow): string | undefined {
  const cells = of.keys.map(({ name }) => row.cells[of.places.get(name) ?? -1] ?? null);
  if (cells.some((cell) => cell !== null && typeof cell === 'object' && 'unreadable' in cell))
    return undefined;
  return keyText(cells.map((cell) => keptText(shownCell(cell)).trim()));
}

function isEmpty(row: SheetRow): boolean {
  return row.cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));
}

/** The row of units, wherever sorting has put it. */
function isUnits({ heads }: EditedTable, row: SheetRow): boolean {
  return row.cells.every(
    (cell, index) => cell === null || shownCell(cell).trim() === unitOfColumn(heads[index] ?? ''),
  );
}

/** The decimal sign by which the file's own numbers were saved. */
export function notationOf(
  of: Pick<TableCase, 'keys' | 'places' | 'edited' | 'exported'>,
  columns: readonly SheetColumn[],
): Notation {
  const known = exportedRows(of.exported, of.keys);
  const numbers = columns.filter(({ name, type }) => type !== 'TEXT' && of.places.has(name));
  return notationBy(
    of.edited.rows.flatMap((row) => {
      const was = known.get(keyInSheet(of, row) ?? '');
      return numbers.map(
        ({ name }) =>
          [
            row.cells[of.places.get(name) ?? -1] ?? null,
            was?.[of.exported.columns.indexOf(name)] ?? null,
          ] as const,
      );
    }),
  );
}

function refusedRow(of: TableCase, sheetRow: SheetRow, row: Row, code: string): Draft {
  const told = { outcome: 'rejected', column: null, sheetRow: sheetRow.number, row } as const;
  const notes = [note(code)];
  return {
    proposal: proposalOf(of, `${of.table}/row ${sheetRow.number}`, {
      ...told,
      before: null,
      after: null,
      notes,
    }),
    write: null,
  };
}

function exportedAsRow({ exported }: TableCase, cells: readonly ExportedCell[]): Row {
  return Object.fromEntries(
    exported.columns.map((name, index) => {
      const cell = cells[index] ?? null;
      return [name, cell !== null && typeof cell === 'object' ? '…' : cell];
    }),
  );
}

/** Whether anybody edited a row whose counterpart in the portfolio is gone. */
function isEdited(of: TableCase, row: SheetRow, was: readonly ExportedCell[]): boolean {
  return of.columns.some(
    (column) =>
      of.places.has(column.name) &&
      of.exported.columns.includes(column.name) &&
      !isAsExported(
        cellAt(of, row, column.name),
        was[of.exported.columns.indexOf(column.name)] ?? null,
        column,
        of.notation,
      ),
  );
}

function removedRow(of: TableCase, current: Row, was: readonly ExportedCell[]): Draft {
  const { table, rows, exported } = of;
  const key = keyOf(of.keys, current);
  const id = `${table}/${Object.values(key).join('/')}/`;
  const told = { column: null, sheetRow: null, row: current, before: current['value'] ?? null, after: null };
  const hanging = of.hanging(current);
  if (hanging === undefined) {
    const notes = [note('stillUsed')];
    return { proposal: proposalOf(of, id, { ...told, outcome: 'rejected', notes }), write: null };
  }
  const isChanged = exported.columns.some((name, index) => {
    const cell = was[index] ?? null;
    const column = of.columns.find((one) => one.name === name);
    return column !== undefined && !isAsExported(current[name] ?? null, cell, column, null);
  });
  const notes: ImportNote[] = [
    ...(isChanged ? [note('changedSince')] : []),
    ...removedRowNotes(table, current, rows, hanging),
  ];
  const outcome = isChanged ? 'conflict' : 'removed';
  return { proposal: proposalOf(of, id, { ...told, outcome, notes }), write: { kind: 'remove', table, key } };
}

/** Everything that a sheet proposes for its table. */
export function compareTable(of: TableCase): Draft[] {
  const known = exportedRows(of.exported, of.keys);
  const current = of.rows.of(of.table);
  const seen = new Set<string>();
  let hasUnreadableKeys = false;
  const drafts = of.edited.rows.flatMap((row): Draft[] => {
    if (isEmpty(row) || isUnits(of.edited, row)) return [];
    const key = keyInSheet(of, row);
    if (key === undefined) {
      hasUnreadableKeys = true;
      return [refusedRow(of, row, {}, 'unreadableKey')];
    }
    if (key.replaceAll('\u0001', '') === '') return [newRow(of, row)];
    if (seen.has(key)) return [refusedRow(of, row, current.get(key) ?? {}, 'repeatedKey')];
    seen.add(key);
    const [was, now] = [known.get(key), current.get(key)];
    if (was && now) return compareRow(of, row, now, was);
    if (was) return isEdited(of, row, was) ? [refusedRow(of, row, exportedAsRow(of, was), 'goneSince')] : [];
    return now ? [refusedRow(of, row, now, 'alreadyThere')] : [newRow(of, row)];
  });
  // A row whose key nobody can read may be any of those that seem to be gone.
  if (hasUnreadableKeys) return drafts;
  const removed = [...known].flatMap(([key, was]) => {
    const now = current.get(key);
    return now && !seen.has(key) ? [removedRow(of, now, was)] : [];
  });
  return [...drafts, ...removed];
}
