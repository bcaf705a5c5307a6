import { rmSync } from 'node:fs';
import type { WritableDb } from './access.ts';
import { rekey } from './encryption/encryptFile.ts';
import { encryptedSalt } from './encryption/keyring.ts';
import { openFile } from './encryption/openFile.ts';
import { quotedName, rowCounts, tableNames } from './tables.ts';
import { checkCopy, writeBeside } from './wholeCopy.ts';

export interface CleanCopyOrder {
  /** A copy to give away is a portfolio of its own. */
  readonly portfolioId: string;
  /** Issued briefings are frozen with their author: they are left out whole, or stay whole. */
  readonly withoutBriefings: boolean;
}

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

function columnsOf(db: WritableDb): Column[] {
  return tableNames(db).flatMap((table) => {
    const rows = db.prepare('SELECT name, type, "notnull" FROM pragma_table_info(?)').all(table);
    return (rows as Omit<Column, 'table'>[]).map((column) => ({ table, ...column }));
  });
}

/** Tables whose rows go, in the order in which nothing is left that refers to what is gone. */
function emptiedTables(columns: readonly Column[], withoutBriefings: boolean): string[] {
  const present = new Set(columns.map(({ table }) => table));
  // Bytes in a table are an attached file.
  const attached = columns.filter(({ type }) => type === 'BLOB').map(({ table }) => table);
  // A kept run carries the site's evidence with the names of who entered it; it can be drawn again.
  const named = [
    'change',
    'change_event',
    'change_step',
    'monte_carlo_run',
    'attachment',
    ...(withoutBriefings ? ['briefing', 'run'] : []),
  ];
  return [...named.filter((table) => present.has(table)), ...new Set(attached)];
}

/** What refers to a row that goes points to nothing afterwards. */
function forgetReferences(db: WritableDb, emptied: string): void {
  for (const table of tableNames(db)) {
    const keys = db
      .prepare('SELECT "from" AS name FROM pragma_foreign_key_list(?) WHERE "table" = ?')
      .all(table, emptied) as { name: string }[];
    const owned = keys.map(({ name }) => `${quotedName(name)} = NULL`);
    const isOptional = keys.every(({ name }) => {
      const column = db
        .prepare('SELECT "notnull" AS n FROM pragma_table_info(?) WHERE name = ?')
        .get(table, name);
      return (column as { n: number }).n === 0;
    });
    if (owned.length > 0 && isOptional) db.exec(`UPDATE ${quotedName(table)} SET ${owned.join(', ')}`);
  }
}

function clean(db: WritableDb, { portfolioId, withoutBriefings }: CleanCopyOrder): void {
  const columns = columnsOf(db);
  db.pragma('foreign_keys = ON');
  db.transaction(() => {
    for (const table of emptiedTables(columns, withoutBriefings)) {
      forgetReferences(db, table);
      db.exec(`DELETE FROM ${quotedName(table)}`);
    }
    for (const { table, name, notnull } of columns.filter((column) => column.name === 'entered_by'))
      db.exec(`UPDATE ${quotedName(table)} SET ${quotedName(name)} = ${notnull === 0 ? 'NULL' : "''"}`);
    db.prepare("UPDATE meta SET value = ? WHERE key = 'portfolio_id'").run(portfolioId);
  })();
}

/**
 * A copy to give away: rows are removed on a copy, and that is written anew without its free pages, where what was
 * removed would still stand.
 * @returns how many attached files the copy does not have
 */
export function writeCleanCopy(
  db: WritableDb,
  target: string,
  order: CleanCopyOrder,
): { readonly filesLeftOut: number } {
  writeBeside(target, (fresh) => {
    const stage = `${fresh}-stage`;
    let copy: WritableDb | undefined;
    try {
      db.prepare('VACUUM INTO ?').run(stage);
      copy = openFile(stage);
      clean(copy, order);
      copy.prepare('VACUUM INTO ?').run(fresh);
      // Whoever is given it has no key of ours.
      if (encryptedSalt(fresh) !== undefined) rekey(fresh, null);
      checkCopy(fresh, rowCounts(copy));
    } finally {
      copy?.close();
      for (const rest of ['', '-journal']) rmSync(`${stage}${rest}`, { force: true });
    }
  });
  return { filesLeftOut: rowCounts(db)['attachment'] ?? 0 };
}
