import { z } from 'zod';
import { ChartSpec, Mark } from '../charts/chartSpec.ts';

/*
 * A briefing as data: every displayed string, number and chart series. Freezing a briefing means storing this object.
 */

const Cell = z.strictObject({
  text: z.string(),
  /** ◇ preset, ◆ own value, clock for stale; none for sourced. */
  sign: z.enum(['assumption', 'own', 'stale']).optional(),
  state: z.enum(['missing', 'notApplicable', 'negative']).optional(),
  mark: Mark.optional(),
});
export type BriefingCell = z.infer<typeof Cell>;

const Paragraph = z.strictObject({ type: z.literal('paragraph'), text: z.string() });
const List = z.strictObject({ type: z.literal('list'), items: z.array(z.string()) });
const Subheading = z.strictObject({ type: z.literal('subheading'), text: z.string() });
const Table = z.strictObject({
  type: z.literal('table'),
  caption: z.string(),
  captionUnit: z.string(),
  columns: z.array(
    z.strictObject({
      head: z.string(),
      unit: z.string(),
      numeric: z.boolean(),
      wide: z.boolean().optional(),
    }),
  ),
  rows: z.array(z.strictObject({ cells: z.array(Cell), best: z.boolean().optional() })),
  note: z.string(),
});
const Chart = z.strictObject({ type: z.literal('chart'), spec: ChartSpec });
const Simple = z.discriminatedUnion('type', [Paragraph, List, Subheading]);
const Columns = z.strictObject({ type: z.literal('columns'), columns: z.array(z.array(Simple)) });
export const BriefingBlock = z.discriminatedUnion('type', [
  Paragraph,
  List,
  Subheading,
  Table,
  Chart,
  Columns,
]);
export type BriefingBlock = z.infer<typeof BriefingBlock>;

export const BriefingContent = z.strictObject({
  format: z.literal(1),
  language: z.enum(['de', 'en']),
  subjectKind: z.enum(['company', 'site']),
  subjectId: z.string(),
  subject: z.string(),
  kicker: z.string(),
  title: z.string(),
  header: z.array(z.strictObject({ label: z.string(), value: z.string() })),
  lead: z.string(),
  five: z.array(
    z.strictObject({ label: z.string(), value: z.string(), unit: z.string(), basis: z.string() }),
  ),
  sections: z.array(
    z.strictObject({
      id: z.string(),
      heading: z.string(),
      newPage: z.boolean(),
      blocks: z.array(BriefingBlock),
    }),
  ),
  footer: z.strictObject({
    version: z.string(),
    run: z.string(),
    seed: z.string(),
    dataHash: z.string(),
    asOf: z.string(),
    /** "Seite {page} von {pages}" in the briefing's language. */
    pageWord: z.string(),
    ofWord: z.string(),
    /** Filled only while author or disclosures are missing or the briefing is not issued. */
    draft: z.string().nullable(),
    sample: z.string().nullable(),
  }),
});
export type BriefingContent = z.infer<typeof BriefingContent>;
