import { z } from 'zod';

/** A cell: a text, a number, or a formula with the value it has now, for viewers that do not calculate. */
export const WorkbookCell = z.strictObject({
  text: z.string().optional(),
  number: z.number().optional(),
  formula: z.string().optional(),
  /** Excel number format. */
  format: z.string().optional(),
  style: z.enum(['title', 'head', 'sum', 'note', 'missing']).optional(),
});
export type WorkbookCell = z.infer<typeof WorkbookCell>;

export const WorkbookSheet = z.strictObject({
  name: z.string().min(1).max(31),
  /** Widths of the first columns in characters; the rest have the last one's. */
  widths: z.array(z.number()),
  /** Rows and columns that stay in view. */
  frozen: z.strictObject({ rows: z.number().int(), columns: z.number().int() }),
  rows: z.array(z.array(WorkbookCell)),
});
export type WorkbookSheet = z.infer<typeof WorkbookSheet>;

/** A workbook as data: composed by pure functions, written by one writer. */
export const WorkbookSpec = z.strictObject({
  title: z.string(),
  fileName: z.string(),
  sheets: z.array(WorkbookSheet),
});
export type WorkbookSpec = z.infer<typeof WorkbookSpec>;

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
