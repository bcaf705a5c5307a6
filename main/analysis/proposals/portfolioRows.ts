import type { ReadableDb } from '../../db/access.ts';
import { keyColumns, type Row } from '../../db/history/changeLog.ts';
import { sheetTables, type SheetTableName } from '../../exchange/sheet/sheetTables.ts';

/** A row's key as one text, however a spreadsheet wrote it. */
export function keyText(values: readonly (string | number | null)[]): string {
  return values.map((value) => String(value ?? '')).join('\u0001');
}

/** The rows of the portfolio as they are now, by their keys. */
export interface PortfolioRows {
  readonly of: (table: SheetTableName) => ReadonlyMap<string, Row>;
  readonly find: (table: SheetTableName, id: string | number | null | undefined) => Row | undefined;
}

export function portfolioRows(db: ReadableDb): PortfolioRows {
  const all = new Map(
    sheetTables.map((table) => {
      const keys = keyColumns(table);
      const rows = db.prepare(`SELECT * FROM ${table}`).all() as Row[];
      return [
        table,
        new Map(rows.map((row) => [keyText(keys.map((key) => row[key] ?? null)), row])),
      ] as const;
    }),
  );
  const of = (table: SheetTableName): ReadonlyMap<string, Row> => all.get(table) ?? new Map<string, Row>();
  return { of, find: (table, id) => of(table).get(String(id ?? '')) };
}

/** A record by its name, and which of several things of it. */
export function recordWords(
  table: SheetTableName,
  row: Row,
  rows: PortfolioRows,
): { readonly record: string; readonly part: string | null } {
  const text = (column: string): string => String(row[column] ?? '');
  const nameOf = (of: SheetTableName, id: Row[string] | undefined): string =>
    String(rows.find(of, id)?.['name'] ?? id ?? '');
  switch (table) {
    case 'source':
      return { record: text('title'), part: null };
    case 'company':
      return { record: text('name'), part: null };
    case 'site':
      return { record: `${text('name')} (${nameOf('company', row['company_id'])})`, part: null };
    case 'contract':
      return { record: `${text('counterparty')} (${nameOf('company', row['company_id'])})`, part: null };
    case 'debt_instrument':
      return { record: `${text('instrument')} (${nameOf('company', row['company_id'])})`, part: null };
    case 'fleet':
      return { record: `${text('model')} (${nameOf('site', row['site_id'])})`, part: null };
    case 'figure': {
      const of = row['subject_kind'] === 'site' ? 'site' : 'company';
      return { record: nameOf(of, row['subject_id']), part: text('field') };
    }
    case 'identity_period':
      return { record: nameOf('company', row['company_id']), part: text('period') };
    case 'production_report':
      return { record: nameOf('company', row['company_id']), part: text('last_month') };
    case 'lease_announcement':
      return {
        record: String(rows.find('contract', row['contract_id'])?.['counterparty'] ?? text('contract_id')),
        part: null,
      };
    case 'own_value':
      return { record: nameOf('site', row['site_id']), part: text('key') };
    case 'market_month':
      return { record: text('month'), part: null };
  }
}
