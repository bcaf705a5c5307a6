import type { WorkbookCell } from './workbookSpec.ts';

/* The page builds workbooks without the validator that main checks them with. */

export const empty: WorkbookCell = {};

export function textCell(text: string, style?: WorkbookCell['style']): WorkbookCell {
  return style === undefined ? { text } : { text, style };
}

export function numberCell(number: number, format: string): WorkbookCell {
  return { number, format };
}

/** A formula with the value the engine gives it. */
export function formulaCell(
  formula: string,
  number: number,
  format: string,
  style?: WorkbookCell['style'],
): WorkbookCell {
  return style === undefined ? { formula, number, format } : { formula, number, format, style };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Letters of a column, counted from 0: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const before = Math.floor(index / letters.length);
  return (before > 0 ? columnName(before - 1) : '') + letters.charAt(index % letters.length);
}

/** A sheet's name in a formula: quoted, with quotes in it doubled. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
