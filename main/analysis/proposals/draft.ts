import type { Proposal, ProposalOutcome } from '../../../shared/domain/sheetProposals.ts';
import type { ImportNote } from '../../../shared/domain/tableImport.ts';
import type { Row } from '../../db/history/changeLog.ts';
import type { ExportedTable } from '../../exchange/sheet/asExported.ts';
import type { EditedTable } from '../../exchange/sheet/readSheets.ts';
import type { SheetTableName } from '../../exchange/sheet/sheetTables.ts';
import { recordWords, type PortfolioRows } from './portfolioRows.ts';
import type { Notation } from './readSheetCell.ts';
import { unitOf, type SheetColumn } from './sheetColumns.ts';

/** What accepting a proposal writes: columns of a row, or its end. */
export type Write =
  | { readonly kind: 'set'; readonly table: SheetTableName; readonly key: Row; readonly set: Row }
  | { readonly kind: 'remove'; readonly table: SheetTableName; readonly key: Row };

/** A proposal with what it would write; nothing where it is refused. */
export interface Draft {
  readonly proposal: Proposal;
  readonly write: Write | null;
}

/** One table of the file beside what was exported and what the portfolio holds. */
export interface TableCase {
  readonly table: SheetTableName;
  readonly columns: readonly SheetColumn[];
  readonly keys: readonly SheetColumn[];
  /** Where each column stands in the sheet; a column that is gone is not asked. */
  readonly places: ReadonlyMap<string, number>;
  readonly edited: EditedTable;
  readonly exported: ExportedTable;
  readonly rows: PortfolioRows;
  readonly notation: Notation;
  readonly enteredBy: string | null;
  readonly now: string;
  /** Whether a row that another names is in the portfolio or in the file. */
  readonly isThere: (table: SheetTableName, id: string | number) => boolean;
  /** An id from words that neither portfolio nor file carries. */
  readonly freshId: (row: Row) => string | number;
  /** What hangs on a row and goes with it; undefined where the row has to stay. */
  readonly hanging: (row: Row) => number | undefined;
}

export const note = (code: string, values: Record<string, string> = {}): ImportNote => ({ code, values });

interface Told {
  readonly outcome: ProposalOutcome;
  readonly column: string | null;
  readonly sheetRow: number | null;
  readonly row: Row;
  readonly before: Proposal['before'];
  readonly after: Proposal['after'];
  readonly notes: readonly ImportNote[];
}

export function proposalOf({ table, rows }: TableCase, id: string, told: Told): Proposal {
  const { outcome, column, sheetRow, row, before, after, notes } = told;
  const unit = unitOf(table, column ?? 'value', row);
  const words = recordWords(table, row, rows);
  return { id, outcome, table, ...words, column, row: sheetRow, before, after, unit, notes: [...notes] };
}
