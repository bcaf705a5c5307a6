import type { ColumnReading, ImportColumn, ImportPlan } from '../../domain/tableImport.ts';
import { entryText, optionWord } from '../../text/entryText.ts';
import { formatDate, formatExact, type Language } from '../../format/number.ts';
import { hasOpenUnit } from './columnUnits.ts';
import type { FramedTable } from './frameTable.ts';
import { notationEvidence } from './notation.ts';
import { profileOf, targetOf, type ImportTarget } from './profiles.ts';
import type { RawCell } from './rawTable.ts';
import { readCell } from './readCell.ts';
import { readDate } from './readDate.ts';

type Notation = NonNullable<ImportColumn['notation']>;

/** Columns as they will be read, with what each says of itself. */
export interface ResolvedColumns {
  readonly columns: readonly ImportColumn[];
  readonly readings: readonly ColumnReading[];
}

interface Found {
  readonly state: ColumnReading['state'];
  readonly commaRows: readonly number[];
  readonly pointRows: readonly number[];
}

const plain: Found = { state: 'plain', commaRows: [], pointRows: [] };

function* cellsOf(table: FramedTable, column: number): Generator<RawCell> {
  for (const row of table.rows) yield row[column] ?? '';
}

/** What the cells of a column say, before anyone is asked. */
function found(table: FramedTable, column: number, target: ImportTarget | undefined): Found {
  if (target?.field.type !== 'number') return plain;
  const { comma, point, open } = notationEvidence(cellsOf(table, column));
  const inFile = (rows: readonly number[]): number[] => rows.map((row) => table.numbers[row] ?? 0);
  const rows = { commaRows: inFile(comma), pointRows: inFile(point) };
  if (comma.length > 0 && point.length > 0) return { state: 'contradictory', ...rows };
  if (comma.length > 0) return { state: 'comma', ...rows };
  if (point.length > 0) return { state: 'point', ...rows };
  return { ...plain, state: open > 0 ? 'open' : 'plain' };
}

/** The one notation that the decided columns of the file share. */
function shared(all: readonly Found[]): Notation | undefined {
  const decided = new Set(
    all.flatMap(({ state }) => (state === 'comma' || state === 'point' ? [state] : [])),
  );
  return decided.size === 1 ? [...decided][0] : undefined;
}

function hasOpenDates(table: FramedTable, column: number, target: ImportTarget | undefined): boolean {
  if (target?.field.type !== 'date') return false;
  let isOpen = false;
  let [dayFirst, monthFirst] = [0, 0];
  for (const cell of cellsOf(table, column)) {
    if (typeof cell === 'number' || !cell.includes('/')) continue;
    if (readDate(cell, undefined).kind === 'open') isOpen = true;
    else if (readDate(cell, 'dayFirst').kind === 'date') dayFirst += 1;
    else if (readDate(cell, 'monthFirst').kind === 'date') monthFirst += 1;
  }
  // A day above twelve anywhere tells the order of the whole column, unless both orders occur.
  return isOpen && (dayFirst === 0) === (monthFirst === 0);
}

function slashOrder(
  table: FramedTable,
  column: number,
  target: ImportTarget | undefined,
): ImportColumn['dateOrder'] {
  if (target?.field.type !== 'date') return null;
  for (const cell of cellsOf(table, column)) {
    if (typeof cell === 'number' || !cell.includes('/')) continue;
    if (readDate(cell, undefined).kind === 'open') continue;
    if (readDate(cell, 'dayFirst').kind === 'date') return 'dayFirst';
    if (readDate(cell, 'monthFirst').kind === 'date') return 'monthFirst';
  }
  return null;
}

/** A stored value in words, as the preview shows it. */
export function storedText(target: ImportTarget, value: string | number | null, language: Language): string {
  if (value === null) return entryText[language].missing;
  const { type, unit = '1' } = target.field;
  if (type === 'choice') return optionWord(String(value), language) || String(value);
  if (type === 'date') return formatDate(String(value), language);
  if (typeof value !== 'number') return value;
  if (unit === '') return String(value);
  if (unit === 'percent') return `${formatExact(value * 100, language)}\u00a0%`;
  return `${formatExact(value, language)}${unit === '1' || unit === '°' ? '' : `\u00a0${unit}`}`;
}

function example(
  table: FramedTable,
  column: number,
  target: ImportTarget | undefined,
  by: ImportColumn,
  language: Language,
): ColumnReading['example'] {
  // Nothing can be shown as read while its unit is open.
  if (!target || hasOpenUnit(target.field.unit, by.unit)) return null;
  let best: ColumnReading['example'] = null;
  for (const row of table.rows.slice(0, 200)) {
    const raw = row[column] ?? '';
    const reading = readCell(raw, target, by);
    if (reading.kind !== 'value' || reading.value === null) continue;
    const shown = { raw: String(raw).trim(), read: storedText(target, reading.value, language) };
    if (shown.raw !== shown.read && /[.,/]/.test(shown.raw)) return shown;
    best ??= shown;
  }
  return best;
}

/** Decides how each column is read: by the analyst's answer, by its own cells, or like the rest of the file. */
export function resolveColumns(table: FramedTable, plan: ImportPlan, language: Language): ResolvedColumns {
  const profile = profileOf(plan.profile);
  const targets = plan.columns.map(({ target }) => targetOf(profile, target));
  const all = targets.map((target, column) => found(table, column, target));
  const common = shared(all);
  const columns: ImportColumn[] = [];
  const readings = all.map((own, index): ColumnReading => {
    const column = plan.columns[index] ?? { target: null, unit: null, notation: null, dateOrder: null };
    const target = targets[index];
    const state =
      column.notation !== null && own.state === 'open'
        ? 'chosen'
        : own.state === 'open' && common
          ? 'likeOthers'
          : own.state;
    const decided = state === 'comma' || state === 'point' ? state : null;
    const notation =
      state === 'chosen' ? column.notation : state === 'likeOthers' ? (common ?? null) : decided;
    const dateOrder = column.dateOrder ?? slashOrder(table, index, target);
    const resolved: ImportColumn = { ...column, notation, dateOrder };
    columns.push(resolved);
    return {
      state,
      commaRows: [...own.commaRows],
      pointRows: [...own.pointRows],
      hasOpenDates: column.dateOrder === null && hasOpenDates(table, index, target),
      example: example(table, index, target, resolved, language),
    };
  });
  return { columns, readings };
}
