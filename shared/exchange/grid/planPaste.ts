import {
  fieldInRow,
  isFixed,
  isUnusual,
  usualRange,
  type GridRow,
  type GridSubject,
  type GridWrite,
} from '../../domain/gridEdit.ts';
import type { RecordField, RecordValues } from '../../domain/records.ts';
import type { Language } from '../../format/number.ts';
import { splitRows } from '../import/splitTable.ts';
import { readGridCell, type Decimal, type GridReading } from './readGridCell.ts';

/** A cell of a pasted block: what it would replace, and how it was read. */
export interface PastedCell {
  /** Place in the list; from its length on the row is new. */
  readonly row: number;
  readonly field: RecordField;
  readonly text: string;
  readonly before: string | number | null;
  readonly reading: GridReading;
  /** The usual range that the value lies outside of. */
  readonly outside: { readonly low: number; readonly high: number } | undefined;
  /** `open`: a question is left. `check`: unusual, and nobody has said yes yet. `fixed`: this cell of a known row cannot be written. `noRow`: there is no such row. */
  readonly outcome: 'changed' | 'same' | 'new' | 'open' | 'check' | 'refused' | 'fixed' | 'noRow';
}

export interface PastePlan {
  readonly cells: readonly PastedCell[];
  /** Rows beyond the last one. */
  readonly newRows: number;
  /** Columns of the block that reach beyond the last column. */
  readonly columnsBeyond: number;
  /** Columns that new rows need and that the block does not fill, by the place of the row. */
  readonly lacking: ReadonlyMap<number, readonly string[]>;
  /** Numbers that the language alone does not decide. */
  readonly isOpen: boolean;
  /** Numbers outside their usual range. */
  readonly unusual: number;
}

export interface Paste {
  readonly subject: GridSubject;
  readonly fields: readonly RecordField[];
  readonly rows: readonly GridRow[];
  readonly block: readonly (readonly string[])[];
  readonly start: { readonly row: number; readonly column: number };
  readonly language: Language;
  readonly decimal: Decimal | null;
  readonly takesNewRows: boolean;
  readonly takesUnusual: boolean;
}

/** A block as spreadsheets copy it: cells by tabs, rows by lines; a break at the end is no row. */
export function blockOf(text: string): string[][] {
  return [...splitRows(text.replace(/(\r\n?|\n)$/, ''), '\t')].map(({ cells }) => [...cells]);
}

function valueOf(reading: GridReading): string | number | null {
  return reading.kind === 'value' ? reading.value : null;
}

function outcomeOf(paste: Paste, cell: Omit<PastedCell, 'outcome'>): PastedCell['outcome'] {
  const isNew = cell.row >= paste.rows.length;
  if (isNew && !paste.takesNewRows) return 'noRow';
  const { reading, before } = cell;
  if (reading.kind === 'ambiguous') return 'open';
  if (isFixed(paste.subject, cell.field.key, isNew))
    return reading.kind === 'value' && reading.value === before ? 'same' : 'fixed';
  if (reading.kind !== 'value') return 'refused';
  if (!isNew && reading.value === before) return 'same';
  if (cell.outside && !paste.takesUnusual) return 'check';
  return isNew ? 'new' : 'changed';
}

function rowCells(paste: Paste, texts: readonly string[], offset: number): PastedCell[] {
  const { subject, fields, rows, start, language, decimal } = paste;
  const place = start.row + offset;
  const present = rows[place];
  const cellsOf = fields.slice(start.column, start.column + texts.length);
  // What a figure is about decides the unit of its value: it is read first, wherever it stands.
  const about = cellsOf.findIndex(({ key }) => key === 'field');
  const named =
    about >= 0 && fields[start.column + about]
      ? valueOf(readGridCell(cellsOf[about] as RecordField, texts[about] ?? '', language, decimal))
      : null;
  const row = present ?? { values: { field: named }, unit: null };
  return cellsOf.map((column, index) => {
    const field = fieldInRow(subject, column, row);
    const text = texts[index] ?? '';
    const reading = readGridCell(field, text, language, decimal);
    const range = usualRange(field);
    const outside = isUnusual(range, valueOf(reading)) ? range : undefined;
    const cell = { row: place, field, text, before: present?.values[column.key] ?? null, reading, outside };
    return { ...cell, outcome: outcomeOf(paste, cell) };
  });
}

/** What a block pasted at a cell would do, cell by cell; nothing is decided that the language leaves open. */
export function planPaste(paste: Paste): PastePlan {
  const { fields, rows, block, start, takesNewRows } = paste;
  const cells = block.flatMap((texts, offset) => rowCells(paste, texts, offset));
  const width = Math.max(0, ...block.map((texts) => texts.length));
  const newRows = Math.max(0, start.row + block.length - rows.length);
  const added = takesNewRows ? Array.from({ length: newRows }, (_none, index) => rows.length + index) : [];
  const lacking = new Map(
    added.flatMap((row) => {
      // What is still asked is not missing.
      const filled = cells.filter(
        ({ row: at, outcome, reading }) => at === row && (outcome === 'open' || valueOf(reading) !== null),
      );
      const missing = fields
        .filter(
          ({ key, isRequired }) => isRequired === true && filled.every(({ field }) => field.key !== key),
        )
        .map(({ key }) => key);
      return missing.length > 0 ? [[row, missing] as const] : [];
    }),
  );
  return {
    cells,
    newRows,
    columnsBeyond: Math.max(0, start.column + width - fields.length),
    lacking,
    isOpen: cells.some(({ outcome }) => outcome === 'open'),
    unusual: cells.filter(({ outside, outcome }) => outside !== undefined && outcome !== 'same').length,
  };
}

/** Cells that are written: changed ones, and what new rows hold that lack nothing and hold nothing unreadable. */
export function writtenCells({ cells, lacking }: PastePlan): readonly PastedCell[] {
  const broken = new Set(
    cells.flatMap(({ row, outcome }) => (outcome === 'refused' || outcome === 'check' ? [row] : [])),
  );
  return cells.filter(
    ({ row, outcome, reading }) =>
      outcome === 'changed' ||
      (outcome === 'new' && !lacking.has(row) && !broken.has(row) && valueOf(reading) !== null),
  );
}

/** The rows to store, in the order of the block. */
export function rowsToWrite(plan: PastePlan, rows: readonly GridRow[]): GridWrite['rows'] {
  const byRow = new Map<number, RecordValues>();
  for (const { row, field, reading } of writtenCells(plan)) {
    const values = byRow.get(row) ?? {};
    const value = valueOf(reading);
    if (row < rows.length || value !== null) values[field.key] = value;
    byRow.set(row, values);
  }
  return [...byRow].map(([row, values]) => ({ id: rows[row]?.id ?? null, values }));
}
