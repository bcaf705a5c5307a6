/** A cell as the file gives it: a workbook's numbers are numbers already, everything else is text. */
export type RawCell = string | number;

/** What was done to a file to read it, so that nobody has to guess. */
export type FileNote = 'bom' | 'mergedCells' | 'formulas' | 'raggedRows' | 'moreSheets' | 'unclosedQuote';

/** A file as rows of cells, before anything was understood. */
export interface RawTable {
  readonly format: 'text' | 'workbook';
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  readonly sheet: string | null;
  readonly rows: readonly (readonly RawCell[])[];
  /** Where each row stands in the file: its line, or its row in the sheet. Empty ones are counted, but not kept. */
  readonly numbers: readonly number[];
  readonly notes: readonly FileNote[];
}

export const encodings = ['UTF-8', 'UTF-16 LE', 'UTF-16 BE', 'Windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export const mostBytes = 200 * 1024 * 1024;
export const mostColumns = 200;
export const mostRows = 1_000_000;
