/*
 * The whole portfolio as data: every table with every row, in the order in which the file keeps them. Read from the
 * file's own schema, so that no table can be forgotten.
 */

/** What JSON has no number for is written by name: it must come back as it was. */
export type StoredCell =
  | string
  | number
  | null
  | { readonly real: 'Infinity' | '-Infinity' | '-0' }
  | { readonly integer: string }
  | { readonly base64: string };

export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly StoredCell[])[];
}

export interface StoredPortfolio {
  readonly schemaVersion: number;
  readonly tables: readonly StoredTable[];
}

export const portfolioFormat = 'umbau-portfolio-1';

/** Bytes of attached files: JSON carries them, tables for reading cannot. */
export const contentTable = 'attached_content';
