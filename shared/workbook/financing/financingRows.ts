import type { PlanFlows, PlanLine } from '../../engine/analysis/planFlows.ts';
import type { Line } from '../../engine/strategy/lineSheet.ts';
import type { Language } from '../../format/number.ts';
import { financingText, type FinancingWord } from '../../text/financingText.ts';
import type { CashFlowSheet } from '../cashFlowSheet.ts';
import { columnName, empty, formulaCell, formats, sheetReference, textCell } from '../workbookCells.ts';
import type { WorkbookCell } from '../workbookSpec.ts';

/*
 * A sheet with the columns of the plan's cash flow: line, block, unit, rule; the valuation date or a single value; months.
 */

/** The column of single values and of the valuation date. */
export const valueColumn = 4;

/** What a row is called. */
export interface RowHead {
  readonly word: string;
  readonly of?: string;
  readonly unit: string;
  readonly rule: string;
}

/** A row with its place and values, the valuation date first. */
export interface Row {
  readonly row: number;
  readonly values: readonly number[];
}

/** A single value of the sheet. */
export interface Cell {
  readonly at: string;
  readonly value: number;
}

/** Rows of a sheet beside the cash flow of its plan. */
export class FinancingRows {
  readonly rows: WorkbookCell[][] = [];
  readonly months: number;
  readonly flows: PlanFlows;
  readonly page: CashFlowSheet;
  readonly language: Language;

  constructor(flows: PlanFlows, page: CashFlowSheet, language: Language) {
    this.flows = flows;
    this.page = page;
    this.months = flows.months.length;
    this.language = language;
  }

  word(word: FinancingWord): string {
    return financingText[this.language][word];
  }

  add(cells: readonly WorkbookCell[]): number {
    this.rows.push([...cells]);
    return this.rows.length;
  }

  title(text: string): void {
    this.add([]);
    this.add([textCell(text, 'sum')]);
  }

  private head({ word, of = '', unit, rule }: RowHead): WorkbookCell[] {
    return [textCell(word), textCell(of), textCell(unit), textCell(rule)];
  }

  /** A number that is given. */
  given(head: RowHead, value: number, format: string): Cell {
    const row = this.add([...this.head(head), { number: value, format }]);
    return { at: `$${columnName(valueColumn)}$${row}`, value };
  }

  /** A number that is computed in the sheet. */
  computed(head: RowHead, formula: string, value: number | null, format: string): Cell {
    const cell = value === null ? { formula, text: '', format } : formulaCell(formula, value, format, 'sum');
    const row = this.add([...this.head(head), cell]);
    return { at: `$${columnName(valueColumn)}$${row}`, value: value ?? 0 };
  }

  /**
   * A row of formulas, the valuation date first.
   * @param formulaOf by column and the one before it; null for a cell that stays empty
   * @param values null for a formula that says nothing in its month
   */
  monthly(
    head: RowHead,
    formulaOf: (column: string, before: string, month: number) => string | null,
    values: readonly (number | null)[],
    format: string = formats.usd,
  ): Row {
    const cells = Array.from({ length: this.months + 1 }, (_, index): WorkbookCell => {
      const column = columnName(valueColumn + index);
      const formula = formulaOf(column, columnName(valueColumn + index - 1), index - 1);
      const value = values[index];
      if (formula === null) return empty;
      return value === null || value === undefined
        ? { formula, text: '', format }
        : formulaCell(formula, value, format);
    });
    const row = this.add([...this.head(head), ...cells]);
    return { row, values: values.map((value) => value ?? 0) };
  }

  /** The months of a row as a range, with or without the valuation date. */
  range({ row }: Pick<Row, 'row'>, from: 'valuation' | 'month0' = 'valuation'): string {
    const first = columnName(valueColumn + (from === 'valuation' ? 0 : 1));
    return `$${first}$${row}:$${columnName(valueColumn + this.months)}$${row}`;
  }

  /** A row of the plan's cash flow as a range of months. */
  pageRange(row: number): string {
    return `${sheetReference(this.page.sheet.name)}!${this.range({ row }, 'month0')}`;
  }

  /** Cells of the plan's cash flow in a column, added up. */
  pageSum(rows: readonly number[], column: string): string {
    const sheet = sheetReference(this.page.sheet.name);
    return rows.map((row) => `${sheet}!${column}${row}`).join('+') || '0';
  }

  /** The rows of the plan's cash flow that hold some lines, of one block or of all. */
  pageRows(lines: readonly Line[], blockId?: string): number[] {
    return this.page.lineRows.flatMap(({ line, row }) =>
      lines.includes(line.line) && (blockId === undefined || line.blockId === blockId) ? [row] : [],
    );
  }

  /** Σ of some lines by month, the valuation date first. */
  sumOf(lines: readonly Line[], blockId?: string): number[] {
    const found = this.flows.lines.filter(
      ({ line, blockId: of }: PlanLine) => lines.includes(line) && (blockId === undefined || of === blockId),
    );
    return Array.from({ length: this.months + 1 }, (_, index) =>
      found.reduce(
        (sum, { valuationUsd, monthly }) => sum + (index === 0 ? valuationUsd : (monthly[index - 1] ?? 0)),
        0,
      ),
    );
  }
}
