import type { StoredCell, StoredPortfolio, StoredTable } from '../../shared/exchange/portfolioDocument.ts';
import { UserFacingError } from '../../shared/ipc/result.ts';
import type { ReadableDb, WritableDb } from './access.ts';
import { migrate, userVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { quotedName, tableNames } from './tables.ts';

export type SqlValue = string | number | bigint | Buffer | null;

/** A value as it leaves; a whole number beyond the exact ones of JSON, and what JSON cannot write, go by name. */
function storedCell(value: SqlValue): StoredCell {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : { integer: String(value) };
  }
  if (typeof value === 'number') {
    if (Object.is(value, -0)) return { real: '-0' };
    if (Number.isFinite(value)) return value;
    return { real: value > 0 ? 'Infinity' : '-Infinity' };
  }
  return Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value;
}

function sqlValue(cell: StoredCell): SqlValue {
  if (cell === null || typeof cell !== 'object') return cell;
  if ('integer' in cell) return BigInt(cell.integer);
  if ('base64' in cell) return Buffer.from(cell.base64, 'base64');
  return Number(cell.real);
}

function columnsOf(db: ReadableDb, table: string): string[] {
  const rows = db.prepare(`SELECT name FROM pragma_table_info(?)`).all(table) as { name: string }[];
  return rows.map(({ name }) => name);
}

/** Rows keep the order of the file; a table without row numbers has the order of its key. */
function rowsOf(db: ReadableDb, table: string): StoredCell[][] {
  const statement = db
    .prepare(`SELECT * FROM ${quotedName(table)}`)
    .raw()
    .safeIntegers();
  return (statement.all() as SqlValue[][]).map((row) => row.map(storedCell));
}

export function storedTable(db: ReadableDb, name: string): StoredTable {
  return { name, columns: columnsOf(db, name), rows: rowsOf(db, name) };
}

/** @param without tables that the form of an export cannot carry; they are not even read */
export function storedPortfolio(db: WritableDb, without: readonly string[] = []): StoredPortfolio {
  return {
    schemaVersion: userVersion(db),
    tables: tableNames(db)
      .filter((name) => !without.includes(name))
      .map((name) => storedTable(db, name)),
  };
}

const sameNames = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());

function insertRows(db: WritableDb, { name, columns, rows }: StoredTable): void {
  // Only names that the schema of this version has reach SQL.
  if (!sameNames(columns, columnsOf(db, name)))
    throw new UserFacingError('exchange.damagedJson', { path: '' });
  const insert = db.prepare(
    `INSERT INTO ${quotedName(name)} (${columns.map(quotedName).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const row of rows) insert.run(...row.map(sqlValue));
}

/** Fills an empty database with a portfolio of whatever known schema, and brings it to the newest. */
export function fillFromStored(db: WritableDb, { schemaVersion, tables }: StoredPortfolio): void {
  const upTo = migrations.filter(({ version }) => version <= schemaVersion);
  if (upTo.at(-1)?.version !== schemaVersion) throw new UserFacingError('exchange.damagedJson', { path: '' });
  migrate(db, upTo, () => undefined);
  const known = tableNames(db);
  const given = tables.map(({ name }) => name);
  if (!sameNames(given, known)) throw new UserFacingError('exchange.damagedJson', { path: '' });
  // Rows come table by table, so a reference may be there before what it names.
  db.pragma('foreign_keys = OFF');
  db.transaction(() => {
    for (const name of known) db.exec(`DELETE FROM ${quotedName(name)}`);
    for (const table of tables) insertRows(db, table);
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new UserFacingError('exchange.damagedJson', { path: '' });
  })();
  migrate(db, migrations, () => undefined);
}
