import { z } from 'zod';

/** The eight fixed marks of interface.md section 3; a strategy never changes its mark. */
export const Mark = z.enum([
  'keepMining',
  'refresh',
  'redeploy',
  'colocation',
  'gpuCloud',
  'alliance',
  'hybrid',
  'sellSite',
  'sellShell',
  // No strategy of R5.1: a plan of the analyst's own.
  'own',
  // No strategy: what others published, beside what the engine computes.
  'published',
]);

/** A chart as data: one spec for the screen, the table twin, the paper version and the frozen briefing. */
export const ChartSpec = z.strictObject({
  kind: z.enum(['lines', 'bars', 'linesWithBars', 'ranked']),
  title: z.string(),
  subtitle: z.string(),
  /** One sentence: the alternative text and the screen reader's introduction. */
  sentence: z.string(),
  x: z.strictObject({ title: z.string(), labels: z.array(z.string()) }),
  y: z.strictObject({ title: z.string(), unit: z.string() }),
  series: z.array(
    z.strictObject({
      name: z.string(),
      mark: Mark,
      /** `line` on the upper panel, `bar` on the lower (investment). */
      shape: z.enum(['line', 'bar', 'point']),
      values: z.array(z.number().nullable()),
    }),
  ),
  annotations: z.array(
    z.strictObject({
      kind: z.enum(['halving', 'gap']),
      fromIndex: z.number().int(),
      toIndex: z.number().int(),
      label: z.string(),
      sub: z.string(),
    }),
  ),
  note: z.string(),
});
export type ChartSpec = z.infer<typeof ChartSpec>;
export type ChartMark = z.infer<typeof Mark>;
