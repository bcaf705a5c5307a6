import { z } from 'zod';
import { FileName } from '../ipc/savedFile.ts';

/** A cell: a text, a number, or a formula with the number or text it gives now, for viewers that do not calculate. */
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
  /** Not shown among the others; whoever looks for it finds it. */
  isHidden: z.boolean().optional(),
  rows: z.array(z.array(WorkbookCell)),
});
export type WorkbookSheet = z.infer<typeof WorkbookSheet>;

/** A workbook as data: composed by pure functions, written by one writer. */
export const WorkbookSpec = z.strictObject({
  title: z.string(),
  fileName: FileName,
  sheets: z.array(WorkbookSheet),
});
export type WorkbookSpec = z.infer<typeof WorkbookSpec>;
