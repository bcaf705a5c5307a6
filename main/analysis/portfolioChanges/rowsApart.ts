import { netChanges, type Cells } from '../../../shared/engine/changes/netChanges.ts';
import type { ReadableDb } from '../../db/access.ts';
import { quotedName, tableNames } from '../../db/tables.ts';

/** R5.24 A row that differs, by the names of its columns. */
export interface RowApart {
  readonly table: string;
  readonly key: string;
  readonly before: RowCells | null;
  readonly after: RowCells | null;
}
export type RowCells = Readonly<Record<string, string | number | null>>;

/** The history itself, and what is compared as a part of something else. */
const notCompared: ReadonlySet<string> = new Set([
  'change',
  'change_step',
  'change_event',
  'run',
  'source',
  'attached_content',
]);

/** Who wrote a row, when, and by which import; and what is frozen as a whole. */
const notCells: ReadonlySet<string> = new Set([
  'entered_at',
  'entered_by',
  'batch_id',
  'content',
  'content_sha256',
  'pdf_sha256',
  'evidence',
  'result',
  'settings',
]);

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

interface Shape {
  readonly table: string;
  readonly columns: readonly string[];
  readonly keyPlaces: readonly number[];
  readonly sourcePlace: number;
}

function shapeOf(db: ReadableDb, table: string): Shape {
  const all = db.prepare('SELECT name, type, pk FROM pragma_table_info(?)').all(table) as ColumnInfo[];
  const columns = all.filter(({ name, type }) => type !== 'BLOB' && !notCells.has(name));
  return {
    table,
    columns: columns.map(({ name }) => name),
    keyPlaces: columns
      .map(({ pk }, place) => ({ pk, place }))
      .filter(({ pk }) => pk > 0)
      .toSorted((a, b) => a.pk - b.pk)
      .map(({ place }) => place),
    sourcePlace: columns.findIndex(({ name }) => name === 'source_id'),
  };
}

/** A source by what it is, not by its number: another file may count otherwise. */
function sourcesOf(db: ReadableDb): ReadonlyMap<number, string> {
  const rows = db.prepare('SELECT id, title, url FROM source').all() as {
    id: number;
    title: string;
    url: string | null;
  }[];
  return new Map(rows.map(({ id, title, url }) => [id, url === null ? title : `${title} (${url})`]));
}

/** The key as the change log writes it: the values of the key's columns. */
export function keyText(values: Cells): string {
  return JSON.stringify(values);
}

function rowsOf(db: ReadableDb, shape: Shape, sources: ReadonlyMap<number, string>): Map<string, Cells> {
  const { table, columns, keyPlaces, sourcePlace } = shape;
  const list = columns.map(quotedName).join(', ');
  const rows = db
    .prepare(`SELECT ${list} FROM ${quotedName(table)}`)
    .raw()
    .all() as (string | number | null)[][];
  return new Map(
    rows.map((row) => {
      const source = row[sourcePlace];
      if (typeof source === 'number') row[sourcePlace] = sources.get(source) ?? null;
      return [keyText(keyPlaces.map((place) => row[place] ?? null)), row];
    }),
  );
}

function named(shape: Shape, cells: Cells | null): RowCells | null {
  return cells === null
    ? null
    : Object.fromEntries(shape.columns.map((column, place) => [column, cells[place] ?? null]));
}

/** R5.24 Every row in which two states of a portfolio differ; both are of the newest schema. */
export function rowsApart(earlier: ReadableDb, later: ReadableDb): readonly RowApart[] {
  const [oldSources, newSources] = [sourcesOf(earlier), sourcesOf(later)];
  return tableNames(later)
    .filter((table) => !notCompared.has(table))
    .flatMap((table) => {
      const shape = shapeOf(later, table);
      const net = netChanges(rowsOf(earlier, shape, oldSources), rowsOf(later, shape, newSources));
      return net.map(({ key, before, after }) => ({
        table,
        key,
        before: named(shape, before),
        after: named(shape, after),
      }));
    });
}
