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

/** One bar of a tornado: results at either end of an input's range, in the unit of the value axis. */
const TornadoBar = z.strictObject({
  label: z.string(),
  atLow: z.number(),
  atHigh: z.number(),
  /** The input's own values, with as many digits as they need. */
  lowText: z.string(),
  highText: z.string(),
  source: z.string(),
});

const HeatCell = z.strictObject({ value: z.number().nullable(), text: z.string(), mark: Mark.nullable() });

/** A cell of a table twin; a number of an input is shown with as many digits as it needs and leaves as it is. */
const TwinCell = z.union([
  z.number(),
  z.string(),
  z.null(),
  z.strictObject({ number: z.number(), text: z.string() }),
]);
export type TwinCell = z.infer<typeof TwinCell>;

/** R7.1c Cells of a heat map, rows from above; where they begin to be bluer, and which row and column are in force. */
const HeatMap = z.strictObject({
  xTitle: z.string(),
  yTitle: z.string(),
  yLabels: z.array(z.string()),
  rows: z.array(z.array(HeatCell)),
  steps: z.array(z.number()),
  baseColumn: z.number().int().nullable(),
  baseRow: z.number().int().nullable(),
  legend: z.strictObject({ negative: z.string(), blue: z.string(), line: z.string(), base: z.string() }),
});

/** A chart as data: one spec for the screen, the table twin, the paper version and the frozen briefing. */
export const ChartSpec = z.strictObject({
  kind: z.enum([
    'lines',
    'bars',
    'linesWithBars',
    'ranked',
    'tornado',
    'heatMap',
    'curve',
    'histogram',
    'fan',
    'scatter',
  ]),
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
  /** Of a tornado. */
  tornado: z
    .strictObject({
      base: z.number(),
      baseText: z.string(),
      bars: z.array(TornadoBar),
      startsAtZero: z.boolean(),
    })
    .optional(),
  heatMap: HeatMap.optional(),
  /** Of a curve: the places of the labels on a scale of their own. */
  curve: z.strictObject({ at: z.array(z.number()), xTitle: z.string() }).optional(),
  /** R7.2j Of a histogram: its classes on their own scale, and what stands at zero. */
  histogram: z.strictObject({ from: z.number(), width: z.number(), zeroText: z.string() }).optional(),
  /** R7.2j Of a fan: words at the ends of the middle and outer lines, and where the middle one pays back. */
  fan: z
    .strictObject({
      ends: z.array(z.strictObject({ series: z.number().int(), value: z.string(), words: z.string() })),
      payback: z.strictObject({ index: z.number().int(), text: z.string() }).nullable(),
    })
    .optional(),
  /** R7.2h Of a scatter. */
  scatter: z
    .strictObject({ points: z.array(z.tuple([z.number(), z.number()])), yTitle: z.string() })
    .optional(),
  /** The table twin, where a row says more than the series do. */
  twin: z
    .strictObject({
      columns: z.array(z.strictObject({ head: z.string(), unit: z.string() })),
      rows: z.array(z.array(TwinCell)),
    })
    .optional(),
});
export type ChartSpec = z.infer<typeof ChartSpec>;
export type ChartMark = z.infer<typeof Mark>;
